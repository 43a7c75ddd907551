"""The points that count: the notice's, unless a signed correction changed them.

A notice's tree is summed upwards under caps; where a rule of the notice composes a node from
others, the rule stands in place of the sum.
"""

from decimal import Decimal

from builder.model.scheme import Composition, Indicator, Scheme

TOTAL = "total"


def effective_points(scheme: Scheme, indicator: Indicator) -> Decimal | None:
    """The points of an indicator after corrections, ``None`` where the notice gives none."""
    return _corrected(scheme, indicator.code, indicator.points)


def effective_total(scheme: Scheme) -> Decimal:
    """The total after corrections."""
    return _corrected(scheme, TOTAL, scheme.total) or scheme.total


def is_leaf(scheme: Scheme, indicator: Indicator) -> bool:
    """Whether an answer is scored here: the node has points and nothing beneath it has."""
    if indicator.unscored or effective_points(scheme, indicator) is None:
        return False
    return not any(
        effective_points(scheme, node) is not None
        for node in indicator.walk
        if node is not indicator
    )


def composition_of(scheme: Scheme, indicator: Indicator) -> Composition | None:
    """The rule that composes an indicator, if the notice has one for it."""
    return next((rule for rule in scheme.compositions if rule.code == indicator.code), None)


def attainable_points(scheme: Scheme, indicator: Indicator) -> Decimal:
    """The most points an indicator can give: its cap, or less where its parts come to less."""
    points = effective_points(scheme, indicator)
    if is_leaf(scheme, indicator):
        return points or Decimal(0)
    rule = composition_of(scheme, indicator)
    most = {child.code: attainable_points(scheme, child) for child in indicator.children}
    if rule is None:
        parts = sum(most.values(), Decimal(0))
    else:
        parts = sum((factor * most[code] for factor, code in rule.terms), Decimal(0))
    return parts if points is None else min(points, parts)


def maximum(scheme: Scheme) -> Decimal:
    """The most points an applicant can reach, which a notice's mistake may put below its total."""
    parts = sum((attainable_points(scheme, root) for root in scheme.indicators), Decimal(0))
    return min(effective_total(scheme), parts)


def _corrected(scheme: Scheme, where: str, printed: Decimal | None) -> Decimal | None:
    for correction in scheme.corrections:
        if correction.where == where:
            return correction.value
    return printed
