"""A high score and a text far below its share, exactly on both lines."""

from dataclasses import replace
from decimal import Decimal

import pytest

from builder.kit.kit_plan import KitPlan
from builder.read.workbook import read_content
from builder.verify.cross.scores import FAR_BELOW, HIGH, check_scores_told
from builder.verify.held import Held, hold_kit
from builder.verify.pristine import Pristine
from builder.verify.word.document import verify_document
from builder.word.written import TableRows, WrittenSection
from tests.support.answers import complete_answers, score_input
from tests.support.reports import returned_report
from tests.support.workbooks import PENGJIANG, filled_bytes, shipped_plan


def held_with(score: str) -> Held[KitPlan]:
    """The complete workbook, its first indicator scored so."""
    plan = shipped_plan(PENGJIANG)
    name = score_input(plan, plan.leaves[0]).name
    content = filled_bytes(plan, complete_answers(plan) | {name: Decimal(score)})
    read = read_content("评分表.xlsx", lambda: content)
    assert read.workbook is not None
    return hold_kit(Pristine(plan), read.workbook, "评分表.xlsx")


def told(score: str, written: int, share: int) -> list[str]:
    """What is told of the first indicator's section, so long and with this share."""
    report, held = returned_report(PENGJIANG), held_with(score)
    code = held.plan.leaves[0].code
    (one,) = [each for each in report.sections if each.section.code == code]
    assert one.section.answer is not None
    section = replace(one.section, answer=replace(one.section.answer, characters=share))
    changed = replace(one, section=section, text="长" * written, tables=())
    alone = replace(report, sections=(changed,))
    return [each.code for each in check_scores_told(alone, held, "申报材料.docx")]


def test_the_first_indicator_has_25_points() -> None:
    assert shipped_plan(PENGJIANG).leaves[0].points == 25
    assert (Decimal("0.7"), Decimal("0.25")) == (HIGH, FAR_BELOW)


@pytest.mark.parametrize(
    ("score", "written", "codes"),
    [
        ("17.5", 0, ["QA771"]),
        ("17", 0, []),
        ("0", 0, []),
        ("25", 1, ["QA772"]),
        ("25", 249, ["QA772"]),
        ("25", 250, []),
        ("17.5", 249, ["QA772"]),
        ("17", 249, []),
    ],
)
def test_from_seven_tenths_of_the_points_on_a_text_below_a_quarter_of_its_share_is_told(
    score: str, written: int, codes: list[str]
) -> None:
    assert told(score, written, 1000) == codes


def test_a_section_without_a_share_is_told_only_when_nothing_is_written() -> None:
    assert told("25", 1, 0) == []
    assert told("25", 0, 0) == ["QA771"]


def test_what_is_hidden_is_told_as_hidden_and_not_as_too_little() -> None:
    report, held = returned_report(PENGJIANG), held_with("25")
    code = held.plan.leaves[0].code

    def hidden(one: WrittenSection) -> WrittenSection:
        mine = one.section.code == code
        return replace(one, text="", tables=(), unprinted=("藏起来的话",)) if mine else one

    changed = replace(report, sections=tuple(map(hidden, report.sections)))
    assert [*check_scores_told(changed, held, "申报材料.docx")] == []


@pytest.mark.parametrize(
    ("tables", "codes"), [(((("一等奖",),),), {"QA772"}), ((), {"QA571"})], ids=["table", "nothing"]
)
def test_a_word_that_sends_elsewhere_is_told_alone_and_a_small_table_as_too_little(
    tables: tuple[TableRows, ...], codes: set[str]
) -> None:
    report, held = returned_report(PENGJIANG), held_with("25")
    code = held.plan.leaves[0].code
    (one,) = [each for each in report.sections if each.section.code == code]
    assert one.section.answer is not None
    section = replace(one.section, answer=replace(one.section.answer, characters=1000))
    one = replace(one, section=section, text="见附表", tables=tables)
    report = replace(report, sections=(one,))
    beside = tuple(check_scores_told(report, held, "申报材料.docx"))
    told = verify_document(report, "申报材料.docx", beside=beside).findings
    assert {each.code for each in told} & {"QA571", "QA772"} == codes
