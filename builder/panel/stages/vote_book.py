"""The workbook of 评委会投票: every vote, the count with live formulas, who passed and who won."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from builder.book.book_plan import BookPlan
from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.style import Style
from builder.formula.expression import Cell
from builder.formula.words import (
    AND,
    COUNTIF,
    IF,
    at_least,
    divided,
    minus,
    more,
    plus,
    times,
)
from builder.frozen import frozen
from builder.model.panel.record import PanelRecord
from builder.model.panel.stage_rules import Base, Vote
from builder.model.panel.stages import (
    ABSENT,
    ABSENT_BARRED,
    ABSTAIN,
    AGAINST,
    AGREE,
    BARRED,
    StageHeld,
    VoteOutcome,
)
from builder.panel.stages.sheets import given_area, plan_given, stage_rules_sheet
from builder.panel.stages.standing import group_words, standing

BALLOTS, COUNT = "选票", "计票"
PASSED, FAILED, WON = "通过", "未通过", "获奖"
_HEADINGS = (
    *("名次", "编号", "申报者", "组别", "应到", "实到", "回避", "有效票"),
    *(AGREE, AGAINST, ABSTAIN, "计票基数", "同意比例", "须达到", "是否通过", "总分", "结果"),
)
_WIDTHS = (
    *(7.0, 8.0, 36.0, 20.0, 7.0, 7.0, 7.0, 8.0),
    *(7.0, 8.0, 7.0, 9.0, 10.0, 10.0, 10.0, 11.0, 9.0),
)
_HEADER_ROW = 3
_FIRST_ROW = _HEADER_ROW + 1
_ENTITLED, _PRESENT, _BARRED, _VALID, _AGREE, _AGAINST, _ABSTAIN = range(5, 12)
_BASE, _RATE, _NEEDED, _PASSED, _TOTAL, _RESULT = range(12, 18)


@frozen
class Counted:
    """The cells of one applicant's count."""

    barred: Cell
    agree: Cell
    against: Cell
    abstain: Cell
    base: Cell
    passed: Cell


@frozen
class VotePlan:
    """The workbook, and the cells of each applicant's count."""

    book: BookPlan
    counted: Mapping[str, Counted]


def plan_vote(
    record: PanelRecord,
    held: StageHeld,
    rule: Vote,
    award: str,
    outcomes: Sequence[VoteOutcome] = (),
) -> VotePlan:
    """The whole workbook; places stand in it once the ``outcomes`` are known."""
    order = [one.applicant for one in outcomes] or list(held.task.applicants)
    known = {one.applicant: one for one in outcomes}
    canvas = Canvas(COUNT, _WIDTHS)
    title = f"{award}　评委会投票结果"
    canvas.title(title)
    canvas.line(2, Style.GUIDE, f"{rule.words}主办单位约定，非原文件规定。")
    canvas.headings(_HEADER_ROW, _HEADINGS, height=32)
    counted: dict[str, Counted] = {}
    for row, applicant in enumerate(order, start=_FIRST_ROW):
        counted[applicant] = _count(canvas, row, held, rule, applicant)
        _told(canvas, row, record, rule, applicant, known.get(applicant))
    sheet = replace(canvas.sheet, head_rows=_HEADER_ROW, head_columns=3, landscape=True)
    given = plan_given(BALLOTS, record, held, f"{award}　选票")
    sheets = (sheet, given, stage_rules_sheet(record, held))
    book = BookPlan(
        title=title,
        sheets=sheets,
        shortened=record.divided,
    )
    return VotePlan(book=book, counted=counted)


def _count(canvas: Canvas, row: int, held: StageHeld, rule: Vote, applicant: str) -> Counted:
    """Write the count: nobody who is barred is counted, whatever the share is held against."""
    votes = given_area(BALLOTS, held, applicant)
    look = Style.COMPUTED_COUNT
    agree, against, abstain = (
        canvas.compute(row, column, look, COUNTIF(votes, word))
        for column, word in ((_AGREE, AGREE), (_AGAINST, AGAINST), (_ABSTAIN, ABSTAIN))
    )
    valid = canvas.compute(row, _VALID, look, plus(agree, against, abstain))
    away = plus(COUNTIF(votes, BARRED), COUNTIF(votes, ABSENT_BARRED))
    barred = canvas.compute(row, _BARRED, look, away)
    whole = plus(valid, barred, COUNTIF(votes, ABSENT))
    entitled = canvas.compute(row, _ENTITLED, look, whole)
    absent = (COUNTIF(votes, ABSENT), COUNTIF(votes, ABSENT_BARRED))
    canvas.compute(row, _PRESENT, look, minus(entitled, *absent))
    base = valid if rule.base is Base.ATTENDED else minus(entitled, barred)
    based = canvas.compute(row, _BASE, look, base)
    rate = IF(more(based, 0), divided(agree, based), 0)
    canvas.compute(row, _RATE, Style.COMPUTED_PERCENT, rate)
    # Whole numbers on both sides: no share is ever rounded before it is compared.
    votes_for, needed = times(agree, rule.share.whole), times(based, rule.share.part)
    enough = (more if rule.above else at_least)(votes_for, needed)
    passed = IF(AND(more(based, 0), enough), PASSED, FAILED)
    return Counted(
        barred=barred,
        agree=agree,
        against=against,
        abstain=abstain,
        base=based,
        passed=canvas.compute(row, _PASSED, Style.STATUS, passed),
    )


def _told(
    canvas: Canvas,
    row: int,
    record: PanelRecord,
    rule: Vote,
    applicant: str,
    outcome: VoteOutcome | None,
) -> None:
    name, group = fitting(record.name(applicant)), group_words(record, applicant) or "—"
    place = None if outcome is None or not outcome.place else Decimal(outcome.place)
    canvas.put(row, 1, Style.NUMBER, place)
    canvas.put(row, 2, Style.NUMBER, applicant)
    canvas.put(row, 3, Style.NAME, name)
    canvas.put(row, 4, Style.NAME, group)
    than = "超过" if rule.above else "不少于"
    canvas.put(row, _NEEDED, Style.NUMBER, f"{than} {rule.share.words}")
    canvas.put(row, _TOTAL, Style.POINTS, standing(record, applicant))
    canvas.put(row, _RESULT, Style.STATUS, WON if outcome is not None and outcome.chosen else None)
    texts = ((name, _WIDTHS[2]), (group, _WIDTHS[3]), ("不少于 2/3", _WIDTHS[_NEEDED - 1]))
    canvas.fit(row, texts, least=26)
