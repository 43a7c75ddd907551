"""The most points an applicant can reach, after what was deleted by agreement."""

from collections.abc import Mapping
from decimal import Decimal

from builder.formula.expression import Area, Cell, Expression
from builder.formula.words import AND, COUNTIF, IF, MIN, SUM, equal, plus, times
from builder.kit.adjustment_sheet import DELETED
from builder.kit.kit_plan import AdjustmentPlan
from builder.kit.status import ADJUSTED
from builder.model.official import Indicator
from builder.model.points import (
    attainable_points,
    bonus_points,
    composition_of,
    effective_points,
    effective_total,
    is_leaf,
    maximum,
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
    rule = composition_of(scheme, node)
    factors = {child.code: Decimal(1) for child in node.children}
    if rule is not None:
        factors = {code: factor for factor, code in rule.terms}
    total = SUM(
        *(
            _weighed(factors[child.code], attainable(scheme, child, rows))
            for child in node.children
            if child.code in factors
        )
    )
    return total if points is None else MIN(points, total)


def attainable_total(scheme: Scheme, rows: Adjustments) -> Decimal | Expression:
    """The most the award can give."""
    if not rows:
        return maximum(scheme)
    parts = (attainable(scheme, root, rows) for root in scheme.indicators if not root.bonus)
    whole = MIN(effective_total(scheme), SUM(*parts))
    return plus(whole, bonus_points(scheme)) if bonus_points(scheme) else whole


def _reads(cell: Cell, word: str) -> Expression:
    """Whether a cell holds a word; counting passes over an error value, comparing does not."""
    return equal(COUNTIF(Area.between(cell, cell), word), 1)


def _weighed(factor: Decimal, most: Decimal | Expression) -> Decimal | Expression:
    if isinstance(most, Decimal):
        return factor * most
    return most if factor == 1 else times(factor, most)
