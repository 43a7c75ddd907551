"""The rows that add up: subtotals under their caps, the total, and the line that stays in sight."""

from collections.abc import Mapping
from decimal import Decimal

from builder.formula.expression import (
    Area,
    Cell,
    Expression,
    Function,
    Operator,
    call,
    chained,
    number,
    operation,
    text,
)
from builder.model.points import (
    attainable_points,
    composition_of,
    effective_points,
    effective_total,
)
from builder.model.scheme import Composition, Indicator
from builder.plan.reminders import points_line, reminders_by_place
from builder.plan.scoring.layout import Layout
from builder.plan.sheet import Merge
from builder.plan.style import Style
from builder.plan.workbook import GroupPlan

# Decimal places no rule of a notice reaches.
_PLACES = 6
# How many squares a full progress bar has.
_SQUARES = 10
_JUDGED = "本项百分比按整体判断选取。"
_WEIGHED = "本项百分比按条款权重计算（非原文件规定）。"


def subtotal_row(
    layout: Layout, node: Indicator, level: int, parts: Mapping[str, Cell], first: int
) -> Cell:
    """Write the row that joins a node's parts under its cap; return the cell of its score.

    The columns to the left of the node's own belong to the nodes above it, which go on.
    """
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    scheme = layout.scheme
    stated = effective_points(scheme, node)
    marks = [reminder.line for reminder in reminders_by_place(scheme).get(node.code, ())]
    caption = "\n".join((f"小计：{node.label}", *marks))
    start = 1 if level == 1 else level + 1
    area = Merge(first_row=row, first_column=start, last_row=row, last_column=columns.criteria)
    canvas.span(area, Style.SUBTOTAL, caption)
    canvas.fit(row, ((caption, sum(columns.widths[start - 1 : columns.criteria])),), least=24)
    for column in range(columns.points, columns.status + 1):
        canvas.put(row, column, Style.SUBTOTAL)
    limit = canvas.put(row, columns.points, Style.SUBTOTAL_POINTS, stated)
    rule = composition_of(scheme, node)
    joined = _sum(list(parts.values())) if rule is None else _composed(rule, parts)
    capped = joined if stated is None else call(Function.MIN, limit, joined)
    score = canvas.compute(row, columns.counted, Style.SUBTOTAL_POINTS, capped)
    canvas.compute(row, columns.status, Style.STATUS, _group_status(layout, first, row - 1))
    layout.groups.append(
        GroupPlan(
            code=node.code,
            label=node.label,
            points=stated if stated is not None else attainable_points(scheme, node),
            maximum=attainable_points(scheme, node),
            score=score,
        )
    )
    layout.row += 1
    return score


def total_row(layout: Layout, parts: list[Cell]) -> Cell:
    """Write the last row; return the cell of the award's total after its cap."""
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    area = Merge(first_row=row, first_column=1, last_row=row, last_column=columns.criteria)
    canvas.span(area, Style.TOTAL, "合计")
    for column in range(columns.points, columns.status + 1):
        canvas.put(row, column, Style.TOTAL)
    limit = canvas.put(row, columns.points, Style.TOTAL_POINTS, effective_total(layout.scheme))
    capped = call(Function.MIN, limit, _sum(parts))
    total = canvas.compute(row, columns.counted, Style.TOTAL_POINTS, capped)
    canvas.fit(row, (), least=28)
    return total


def progress_row(layout: Layout, row: int, total: Cell, running: str) -> None:
    """Write the line that stays in sight: the running total, and the rows done of all."""
    canvas, columns = layout.canvas, layout.columns
    leaves = layout.leaves
    area = Merge(first_row=row, first_column=1, last_row=row, last_column=columns.criteria)
    canvas.span(area, Style.LABEL, f"{running}（{points_line(layout.scheme)}）")
    canvas.compute(row, columns.points, Style.TOTAL_POINTS, total)
    rest = Merge(
        first_row=row,
        first_column=columns.band,
        last_row=row,
        last_column=columns.status,
    )
    canvas.span(rest, Style.LABEL)
    done = layout.done(leaves[0].status.row, leaves[-1].status.row)
    told = (text(" 完成 "), done, text(f" / {len(leaves)} 项"))
    words = chained(Operator.JOIN, _bar(done, len(leaves)), *told)
    canvas.compute(row, columns.band, Style.LABEL, words)
    canvas.fit(row, (), least=24)


