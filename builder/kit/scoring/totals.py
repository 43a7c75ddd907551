"""The rows that add up: subtotals under their caps, the total, and the line that stays in sight."""

from collections.abc import Mapping
from decimal import Decimal

from builder.book.sheet import Merge
from builder.book.style import Style
from builder.formula.expression import Area, Cell, Expression, constant
from builder.formula.words import (
    COUNT,
    IF,
    INT,
    MAX,
    MIN,
    REPT,
    ROUND,
    SUM,
    divided,
    equal,
    joined,
    minus,
    times,
)
from builder.kit.attainable import applicable
from builder.kit.kit_plan import GroupPlan
from builder.kit.reminders import points_line, reminders_by_place
from builder.kit.scoring.layout import Layout
from builder.kit.scoring.rows import has_parts
from builder.model.join_words import how_joined
from builder.model.joins import PLACES, Join, JoinKind, expression, summed
from builder.model.official import Indicator
from builder.model.points import (
    attainable_points,
    bonus_points,
    effective_points,
    is_leaf,
    join_of,
    most,
    scored,
    whole_of,
    within,
)

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
    told = how_joined(join_of(scheme, node))
    caption = "\n".join((f"小计：{node.label}{told and f'（{told}）'}", *marks))
    start = 1 if level == 1 else level + 1
    canvas.span(Merge.across(row, start, columns.criteria), Style.SUBTOTAL, caption)
    canvas.fit(row, ((caption, sum(columns.widths[start - 1 : columns.criteria])),), least=24)
    canvas.fill(row, range(columns.points, columns.last + 1), Style.SUBTOTAL)
    limit = canvas.put(row, columns.points, Style.SUBTOTAL_POINTS, stated)
    added = _joined(layout, join_of(scheme, node), node.children, parts)
    capped = added if stated is None else MIN(limit, added)
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


def total_row(layout: Layout, parts: Mapping[str, Cell]) -> Cell:
    """Write the last row; return the cell of the award's total after its cap, bonuses on top."""
    canvas, columns, row, scheme = layout.canvas, layout.columns, layout.row, layout.scheme
    whole = whole_of(scheme)
    told = (how_joined(whole.join), "加分项另计" if bonus_points(scheme) else "")
    how = "，".join(filter(None, told))
    caption = f"合计（{how}）" if how else "合计"
    canvas.span(Merge.across(row, 1, columns.criteria), Style.TOTAL, caption)
    canvas.fill(row, range(columns.points, columns.last + 1), Style.TOTAL)
    limit = canvas.put(row, columns.points, Style.TOTAL_POINTS, whole.stated)
    inside = {code: cell for code, cell in parts.items() if code not in whole.beyond}
    together = _joined(layout, whole.join, within(scheme), inside) if inside else constant(0)
    formula = whole.capped(limit, together, [parts[code] for code in whole.beyond])
    total = canvas.compute(row, columns.counted, Style.TOTAL_POINTS, formula)
    canvas.fit(row, ((caption, sum(columns.widths[: columns.criteria])),), least=28)
    return total


def progress_row(layout: Layout, row: int, total: Cell, running: str) -> None:
    """Write the line that stays in sight: the running total, and the rows done of all."""
    canvas, columns = layout.canvas, layout.columns
    leaves = layout.leaves
    named = f"{running}（{points_line(layout.scheme)}）"
    canvas.span(Merge.across(row, 1, columns.criteria), Style.LABEL, named)
    canvas.compute(row, columns.points, Style.TOTAL_POINTS, total)
    done = layout.done(leaves[0].status.row, leaves[-1].status.row)
    words = joined(_bar(done, len(leaves)), " 完成 ", done, f" / {len(leaves)} 项")
    canvas.compute_across(row, columns.band, columns.last, Style.LABEL, words)
    canvas.fit(row, (), least=24)


def _bar(done: Expression, count: int) -> Expression:
    """A bar of filled and open squares, which is the same in every program and in print."""
    share = divided(times(done, _SQUARES), count)
    # Rounded down, so that a full bar means that all is done.
    return joined(REPT("■", INT(share)), REPT("□", minus(_SQUARES, INT(share))))


def _joined(
    layout: Layout, join: Join, nodes: tuple[Indicator, ...], cells: Mapping[str, Cell]
) -> Expression:
    """What the parts of a node, or of the whole, come to by their rule."""
    if join.kind is JoinKind.SUM:
        return summed(tuple(cells.values()))
    counting = scored(layout.scheme, nodes)
    scaled = None
    if join.kind is JoinKind.SCALED:
        full = sum((attainable_points(layout.scheme, node) for node in counting), Decimal(0))
        scaled = (_applicable(layout, counting), full)
    parts = {node.code: cells[node.code] for node in counting}
    together = all(
        is_leaf(layout.scheme, node) and not has_parts(layout, node) for node in counting
    )
    return expression(join, parts, together=together, scaled=scaled)


def _applicable(layout: Layout, nodes: tuple[Indicator, ...]) -> Expression:
    """The most of some indicators without what was deleted, in a cell or known already."""
    scheme, removed = layout.scheme, layout.removed
    if not removed:
        return applicable(scheme, nodes, layout.adjustments)
    left = (most(scheme, node, removed) or Decimal(0) for node in nodes)
    return constant(sum(left, Decimal(0)))


def basis_range(percents: list[Cell], *, weighed: bool) -> Expression:
    """The lowest and highest percent of an item's clauses, in words, and what becomes of them."""
    use = _WEIGHED if weighed else _JUDGED
    area = Area.between(percents[0], percents[-1])
    lowest, highest = (ROUND(times(found, 100), 0) for found in (MIN(area), MAX(area)))
    told = joined("条款依据：", lowest, "% 至 ", highest, f"%。{use}")
    return IF(equal(COUNT(area), 0), f"条款依据：尚未记录。{use}", told)


def weighted_percent(weights: Mapping[str, Decimal], percents: Mapping[str, Cell]) -> Expression:
    """The weighted mean of the clauses' percents, blank until every clause has one."""
    recorded = COUNT(*(percents[clause] for clause in weights))
    terms = (times(weight, percents[clause]) for clause, weight in weights.items())
    return IF(equal(recorded, len(weights)), ROUND(SUM(*terms), PLACES), "")


def _group_status(layout: Layout, first: int, last: int) -> Expression:
    rows = sum(first <= leaf.status.row <= last for leaf in layout.leaves)
    pending = minus(rows, layout.done(first, last))
    return IF(equal(pending, 0), "齐", joined("待办事项 ", pending, " 项"))
