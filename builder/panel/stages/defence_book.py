"""The workbook of 陈述答辩: every member's score, what they come to, who goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from builder.book.book_plan import BookPlan
from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.style import Style
from builder.formula.expression import Area, Cell, Expression
from builder.formula.words import RANK, ROUND, divided, plus, times
from builder.frozen import frozen
from builder.model.panel.record import PanelRecord
from builder.model.panel.rules import PanelRules
from builder.model.panel.stage_rules import Defence
from builder.model.panel.stages import ABSENT, ABSENT_BARRED, BARRED, DefenceOutcome, StageHeld
from builder.panel.consensus.joining import joined
from builder.panel.stages.sheets import given_cells, plan_given, stage_rules_sheet
from builder.panel.stages.standing import group_words

SCORES, RESULT = "答辩评分", "答辩结果"
_HEADINGS = (
    *("名次", "名次（公式）", "编号", "申报者", "组别", "评分评委", "回避"),
    *("答辩分", "评审总分", "满分", "总分", "结果"),
)
_WIDTHS = (8.0, 12.0, 8.0, 36.0, 22.0, 9.0, 8.0, 10.0, 11.0, 10.0, 11.0, 14.0)
_SCORE, _TOTAL = 8, 11
_HEADER_ROW = 3
_FIRST_ROW = _HEADER_ROW + 1
GOES_ON = "进入下一阶段"


@frozen
class DefencePlan:
    """The workbook, and the cells of the score and the total of each applicant."""

    book: BookPlan
    scores: Mapping[str, Cell]
    totals: Mapping[str, Cell]


def plan_defence(
    record: PanelRecord,
    held: StageHeld,
    rule: Defence,
    award: str,
    outcomes: Sequence[DefenceOutcome] = (),
) -> DefencePlan:
    """The whole workbook; places stand in it once the ``outcomes`` are known."""
    order = [one.applicant for one in outcomes] or list(held.task.applicants)
    given = plan_given(SCORES, record, held, f"{award}　答辩评分汇总")
    canvas = Canvas(RESULT, _WIDTHS)
    canvas.title(f"{award}　陈述答辩结果")
    canvas.line(2, Style.GUIDE, f"{rule.words}主办单位约定，非原文件规定。")
    canvas.headings(_HEADER_ROW, _HEADINGS, height=32)
    groups = [record.outcome(one).group for one in order]
    known = {one.applicant: one for one in outcomes}
    scores: dict[str, Cell] = {}
    totals: dict[str, Cell] = {}
    for row, applicant in enumerate(order, start=_FIRST_ROW):
        group = record.outcome(applicant).group
        first = _FIRST_ROW + groups.index(group)
        within = Area(RESULT, _TOTAL, first, first + groups.count(group) - 1)
        _row(canvas, row, record, held, applicant, known.get(applicant))
        cells = given_cells(SCORES, held, applicant)
        scores[applicant] = canvas.compute(row, _SCORE, Style.COMPUTED_POINTS, _joined(rule, cells))
        totals[applicant] = _total(canvas, row, record, rule, applicant)
        if applicant in known:
            canvas.compute(row, 2, Style.COMPUTED_COUNT, RANK(totals[applicant], within))
    sheet = replace(canvas.sheet, head_rows=_HEADER_ROW, head_columns=4, landscape=True)
    sheets = (sheet, given, stage_rules_sheet(record, held))
    title = f"{award}　陈述答辩结果"
    book = BookPlan(
        title=title,
        sheets=sheets,
        shortened=record.divided,
    )
    return DefencePlan(book=book, scores=scores, totals=totals)


def _joined(rule: Defence, cells: Sequence[Cell]) -> Expression:
    rules = PanelRules(join=rule.join, decimals=rule.decimals)
    return joined(rules, [(cell, "") for cell in cells])


def _total(canvas: Canvas, row: int, record: PanelRecord, rule: Defence, applicant: str) -> Cell:
    """Write what both come to: the defence is worth its share of the award's most points."""
    review = record.outcome(applicant)
    before = canvas.put(row, 9, Style.POINTS, review.total)
    canvas.put(row, 10, Style.POINTS, review.maximum)
    own = divided(times(canvas.cell(row, _SCORE), rule.weight * review.maximum), rule.points)
    both = ROUND(plus(times(before, 1 - rule.weight), own), rule.decimals)
    return canvas.compute(row, _TOTAL, Style.TOTAL_POINTS, both)


def _row(
    canvas: Canvas,
    row: int,
    record: PanelRecord,
    held: StageHeld,
    applicant: str,
    outcome: DefenceOutcome | None,
) -> None:
    name = fitting(record.name(applicant))
    canvas.put(row, 1, Style.NUMBER, None if outcome is None else Decimal(outcome.place))
    canvas.put(row, 2, Style.NOTE)
    canvas.put(row, 3, Style.NUMBER, applicant)
    canvas.put(row, 4, Style.NAME, name)
    group = group_words(record, applicant) or "—"
    canvas.put(row, 5, Style.NAME, group)
    words = [held.given(one.code, applicant) for one in held.task.members]
    barred = sum(word in (BARRED, ABSENT_BARRED) for word in words)
    scored = sum(word not in (BARRED, ABSENT, ABSENT_BARRED) for word in words)
    canvas.put(row, 6, Style.NUMBER, Decimal(scored))
    canvas.put(row, 7, Style.NUMBER, Decimal(barred))
    canvas.put(row, 12, Style.STATUS, GOES_ON if outcome is not None and outcome.goes_on else None)
    canvas.fit(row, ((name, _WIDTHS[3]), (group, _WIDTHS[4])), least=26)