def _bar(done: Expression, count: int) -> Expression:
    """A bar of filled and open squares, which is the same in every program and in print."""
    share = operation(
        operation(done, Operator.MULTIPLY, number(_SQUARES)), Operator.DIVIDE, number(count)
    )
    # Rounded down, so that a full bar means that all is done.
    filled = call(Function.REPT, text("■"), call(Function.INT, share))
    rest = operation(number(_SQUARES), Operator.SUBTRACT, call(Function.INT, share))
    return operation(filled, Operator.JOIN, call(Function.REPT, text("□"), rest))


def _composed(rule: Composition, parts: Mapping[str, Cell]) -> Expression:
    """The weighted sum of a rule; rounded only to take away what binary arithmetic adds."""
    terms: list[Expression] = [
        parts[code] if factor == 1 else operation(number(factor), Operator.MULTIPLY, parts[code])
        for factor, code in rule.terms
    ]
    return call(Function.ROUND, chained(Operator.ADD, *terms), number(_PLACES))


def basis_range(percents: list[Cell], *, weighed: bool) -> Expression:
    """The lowest and highest percent of an item's clauses, in words, and what becomes of them."""
    use = _WEIGHED if weighed else _JUDGED
    first, last = percents[0], percents[-1]
    area = Area(sheet=first.sheet, column=first.column, first_row=first.row, last_row=last.row)
    none = operation(call(Function.COUNT, area), Operator.EQUAL, number(0))
    lowest, highest = _percent(Function.MIN, area), _percent(Function.MAX, area)
    told = (text("条款依据："), lowest, text("% 至 "), highest, text(f"%。{use}"))
    words = chained(Operator.JOIN, *told)
    return call(Function.IF, none, text(f"条款依据：尚未记录。{use}"), words)


def weighted_percent(weights: Mapping[str, Decimal], percents: Mapping[str, Cell]) -> Expression:
    """The weighted mean of the clauses' percents, blank until every clause has one."""
    cells = [percents[clause] for clause in weights]
    terms: list[Expression] = [
        operation(number(weight), Operator.MULTIPLY, percents[clause])
        for clause, weight in weights.items()
    ]
    recorded = operation(call(Function.COUNT, *cells), Operator.EQUAL, number(len(cells)))
    mean = call(Function.ROUND, call(Function.SUM, *terms), number(_PLACES))
    return call(Function.IF, recorded, mean, text(""))


def _percent(function: Function, area: Area) -> Expression:
    hundredths = operation(call(function, area), Operator.MULTIPLY, number(100))
    return call(Function.ROUND, hundredths, number(0))


def _sum(parts: list[Cell]) -> Expression:
    """The sum of cells, written as one area where they stand in one column without a gap."""
    first, last = parts[0], parts[-1]
    if last.row - first.row + 1 == len(parts):
        area = Area(sheet=first.sheet, column=first.column, first_row=first.row, last_row=last.row)
        return call(Function.SUM, area)
    return call(Function.SUM, *parts)


def _group_status(layout: Layout, first: int, last: int) -> Expression:
    rows = sum(first <= leaf.status.row <= last for leaf in layout.leaves)
    pending = operation(number(rows), Operator.SUBTRACT, layout.done(first, last))
    finished = operation(pending, Operator.EQUAL, number(0))
    to_do = operation(operation(text("待办 "), Operator.JOIN, pending), Operator.JOIN, text(" 项"))
    return call(Function.IF, finished, text("齐"), to_do)
