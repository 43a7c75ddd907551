"""汇总: what the answers come to, first-level indicator by indicator, and what is still open."""

from dataclasses import dataclass
from decimal import Decimal

from builder.book.canvas import Canvas
from builder.book.rate import rate
from builder.book.sheet import Merge, SheetPlan
from builder.book.style import Style
from builder.formula.expression import Area, Cell, Expression, constant
from builder.formula.render import pieces
from builder.formula.words import COUNTIF, IF, equal, joined, plus
from builder.kit.attainable import Adjustments, attainable, attainable_total
from builder.kit.kit_plan import ConfirmationPlan, LeafPlan, ToldPlan
from builder.kit.reminders import warnings
from builder.kit.scoring.sheet import ScoringPlan
from builder.kit.sheet_names import SUMMARY
from builder.kit.status import (
    BLANK,
    DONE,
    NO_REASON,
    NOT_A_NUMBER,
    OFF_BAND,
    OFF_STEP,
    OVER,
    REMOVED,
    SCORED_THOUGH_REMOVED,
    UNPROVED,
)
from builder.kit.summary_charts import CHART_ROWS, summary_charts
from builder.kit.summary_lines import SummaryLine, summary_lines
from builder.kit.todo_sheet import TodoPlan, todo_list
from builder.model.official import Indicator
from builder.model.points import effective_points, effective_total
from builder.model.scheme import Scheme

_HEADINGS = (
    "一级指标",
    "分值",
    "最高可得",
    "自评得分",
    "得分率",
    "项数",
    "完成",
    "未评",
    "缺证据",
    "须更正",
)
_WIDTHS = (24.0, 10.0, 10.0, 11.0, 10.0, 8.0, 8.0, 8.0, 9.0, 9.0)
# The states each counting column adds up, after the column of how many rows there are.
_COUNTED = (
    (DONE, REMOVED),
    (BLANK,),
    (UNPROVED,),
    (NOT_A_NUMBER, OFF_STEP, OVER, OFF_BAND, NO_REASON, SCORED_THOUGH_REMOVED),
)
_HINT = "本表全部由公式计算，不需填写。得分率＝自评得分÷最高可得。"


@dataclass(frozen=True, kw_only=True)
class SummaryPlan:
    """The sheet, and the cell of the most points that can be reached."""

    sheet: SheetPlan
    attainable: Cell
    told: tuple[ToldPlan, ...]


def plan_summary(
    scheme: Scheme,
    scoring: ScoringPlan,
    rows: Adjustments,
    confirmations: tuple[ConfirmationPlan, ...],
    todo: TodoPlan,
) -> SummaryPlan:
    """The summary sheet; every number on it is computed."""
    canvas = Canvas(SUMMARY, _WIDTHS)
    canvas.line(1, Style.TITLE, f"{scheme.title}　汇总")
    canvas.fit(1, (), least=34)
    canvas.line(2, Style.GUIDE, _HINT)
    row = 3
    for reminder in warnings(scheme):
        canvas.line(row, Style.BANNER, reminder.line)
        row += 1
    for column, heading in enumerate(_HEADINGS, start=1):
        canvas.put(row, column, Style.HEADER, heading)
    canvas.fit(row, (), least=26)
    header_row = row
    scores = _score_cells(scoring)
    # An indicator that is only shown has nothing to sum up.
    for root in (root for root in scheme.indicators if root.code in scores):
        row += 1
        _root_row(canvas, row, scheme, root, scoring, rows)
    row += 1
    total_row = row
    most = _total_row(canvas, row, scheme, scoring, rows)
    told: list[ToldPlan] = []
    for line in summary_lines(scheme, scores, scoring.total, most, confirmations):
        row += 1
        words = _sentence(canvas, row, line)
        if line.tells:
            told.append(ToldPlan(words=words, neutral=line.neutral))
    if any(not leaf.banded for leaf in scoring.leaves):
        row += 1
        _sentence(canvas, row, SummaryLine(label="单项封顶", words=_leaves_over(scoring.leaves)))
    # Charts come before the list, whose rows may go on over a page; a chart would be cut in two.
    charts = summary_charts(
        SUMMARY, header_row, (header_row + 1, total_row - 1), row + 2, len(_WIDTHS)
    )
    todo_list(canvas, row + 2 + CHART_ROWS + 1, todo)
    sheet = SheetPlan(
        name=SUMMARY,
        cells=canvas.cells,
        widths=_WIDTHS,
        heights=canvas.heights,
        merges=tuple(canvas.merges),
        charts=charts,
        head_rows=header_row,
        head_columns=1,
        tab_style=Style.COMPUTED_POINTS,
    )
    return SummaryPlan(sheet=sheet, attainable=most, told=tuple(told))


