"""The most points an applicant can reach, after what was deleted by agreement."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from builder.formula.expression import Area, Cell, Expression
from builder.formula.words import AND, COUNTIF, IF, MIN, SUM, equal, more, plus, times
from builder.kit.adjustment_sheet import DELETED
from builder.kit.kit_plan import AdjustmentPlan
from builder.kit.status import ADJUSTED
from builder.model.joins import Join, JoinKind, expression
from builder.model.official import Indicator
from builder.model.points import (
    attainable_points,
    bonus_points,
    combined,
    effective_points,
    effective_total,
    is_leaf,
    join_of,
    maximum,
    scored,
    total_join,
    within,
)
from builder.model.scheme import Scheme

Adjustments = Mapping[str, AdjustmentPlan]


def is_removed(row: AdjustmentPlan) -> Expression:
    """Whether an indicator was deleted with a reason and an approver; otherwise it stands."""
    return AND(_reads(row.answer, DELETED), _reads(row.status, ADJUSTED))


def attainable(scheme: Scheme, node: Indicator, rows: Adjustments) -> Decimal | Expression:
    """The most a node can give: a number, or a formula where something beneath may be deleted."""
    if not any(below.code in rows for below in node.walk):
        return attainable_points(scheme, node)
    points = effective_points(scheme, node)
    if is_leaf(scheme, node):
        row = rows[node.code]
        return IF(is_removed(row), 0, row.points)
    total = _most_of(scheme, join_of(scheme, node), node.children, rows)
    return total if points is None else MIN(points, total)


def attainable_total(scheme: Scheme, rows: Adjustments) -> Decimal | Expression:
    """The most the award can give."""
    if not rows:
        return maximum(scheme)
    total = _most_of(scheme, total_join(scheme), within(scheme), rows)
    whole = MIN(effective_total(scheme), total)
    return plus(whole, bonus_points(scheme)) if bonus_points(scheme) else whole


def applicable(scheme: Scheme, nodes: Iterable[Indicator], rows: Adjustments) -> Expression:
    """The most of some indicators together, without what was deleted."""
    return SUM(*(attainable(scheme, node, rows) for node in nodes))


def _most_of(
    scheme: Scheme, join: Join, nodes: tuple[Indicator, ...], rows: Adjustments
) -> Expression:
    """The most that parts come to; what is scaled up is as much as ever while anything is left."""
    if join.kind in (JoinKind.SUM, JoinKind.COMPOSED, JoinKind.WEIGHTED):
        factors = {code: factor for factor, code in join.terms} or dict.fromkeys(
            (node.code for node in nodes), Decimal(1)
        )
        return SUM(
            *(
                _weighed(factors[node.code], attainable(scheme, node, rows))
                for node in nodes
                if node.code in factors
            )
        )
    parts = {node.code: attainable(scheme, node, rows) for node in scored(scheme, nodes)}
    if join.kind is JoinKind.SCALED:
        full = combined(join, {node.code: attainable_points(scheme, node) for node in nodes})
        return IF(more(SUM(*parts.values()), 0), full or Decimal(0), 0)
    return expression(join, parts)


def _reads(cell: Cell, word: str) -> Expression:
    """Whether a cell holds a word; counting passes over an error value, comparing does not."""
    return equal(COUNTIF(Area.between(cell, cell), word), 1)


def _weighed(factor: Decimal, most: Decimal | Expression) -> Decimal | Expression:
    if isinstance(most, Decimal):
        return factor * most
    return most if factor == 1 else times(factor, most)
