"""The points that count: the notice's, unless a signed correction changed them.

A notice's tree is summed upwards under caps; where a rule of the notice composes a node from
others, the rule stands in place of the sum.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal

from builder.model.official import Indicator
from builder.model.scheme import Composition, Scheme

# How the total is named where a place of the scheme is.
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


def joined(
    scheme: Scheme,
    indicator: Indicator,
    measure: Callable[[Scheme, Indicator], Decimal | None],
) -> Decimal | None:
    """What the parts of an indicator come to by a measure: by its rule, or else added up.

    ``None`` where no part has that measure, and where the rule names something else.
    """
    parts = {child.code: measure(scheme, child) for child in indicator.children}
    rule = composition_of(scheme, indicator)
    if rule is None:
        return added(parts.values())
    terms = ((factor, parts.get(code)) for factor, code in rule.terms)
    found = [None if part is None else factor * part for factor, part in terms]
    return None if None in found else added(found)


def added(parts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of those that are known, ``None`` where none is."""
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if known else None


def worth(scheme: Scheme, indicator: Indicator) -> Decimal | None:
    """What an indicator counts in the notice: its points, or what its parts come to."""
    if indicator.unscored:
        return None
    points = effective_points(scheme, indicator)
    return joined(scheme, indicator, worth) if points is None else points


def most(scheme: Scheme, indicator: Indicator) -> Decimal | None:
    """The most an indicator can give: its cap, or less where its parts come to less."""
    if indicator.unscored:
        return None
    points, beneath = effective_points(scheme, indicator), joined(scheme, indicator, most)
    return min((each for each in (points, beneath) if each is not None), default=None)


def attainable_points(scheme: Scheme, indicator: Indicator) -> Decimal:
    """The most points an indicator can give, none where nothing in it is scored."""
    return most(scheme, indicator) or Decimal(0)


def maximum(scheme: Scheme) -> Decimal:
    """The most points an applicant can reach, which a notice's mistake may put below its total."""
    most_of = [(root.bonus, attainable_points(scheme, root)) for root in scheme.indicators]
    parts = sum((points for bonus, points in most_of if not bonus), Decimal(0))
    return min(effective_total(scheme), parts) + bonus_points(scheme)


def bonus_points(scheme: Scheme) -> Decimal:
    """The most that counts beyond the total."""
    bonuses = (attainable_points(scheme, root) for root in scheme.indicators if root.bonus)
    return sum(bonuses, Decimal(0))


def _corrected(scheme: Scheme, where: str, printed: Decimal | None) -> Decimal | None:
    for correction in scheme.corrections:
        if correction.where == where:
            return correction.value
    return printed
