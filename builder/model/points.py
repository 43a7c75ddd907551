"""The points that count: the notice's, unless a signed correction changed them.

A notice's tree is joined upwards under caps, by the rule that each node and the total have.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import partial

from builder.formula.program import exact
from builder.formula.render import SHOWN_PLACES
from builder.model.joins import ADDED_UP, PLACES, Join, JoinKind, Whole, expression
from builder.model.official import Indicator
from builder.model.scheme import Composition, Scheme

# How the total is named where a place of the scheme is.
TOTAL = "total"

Measure = Callable[[Scheme, Indicator], Decimal | None]


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


def join_of(scheme: Scheme, indicator: Indicator) -> Join:
    """How the parts of an indicator come to its score."""
    return _join(scheme, indicator.code, indicator.join, indicator.children)


def total_join(scheme: Scheme) -> Join:
    """How the first-level indicators come to the total."""
    return _join(scheme, TOTAL, scheme.total_join, within(scheme))


def divides(scheme: Scheme) -> bool:
    """Whether scores above the items come of a division, which may leave endless decimals."""
    joins = (total_join(scheme), *(join_of(scheme, node) for node in scheme.walk))
    return any(join.kind in (JoinKind.AVERAGE, JoinKind.SCALED) for join in joins)


def said_places(scheme: Scheme) -> int:
    """How many decimals of a score people are shown: few of what a division leaves."""
    few = divides(scheme) and (scheme.decimals or 0) <= SHOWN_PLACES
    return SHOWN_PLACES if few else PLACES


def whole_of(scheme: Scheme) -> Whole:
    """How the total comes of the first-level indicators, its cap and rounding included."""
    return Whole(
        stated=effective_total(scheme),
        join=total_join(scheme),
        decimals=scheme.decimals,
        beyond=tuple(root.code for root in scheme.indicators if root.bonus),
    )


def composition_of(scheme: Scheme, code: str) -> Composition | None:
    """The rule that composes an indicator or the total, if the notice has one for it."""
    return next((rule for rule in scheme.compositions if rule.code == code), None)


def combined(join: Join, parts: Mapping[str, Decimal | None]) -> Decimal | None:
    """What the parts come to by a rule, as far as they are known.

    ``None`` where none is, where the rule names one that is not, and where a rule of weights has
    not got any.
    """
    known = {code: part for code, part in parts.items() if part is not None}
    unweighed = join.kind in (JoinKind.WEIGHTED, JoinKind.COMPOSED) and not join.terms
    if not known or unweighed or any(code not in known for _, code in join.terms):
        return None
    value = exact(expression(join, known))
    return value if isinstance(value, Decimal) else None


def joined(scheme: Scheme, indicator: Indicator, measure: Measure) -> Decimal | None:
    """What the parts of an indicator come to by a measure, ``None`` where no part has it."""
    parts = {child.code: measure(scheme, child) for child in indicator.children}
    return combined(join_of(scheme, indicator), parts)


def joined_total(scheme: Scheme, measure: Measure) -> Decimal | None:
    """What the first-level indicators come to by a measure, before any cap."""
    parts = {root.code: measure(scheme, root) for root in within(scheme)}
    return combined(total_join(scheme), parts)


def worth(scheme: Scheme, indicator: Indicator) -> Decimal | None:
    """What an indicator counts in the notice: its points, or what its parts come to."""
    if indicator.unscored:
        return None
    points = effective_points(scheme, indicator)
    return joined(scheme, indicator, worth) if points is None else points


def most(
    scheme: Scheme, indicator: Indicator, removed: frozenset[str] = frozenset()
) -> Decimal | None:
    """The most an indicator can give: its cap, or less where its parts come to less.

    What is ``removed`` by agreement gives nothing.
    """
    if indicator.unscored:
        return None
    if indicator.code in removed:
        return Decimal(0)
    points = effective_points(scheme, indicator)
    beneath = joined(scheme, indicator, partial(most, removed=removed))
    return min((each for each in (points, beneath) if each is not None), default=None)


def attainable_points(scheme: Scheme, indicator: Indicator) -> Decimal:
    """The most points an indicator can give, none where nothing in it is scored."""
    return most(scheme, indicator) or Decimal(0)


def maximum(scheme: Scheme) -> Decimal:
    """The most points an applicant can reach, which a notice's mistake may put below its total."""
    inside = min(effective_total(scheme), joined_total(scheme, most) or Decimal(0))
    return inside + bonus_points(scheme)


def bonus_points(scheme: Scheme) -> Decimal:
    """The most that counts beyond the total."""
    bonuses = (attainable_points(scheme, root) for root in scheme.indicators if root.bonus)
    return sum(bonuses, Decimal(0))


def within(scheme: Scheme) -> tuple[Indicator, ...]:
    """The first-level indicators that the total is made of; a bonus counts beyond it."""
    return tuple(root for root in scheme.indicators if not root.bonus)


def scored(scheme: Scheme, nodes: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Those that count where they are joined."""
    return tuple(node for node in nodes if worth(scheme, node) is not None)


def _join(scheme: Scheme, code: str, said: Join | None, parts: tuple[Indicator, ...]) -> Join:
    rule = composition_of(scheme, code)
    if rule is not None:
        return Join(kind=JoinKind.COMPOSED, terms=rule.terms, wording=rule.wording)
    if said is None:
        return ADDED_UP
    if said.kind is not JoinKind.WEIGHTED:
        return said
    weights = ((part.weight, part.code) for part in parts if not part.unscored)
    terms = tuple((weight, part) for weight, part in weights if weight is not None)
    return Join(kind=said.kind, terms=terms)


def _corrected(scheme: Scheme, where: str, printed: Decimal | None) -> Decimal | None:
    for correction in scheme.corrections:
        if correction.where == where:
            return correction.value
    return printed
