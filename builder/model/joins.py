"""How the scores of an indicator's parts become its own: one rule as a value, and its expression.

The same expression is the formula of a subtotal, the exact value it is held against, and the
arithmetic by which a scheme is checked.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from builder.formula.expression import Area, Cell, Expression, Operand
from builder.formula.words import (
    IF,
    LARGE,
    MAX,
    MEDIAN,
    MIN,
    ROUND,
    SUM,
    divided,
    equal,
    minus,
    plus,
    times,
)
from builder.frozen import frozen

# Decimal places no rule of a notice reaches.
PLACES = 6
# No score is as high as this, nor as low below nought: points have six digits.
_BEYOND = 9999999


class JoinKind(StrEnum):
    """What is made of the parts; the value is the word in scheme files, but for a composition."""

    SUM = "sum"
    AVERAGE = "average"
    WEIGHTED = "weighted"
    BEST = "best"
    LOWEST = "lowest"
    SCALED = "scaled"
    COMPOSED = "composed"


@frozen
class Join:
    """A rule that joins parts: added up unless it says otherwise, and capped by what is above.

    ``best`` is how many of the highest count; ``terms`` are pairs of factor and code where each
    part has a factor of its own, and ``wording`` the notice's words of a composition.
    """

    kind: JoinKind = JoinKind.SUM
    best: int = 0
    terms: tuple[tuple[Decimal, str], ...] = ()
    wording: str = ""


@frozen
class Whole:
    """How the total comes of the first-level indicators: by a rule, capped, rounded once.

    Those ``beyond`` it, by code, are added after the cap.
    """

    stated: Decimal
    join: Join = Join()
    decimals: int | None = None
    beyond: tuple[str, ...] = ()

    def capped(
        self, limit: Operand, joined: Operand, bonuses: Sequence[Operand] = ()
    ) -> Expression:
        """The total, of what the parts were joined to; ``limit`` is what is stated."""
        capped = plus(MIN(limit, joined), *bonuses)
        return capped if self.decimals is None else rounded_once(capped, self.decimals)

    def formula(self, parts: Mapping[str, Operand]) -> Expression | None:
        """The total of the scores of all parts, by code; ``None`` where it depends on more."""
        inside = {code: part for code, part in parts.items() if code not in self.beyond}
        if self.join.kind is JoinKind.SCALED or not inside:
            return None
        if any(code not in inside for _, code in self.join.terms):
            return None
        each = tuple(inside.values())
        joined = SUM(*each) if self.join == ADDED_UP else expression(self.join, inside)
        bonuses = [part for code, part in parts.items() if code in self.beyond]
        return self.capped(self.stated, joined, bonuses)


ADDED_UP = Join()
HIGHEST = Join(kind=JoinKind.BEST, best=1)


def expression(
    join: Join,
    parts: Mapping[str, Operand],
    *,
    together: bool = False,
    scaled: tuple[Operand, Operand] | None = None,
) -> Expression:
    """What the parts, by code, come to by a rule.

    ``together`` says that nothing but they stands between the first cell and the last. ``scaled``
    is what is the most of the parts as they apply, and as the notice prints them.
    """
    each = tuple(parts.values())
    match join.kind:
        case JoinKind.COMPOSED:
            # Rounded only to take away what binary arithmetic adds.
            return ROUND(_weighed(join, parts), PLACES)
        case JoinKind.WEIGHTED:
            return _weighed(join, parts)
        case JoinKind.AVERAGE:
            return divided(summed(each), len(each))
        case JoinKind.LOWEST:
            return MIN(*each)
        case JoinKind.BEST if join.best < len(each):
            return _best(join.best, each, together=together)
        case JoinKind.SCALED if scaled is not None:
            applies, full = scaled
            return IF(equal(applies, 0), 0, divided(times(summed(each), full), applies))
    return summed(each)


def summed(parts: Sequence[Operand]) -> Expression:
    """The sum of parts, written as one area where they stand in one column without a gap."""
    first, last = parts[0], parts[-1]
    if (
        isinstance(first, Cell)
        and isinstance(last, Cell)
        and last.row - first.row + 1 == len(parts)
        and last.sheet == first.sheet
    ):
        return SUM(Area.between(first, last))
    return SUM(*parts)


def rounded_once(value: Expression, decimals: int) -> Expression:
    """A number half up to so many places, after what binary arithmetic adds was taken away."""
    return ROUND(ROUND(value, PLACES), decimals)


def _weighed(join: Join, parts: Mapping[str, Operand]) -> Expression:
    return plus(
        *(parts[code] if factor == 1 else times(factor, parts[code]) for factor, code in join.terms)
    )


def _best(count: int, parts: Sequence[Operand], *, together: bool) -> Expression:
    first, last = parts[0], parts[-1]
    if count == 1:
        return MAX(*parts)
    if together and isinstance(first, Cell) and isinstance(last, Cell):
        area = Area.between(first, last)
        return plus(*(LARGE(area, place) for place in range(1, count + 1)))
    if 2 * count <= len(parts):
        return plus(MAX(*parts), *(_ranked(place, parts) for place in range(2, count + 1)))
    lowest = (_ranked(place, parts, low=True) for place in range(2, len(parts) - count + 1))
    return minus(SUM(*parts), MIN(*parts), *lowest)


def _ranked(place: int, parts: Sequence[Operand], *, low: bool = False) -> Expression:
    """The part so far down from the highest, or up from the lowest, where no area holds them.

    So many numbers beyond any score beside them bring it into the middle.
    """
    beyond = (-_BEYOND if low else _BEYOND,) * (len(parts) + 1 - 2 * place)
    return MEDIAN(*parts, *beyond)
