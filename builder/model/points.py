"""The points that count: the notice's, unless a signed correction changed them."""

from decimal import Decimal

from builder.model.scheme import Indicator, Scheme


def effective_points(scheme: Scheme, indicator: Indicator) -> Decimal | None:
    """The points of an indicator after corrections, ``None`` where the notice gives none."""
    for correction in scheme.corrections:
        if correction.where == indicator.code:
            return correction.value
    return indicator.points


def is_leaf(scheme: Scheme, indicator: Indicator) -> bool:
    """Whether an answer is scored here: the node has points and nothing beneath it has."""
    if indicator.unscored or effective_points(scheme, indicator) is None:
        return False
    return not any(
        effective_points(scheme, node) is not None
        for node in indicator.walk
        if node is not indicator
    )


def attainable_points(scheme: Scheme, indicator: Indicator) -> Decimal:
    """The most points an indicator can give: its cap, or less where its parts sum to less."""
    points = effective_points(scheme, indicator)
    if is_leaf(scheme, indicator):
        return points or Decimal(0)
    parts = sum((attainable_points(scheme, child) for child in indicator.children), Decimal(0))
    return parts if points is None else min(points, parts)


def maximum(scheme: Scheme) -> Decimal:
    """The most points an applicant can reach, which a notice's mistake may put below its total."""
    parts = sum((attainable_points(scheme, root) for root in scheme.indicators), Decimal(0))
    return min(scheme.total, parts)