def _sentence(canvas: Canvas, row: int, line: SummaryLine) -> Cell:
    canvas.put(row, 1, Style.LABEL, line.label)
    area = Merge(first_row=row, first_column=2, last_row=row, last_column=len(_WIDTHS))
    canvas.span(area, Style.GUIDE)
    words = canvas.compute(row, 2, Style.GUIDE, line.words)
    # The sentence is not known yet; its fixed pieces tell how long it gets.
    fixed = "".join(piece for piece in pieces(line.words) if isinstance(piece, str))
    canvas.fit(row, ((fixed, sum(_WIDTHS[1:])),), least=24)
    return words


def _most(canvas: Canvas, row: int, style: tuple[Style, Style], most: Decimal | Expression) -> Cell:
    if isinstance(most, Decimal):
        return canvas.put(row, 3, style[0], most)
    return canvas.compute(row, 3, style[1], most)


def _root_row(
    canvas: Canvas,
    row: int,
    scheme: Scheme,
    root: Indicator,
    scoring: ScoringPlan,
    rows: Adjustments,
) -> None:
    codes = {node.code for node in root.walk}
    leaves = tuple(leaf for leaf in scoring.leaves if leaf.code in codes)
    points = effective_points(scheme, root)
    canvas.put(row, 1, Style.NAME, root.label)
    canvas.put(row, 2, Style.POINTS, points)
    styles = (Style.POINTS, Style.COMPUTED_POINTS)
    most = _most(canvas, row, styles, attainable(scheme, root, rows))
    score = canvas.compute(row, 4, Style.COMPUTED_POINTS, _score_cells(scoring)[root.code])
    canvas.compute(row, 5, Style.COMPUTED_PERCENT, rate(score, most))
    canvas.put(row, 6, Style.COMPUTED_COUNT, Decimal(len(leaves)))
    for column, states in enumerate(_COUNTED, start=7):
        canvas.compute(row, column, Style.COMPUTED_COUNT, _count(leaves, states))
    canvas.fit(row, (), least=24)


def _score_cells(scoring: ScoringPlan) -> dict[str, Cell]:
    cells = {leaf.code: leaf.counted for leaf in scoring.leaves}
    return cells | {group.code: group.score for group in scoring.groups}


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


def _total_row(
    canvas: Canvas, row: int, scheme: Scheme, scoring: ScoringPlan, rows: Adjustments
) -> Cell:
    canvas.span(
        Merge(first_row=row, first_column=1, last_row=row, last_column=1), Style.TOTAL, "合计"
    )
    canvas.put(row, 2, Style.TOTAL_POINTS, effective_total(scheme))
    styles = (Style.TOTAL_POINTS, Style.TOTAL_POINTS)
    most = _most(canvas, row, styles, attainable_total(scheme, rows))
    score = canvas.compute(row, 4, Style.TOTAL_POINTS, scoring.total)
    canvas.compute(row, 5, Style.COMPUTED_PERCENT, rate(score, most))
    canvas.put(row, 6, Style.COMPUTED_COUNT, Decimal(len(scoring.leaves)))
    for column, states in enumerate(_COUNTED, start=7):
        canvas.compute(row, column, Style.COMPUTED_COUNT, _count(scoring.leaves, states))
    canvas.fit(row, (), least=28)
    return most
