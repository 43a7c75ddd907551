"""汇总: what the answers come to, first-level indicator by indicator, and what is still open."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from builder.book.canvas import Canvas
from builder.book.rate import rate
from builder.book.sheet import PrintedRows, SheetPlan
from builder.book.style import Style
from builder.formula.expression import Area, Cell, Expression, constant
from builder.formula.render import pieces
from builder.formula.words import COUNTIF, IF, MIN, equal, joined, plus
from builder.frozen import frozen
from builder.kit.attainable import Adjustments, attainable, attainable_total
from builder.kit.conclusion_block import Columns, Judged, conclusion_block, conclusion_colours
from builder.kit.guide_blocks import banners
from builder.kit.kit_plan import ConclusionPlan, ConfirmationPlan, LeafPlan, ToldPlan
from builder.kit.scoring.scoring_plan import ScoringPlan
from builder.kit.sheet_names import SUMMARY
from builder.kit.status import BLANK, FAULTY_SCORE, OVER, SETTLED_SCORE, UNPROVED_SCORE
from builder.kit.summary_charts import CHART_ROWS, summary_charts
from builder.kit.summary_lines import SummaryLine, summary_lines
from builder.kit.todo_sheet import TodoPlan, todo_list
from builder.model.points import effective_points, effective_total
from builder.model.scheme import Scheme

_HEADINGS = (
    *("一级指标", "分值", "最高可得", "自评得分", "得分率"),
    *("项数", "完成", "未评", "缺证据", "须更正"),
)
_WIDTHS = (24.0, 10.0, 10.0, 11.0, 10.0, 8.0, 8.0, 8.0, 9.0, 9.0)
# The states each counting column adds up, after the column of how many rows there are.
_COUNTED = (SETTLED_SCORE, (BLANK,), UNPROVED_SCORE, FAULTY_SCORE)
_CONCLUSION = Columns(
    rule=(1, 3), now=(4, 4), reached=(5, 5), still_open=(6, 6), state=(7, 8), after=(9, 10)
)
_HINT = "本表全部由公式计算，不需填写。得分率＝自评得分÷最高可得。"


class _Look(NamedTuple):
    """How a row of sums looks: its label, what is printed, what is computed, and its height."""

    label: Style
    printed: Style
    computed: Style
    height: float


_PART = _Look(Style.NAME, Style.POINTS, Style.COMPUTED_POINTS, 24)
_TOTAL = _Look(Style.TOTAL, Style.TOTAL_POINTS, Style.TOTAL_POINTS, 28)


@frozen
class SummaryPlan:
    """The sheet, and the cell of the most points that can be reached."""

    sheet: SheetPlan
    attainable: Cell
    told: tuple[ToldPlan, ...]
    conclusion: ConclusionPlan


def plan_summary(
    scheme: Scheme,
    scoring: ScoringPlan,
    rows: Adjustments,
    confirmations: tuple[ConfirmationPlan, ...],
    todo: TodoPlan,
) -> SummaryPlan:
    """The summary sheet; every number on it is computed."""
    canvas = Canvas(SUMMARY, _WIDTHS)
    canvas.title(f"{scheme.title}　汇总")
    canvas.line(2, Style.GUIDE, _HINT)
    header_row = row = banners(canvas, 3, scheme)
    canvas.headings(header_row, _HEADINGS)
    scores = scoring.scores
    # An indicator that is only shown has nothing to sum up.
    for root in (root for root in scheme.indicators if root.code in scores):
        row += 1
        codes = {node.code for node in root.walk}
        leaves = tuple(leaf for leaf in scoring.leaves if leaf.code in codes)
        points, most = effective_points(scheme, root), attainable(scheme, root, rows)
        _sums_row(canvas, row, _PART, root.label, points, most, scores[root.code], leaves)
    row = total_row = row + 1
    points, most = effective_total(scheme), attainable_total(scheme, rows)
    limit = _sums_row(canvas, row, _TOTAL, "合计", points, most, scoring.total, scoring.leaves)
    told: list[ToldPlan] = []
    for line in summary_lines(scheme, scores, scoring.total, limit, confirmations):
        row += 1
        words = _sentence(canvas, row, line)
        if line.tells:
            told.append(ToldPlan(words=words, neutral=line.neutral))
    if any(not leaf.banded for leaf in scoring.leaves):
        row += 1
        _sentence(canvas, row, SummaryLine(label="单项封顶", words=_leaves_over(scoring.leaves)))
    judged = Judged(
        scheme=scheme,
        scoring=scoring,
        confirmations=confirmations,
        removable=frozenset(rows),
    )
    conclusion, after = conclusion_block(canvas, row + 2, _CONCLUSION, judged)
    row = row if after == row + 2 else after
    # Charts come before the list, whose rows may go on over a page; a chart would be cut in two.
    charts = summary_charts(SUMMARY, (header_row + 1, total_row - 1), row + 2, len(_WIDTHS))
    listed = row + 2 + CHART_ROWS + 1
    last_row = todo_list(canvas, listed, todo)
    sheet = replace(
        canvas.sheet,
        charts=charts,
        conditions=conclusion_colours(conclusion),
        # The block is long: what the charts are drawn on would be cut in two.
        breaks=(row,) if conclusion != ConclusionPlan() else (),
        head_rows=header_row,
        printed=PrintedRows(
            reach=len(_WIDTHS),
            last=last_row,
            least=listed,
            down_to=MIN(last_row, plus(listed, todo.open)),
        ),
        head_columns=1,
        tab_style=Style.COMPUTED_POINTS,
    )
    return SummaryPlan(sheet=sheet, attainable=limit, told=tuple(told), conclusion=conclusion)


def _sentence(canvas: Canvas, row: int, line: SummaryLine) -> Cell:
    canvas.put(row, 1, Style.LABEL, line.label)
    words = canvas.compute_across(row, 2, len(_WIDTHS), Style.GUIDE, line.words)
    # The sentence is not known yet; its fixed pieces tell how long it gets.
    fixed = "".join(piece for piece in pieces(line.words) if isinstance(piece, str))
    canvas.fit(row, ((fixed, sum(_WIDTHS[1:])),), least=24)
    return words


def _sums_row(
    canvas: Canvas,
    row: int,
    look: _Look,
    label: str,
    points: Decimal | None,
    most: Decimal | Expression,
    score: Cell,
    leaves: tuple[LeafPlan, ...],
) -> Cell:
    """Write what some rows come to and how far they are; return the cell of the most attainable."""
    canvas.put(row, 1, look.label, label)
    canvas.put(row, 2, look.printed, points)
    if isinstance(most, Decimal):
        limit = canvas.put(row, 3, look.printed, most)
    else:
        limit = canvas.compute(row, 3, look.computed, most)
    reached = canvas.compute(row, 4, look.computed, score)
    canvas.compute(row, 5, Style.COMPUTED_PERCENT, rate(reached, limit))
    canvas.put(row, 6, Style.COMPUTED_COUNT, Decimal(len(leaves)))
    for column, states in enumerate(_COUNTED, start=7):
        canvas.compute(row, column, Style.COMPUTED_COUNT, _count(leaves, states))
    canvas.fit(row, (), least=look.height)
    return limit


def _count(leaves: tuple[LeafPlan, ...], states: tuple[str, ...]) -> Expression:
    """How many of the rows are in one of the states; subtotal rows never are."""
    if not leaves:
        return constant(0)
    area = Area.between(leaves[0].status, leaves[-1].status)
    return plus(*(COUNTIF(area, state) for state in states))


def _leaves_over(leaves: tuple[LeafPlan, ...]) -> Expression:
    """How many scores are more than their points and count no more than those, in words."""
    over = _count(leaves, (OVER,))
    told = joined("有 ", over, f" 项超过本项分值（状态为“{OVER}”），按分值计。")
    return IF(equal(over, 0), "没有超过本项分值的自评分。", told)
