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
    plus,
    times,
)
from builder.kit.kit_plan import GroupPlan
from builder.kit.reminders import points_line, reminders_by_place
from builder.kit.scoring.layout import Layout
from builder.model.official import Indicator
from builder.model.points import (
    attainable_points,
    bonus_points,
    composition_of,
    effective_points,
    effective_total,
)
from builder.model.scheme import Composition

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
    canvas.span(Merge.across(row, start, columns.criteria), Style.SUBTOTAL, caption)
    canvas.fit(row, ((caption, sum(columns.widths[start - 1 : columns.criteria])),), least=24)
    canvas.fill(row, range(columns.points, columns.status), Style.SUBTOTAL)
    limit = canvas.put(row, columns.points, Style.SUBTOTAL_POINTS, stated)
    rule = composition_of(scheme, node)
    added = _sum(list(parts.values())) if rule is None else _composed(rule, parts)
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
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    caption = "合计" + ("（加分项另计）" if bonus_points(layout.scheme) else "")
    canvas.span(Merge.across(row, 1, columns.criteria), Style.TOTAL, caption)
    canvas.fill(row, range(columns.points, columns.status + 1), Style.TOTAL)
    limit = canvas.put(row, columns.points, Style.TOTAL_POINTS, effective_total(layout.scheme))
    beyond = {root.code for root in layout.scheme.indicators if root.bonus}
    within = [cell for code, cell in parts.items() if code not in beyond]
    bonuses = [cell for code, cell in parts.items() if code in beyond]
    whole: Expression = MIN(limit, _sum(within)) if within else constant(0)
    if bonuses:
        whole = plus(whole, *bonuses)
    total = canvas.compute(row, columns.counted, Style.TOTAL_POINTS, whole)
    canvas.fit(row, (), least=28)
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
    canvas.compute_across(row, columns.band, columns.status, Style.LABEL, words)
    canvas.fit(row, (), least=24)


def _bar(done: Expression, count: int) -> Expression:
    """A bar of filled and open squares, which is the same in every program and in print."""
    share = divided(times(done, _SQUARES), count)
    # Rounded down, so that a full bar means that all is done.
    return joined(REPT("■", INT(share)), REPT("□", minus(_SQUARES, INT(share))))


def _composed(rule: Composition, parts: Mapping[str, Cell]) -> Expression:
    """The weighted sum of a rule; rounded only to take away what binary arithmetic adds."""
    terms = (
        parts[code] if factor == 1 else times(factor, parts[code]) for factor, code in rule.terms
    )
    return ROUND(plus(*terms), _PLACES)


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
    return IF(equal(recorded, len(weights)), ROUND(SUM(*terms), _PLACES), "")


def _sum(parts: list[Cell]) -> Expression:
    """The sum of cells, written as one area where they stand in one column without a gap."""
    first, last = parts[0], parts[-1]
    if last.row - first.row + 1 == len(parts):
        return SUM(Area.between(first, last))
    return SUM(*parts)


def _group_status(layout: Layout, first: int, last: int) -> Expression:
    rows = sum(first <= leaf.status.row <= last for leaf in layout.leaves)
    pending = minus(rows, layout.done(first, last))
    return IF(equal(pending, 0), "齐", joined("待办 ", pending, " 项"))
