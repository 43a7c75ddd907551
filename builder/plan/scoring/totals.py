"""The rows that add up: subtotals under their caps, the total, and the line that stays in sight."""

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
from builder.model.points import attainable_points, effective_points
from builder.model.scheme import Indicator
from builder.plan.reminders import points_line, reminders_by_place
from builder.plan.scoring.layout import Layout
from builder.plan.style import Style
from builder.plan.workbook import GroupPlan, Merge


def subtotal_row(layout: Layout, node: Indicator, parts: list[Cell], first: int) -> Cell:
    """Write the row that joins a node's parts under its cap; return the cell of its score."""
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    scheme = layout.scheme
    stated = effective_points(scheme, node)
    marks = [reminder.line for reminder in reminders_by_place(scheme).get(node.code, ())]
    caption = "\n".join((f"小计：{node.label}", *marks))
    area = Merge(first_row=row, first_column=1, last_row=row, last_column=columns.criteria)
    canvas.span(area, Style.SUBTOTAL, caption)
    canvas.fit(row, ((caption, sum(columns.widths[: columns.criteria])),), least=24)
    for column in range(columns.points, columns.status + 1):
        canvas.put(row, column, Style.SUBTOTAL)
    limit = canvas.put(row, columns.points, Style.SUBTOTAL_POINTS, stated)
    joined = _sum(parts)
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
    limit = canvas.put(row, columns.points, Style.TOTAL_POINTS, layout.scheme.total)
    capped = call(Function.MIN, limit, _sum(parts))
    total = canvas.compute(row, columns.counted, Style.TOTAL_POINTS, capped)
    canvas.fit(row, (), least=28)
    return total


def progress_row(layout: Layout, row: int, total: Cell) -> None:
    """Write the line that stays in sight: the running total, and the rows done of all."""
    canvas, columns = layout.canvas, layout.columns
    leaves = layout.leaves
    area = Merge(first_row=row, first_column=1, last_row=row, last_column=columns.criteria)
    canvas.span(area, Style.LABEL, f"自评总分（{points_line(layout.scheme)}）")
    canvas.compute(row, columns.points, Style.TOTAL_POINTS, total)
    rest = Merge(
        first_row=row,
        first_column=columns.score,
        last_row=row,
        last_column=columns.status,
    )
    canvas.span(rest, Style.LABEL)
    done = layout.done(leaves[0].status.row, leaves[-1].status.row)
    words = operation(
        operation(text("完成 "), Operator.JOIN, done),
        Operator.JOIN,
        text(f" / {len(leaves)} 项"),
    )
    canvas.compute(row, columns.score, Style.LABEL, words)
    canvas.fit(row, (), least=24)


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
