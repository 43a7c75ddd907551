"""What more points of one leaf come to in the total: exact under caps, factors and joining rules.

Other leaves stay as they are. An indicator whose parts come to more than its cap gains nothing.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from builder.formula.expression import Cell, Expression, constant
from builder.formula.words import IF, MAX, MIN, ROUND, divided, equal, minus, plus, times
from builder.kit.attainable import Adjustments, applicable
from builder.model.joins import PLACES, Join, JoinKind, expression, rounded_once
from builder.model.official import Indicator
from builder.model.points import (
    attainable_points,
    effective_points,
    join_of,
    scored,
    whole_of,
    within,
)
from builder.model.scheme import Scheme


class Gains:
    """The gain in the total of any leaf of a scheme; ``scores`` are the cells by code."""

    def __init__(
        self, scheme: Scheme, scores: Mapping[str, Cell], total: Cell, removable: Adjustments
    ) -> None:
        """Look up which indicators stand above which."""
        self._scheme = scheme
        self._scores = scores
        self._total = total
        self._removable = removable
        self._paths = {path[-1].code: path for path in _paths(scheme.indicators)}

    def in_total(self, code: str, gain: Expression) -> Expression:
        """How much the total grows where a leaf's points do by ``gain``."""
        *above, leaf = self._paths[code]
        for node in reversed(above):
            if node.code not in self._scores:
                continue
            children = tuple(one for one in node.children if one.code in self._scores)
            gain = self._grown(join_of(self._scheme, node), children, leaf, gain)
            points = effective_points(self._scheme, node)
            if points is not None:
                gain = MIN(gain, minus(points, self._scores[node.code]))
            leaf = node
        return ROUND(MAX(0, self._whole(leaf, gain)), PLACES)

    def _whole(self, root: Indicator, gain: Expression) -> Expression:
        whole = whole_of(self._scheme)
        inside = tuple(one for one in within(self._scheme) if one.code in self._scores)
        bonuses = [self._scores[code] for code in whole.beyond if code in self._scores]
        if root.code not in whole.beyond:
            together = self._joined(whole.join, inside)
            room = MAX(0, minus(whole.stated, together))
            gain = MIN(self._grown(whole.join, inside, root, gain), room)
        if whole.decimals is None:
            return gain
        together = self._joined(whole.join, inside) if inside else constant(0)
        exact = plus(MIN(whole.stated, together), *bonuses)
        return minus(rounded_once(plus(exact, gain), whole.decimals), self._total)

    def _joined(self, join: Join, parts: tuple[Indicator, ...]) -> Expression:
        """What some parts are joined to, before any cap."""
        counting = scored(self._scheme, parts)
        cells = {one.code: self._scores[one.code] for one in counting}
        scaled = self._scale(counting) if join.kind is JoinKind.SCALED else None
        return expression(join, cells, scaled=scaled)

    def _scale(self, counting: tuple[Indicator, ...]) -> tuple[Expression, Decimal]:
        """The most of some parts as they apply, and as the notice prints them."""
        full = sum((attainable_points(self._scheme, one) for one in counting), Decimal(0))
        return applicable(self._scheme, counting, self._removable), full

    def _grown(
        self, join: Join, parts: tuple[Indicator, ...], part: Indicator, gain: Expression
    ) -> Expression:
        """How much what some parts are joined to grows with one of them, before any cap."""
        factor = _factor(join, parts, part.code)
        if factor is not None:
            return gain if factor == 1 else times(factor, gain)
        counting = scored(self._scheme, parts)
        if part.code not in {one.code for one in counting}:
            return constant(0)
        match join.kind:
            case JoinKind.AVERAGE:
                return divided(gain, len(counting))
            case JoinKind.SCALED:
                applies, full = self._scale(counting)
                return IF(equal(applies, 0), 0, divided(times(gain, full), applies))
        cells: dict[str, Expression] = {one.code: self._scores[one.code] for one in counting}
        cells[part.code] = plus(self._scores[part.code], gain)
        return minus(expression(join, cells), self._joined(join, parts))


def _factor(join: Join, parts: tuple[Indicator, ...], code: str) -> Decimal | None:
    """By what every point of a part counts, ``None`` where that depends on the others."""
    match join.kind:
        case JoinKind.SUM:
            return Decimal(1)
        case JoinKind.WEIGHTED | JoinKind.COMPOSED:
            return sum((factor for factor, of in join.terms if of == code), Decimal(0))
        case JoinKind.BEST if join.best >= len(parts):
            return Decimal(1)
    return None


def _paths(
    nodes: tuple[Indicator, ...], above: tuple[Indicator, ...] = ()
) -> Iterator[tuple[Indicator, ...]]:
    """Every indicator with all above it, the highest first."""
    for node in nodes:
        yield (*above, node)
        yield from _paths(node.children, (*above, node))
