"""The most points an applicant can reach, after what was deleted by agreement."""

from collections.abc import Mapping
from decimal import Decimal

from builder.formula.expression import (
    Area,
    Cell,
    Expression,
    Function,
    Operator,
    call,
    number,
    operation,
    text,
)
from builder.model.points import (
    attainable_points,
    composition_of,
    effective_points,
    effective_total,
    is_leaf,
    maximum,
)
from builder.model.scheme import Indicator, Scheme
from builder.plan.adjustment_sheet import DELETED
from builder.plan.status import ADJUSTED
from builder.plan.workbook import AdjustmentPlan

Adjustments = Mapping[str, AdjustmentPlan]


def is_removed(row: AdjustmentPlan) -> Expression:
    """Whether an indicator was deleted with a reason and an approver; otherwise it stands."""
    return call(
        Function.AND,
        _reads(row.answer, DELETED),
        _reads(row.status, ADJUSTED),
    )


def attainable(scheme: Scheme, node: Indicator, rows: Adjustments) -> Decimal | Expression:
    """The most a node can give: a number, or a formula where something beneath may be deleted."""
    if not any(below.code in rows for below in node.walk):
        return attainable_points(scheme, node)
    points = effective_points(scheme, node)
    if is_leaf(scheme, node):
        row = rows[node.code]
        return call(Function.IF, is_removed(row), number(0), row.points)
    rule = composition_of(scheme, node)
    factors = {child.code: Decimal(1) for child in node.children}
    if rule is not None:
        factors = {code: factor for factor, code in rule.terms}
    parts = [
        _times(factors[child.code], attainable(scheme, child, rows))
        for child in node.children
        if child.code in factors
    ]
    total = call(Function.SUM, *parts)
    return total if points is None else call(Function.MIN, number(points), total)


def attainable_total(scheme: Scheme, rows: Adjustments) -> Decimal | Expression:
    """The most the award can give."""
    if not rows:
        return maximum(scheme)
    parts = [_times(Decimal(1), attainable(scheme, root, rows)) for root in scheme.indicators]
    return call(Function.MIN, number(effective_total(scheme)), call(Function.SUM, *parts))


def _reads(cell: Cell, word: str) -> Expression:
    """Whether a cell holds a word; counting passes over an error value, comparing does not."""
    alone = Area(sheet=cell.sheet, column=cell.column, first_row=cell.row, last_row=cell.row)
    return operation(call(Function.COUNTIF, alone, text(word)), Operator.EQUAL, number(1))


def _times(factor: Decimal, most: Decimal | Expression) -> Expression:
    if isinstance(most, Decimal):
        return number(factor * most)
    return most if factor == 1 else operation(number(factor), Operator.MULTIPLY, most)
