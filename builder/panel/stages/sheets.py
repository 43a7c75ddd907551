"""What the workbooks of both stages have in common: who gave what, by which rules."""

from dataclasses import replace
from decimal import Decimal

from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.sheet import Content, SheetPlan
from builder.book.style import Style
from builder.formula.expression import Area, Cell
from builder.model.panel.record import PanelRecord
from builder.model.panel.stages import ABSENT, ABSENT_BARRED, BARRED, StageHeld, StageKind
from builder.panel.consensus.guide import rule_words
from builder.panel.review.tables import text_table

HEADER_ROW = 3
_FIRST_ROW, _FIRST_COLUMN = HEADER_ROW + 1, 4
_WIDTHS = (9.0, 18.0, 16.0)


def plan_given(name: str, record: PanelRecord, held: StageHeld, title: str) -> SheetPlan:
    """Members by applicants: each score or vote, or the word for why there is none."""
    canvas = Canvas(name, (*_WIDTHS, *(16.0 for _ in held.task.applicants)))
    canvas.title(title)
    canvas.line(2, Style.GUIDE, f"轮次 {held.task.run}；由每位评委签名的表逐格读入。")
    heads = [f"{one} {fitting(record.name(one))}" for one in held.task.applicants]
    canvas.headings(HEADER_ROW, ("评委", "姓名", "角色", *heads))
    canvas.fit(HEADER_ROW, tuple((head, 16.0) for head in heads), least=32)
    for row, member in enumerate(held.task.members, start=_FIRST_ROW):
        canvas.put(row, 1, Style.NUMBER, member.code)
        canvas.put(row, 2, Style.NAME, fitting(member.name))
        canvas.put(row, 3, Style.NAME, fitting(member.role) or None)
        for column, applicant in enumerate(held.task.applicants, start=_FIRST_COLUMN):
            said = held.given(member.code, applicant)
            is_score = held.task.kind is StageKind.DEFENCE and said not in _UNSCORED
            style = Style.POINTS if is_score else Style.NUMBER
            content: Content = Decimal(said) if is_score else said
            canvas.put(row, column, style, content)
        canvas.fit(row, ((member.name, _WIDTHS[1]), (member.role, _WIDTHS[2])), least=24)
    return replace(canvas.sheet, head_rows=HEADER_ROW, head_columns=2, landscape=True)


_UNSCORED = (BARRED, ABSENT, ABSENT_BARRED)


def given_area(name: str, held: StageHeld, applicant: str) -> Area:
    """The column of what was given to an applicant."""
    column = _FIRST_COLUMN + held.task.applicants.index(applicant)
    return Area(name, column, _FIRST_ROW, HEADER_ROW + len(held.task.members))


def scored_by(held: StageHeld, applicant: str) -> int:
    """How many members gave an applicant something that counts."""
    return sum(held.given(one.code, applicant) not in _UNSCORED for one in held.task.members)


def given_cells(name: str, held: StageHeld, applicant: str) -> tuple[Cell, ...]:
    """The cells of the scores that an applicant was given."""
    cells = given_area(name, held, applicant).cells
    return tuple(
        cell
        for cell, member in zip(cells, held.task.members, strict=True)
        if held.given(member.code, applicant) not in _UNSCORED
    )


def stage_rules_sheet(record: PanelRecord, held: StageHeld) -> SheetPlan:
    """The rules, who was there, and each member's file with its digest."""
    present = {one.member: one for one in held.ballots}
    lines = (
        ("阶段", held.task.kind.label, ""),
        ("轮次", held.task.run, ""),
        *((label, words, "") for label, words in rule_words(record.merged.rules)),
        *(
            (
                f"评委 {one.code}",
                f"{one.name}　{one.role}　"
                + (
                    f"{present[one.code].signed}　{present[one.code].signed_on}　"
                    f"{present[one.code].file}"
                    if one.code in present
                    else ABSENT
                ),
                present[one.code].digest if one.code in present else "",
            )
            for one in held.task.members
        ),
    )
    return text_table("规则和文件", ("名目", "内容", "SHA-256"), (16.0, 90.0, 70.0), lines)
