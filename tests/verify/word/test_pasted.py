"""A long paragraph that is the answer of two sections is a hint, once for a whole report."""

from dataclasses import replace

import pytest

from builder.findings.finding import Finding
from builder.verify.word.pasted import check_pasted
from tests.support.reports import returned_report
from tests.support.workbooks import PENGJIANG

PARAGRAPH = (
    "公司成立质量与卓越绩效推进委员会，由总经理任主任，每月召开会议，逐项点评目标，形成纪要。"
)


def found(*texts: str, accept_unusual: bool = False) -> list[Finding]:
    """What is told of a report whose sections say these texts, and each something else besides."""
    whole = returned_report(PENGJIANG)
    sections = tuple(
        replace(one, text=f"第 {place} 节另有做法。\n{text}")
        for place, (one, text) in enumerate(zip(whole.sections, texts, strict=False))
    )
    plan = replace(whole.plan, accept_unusual=accept_unusual)
    return [*check_pasted(replace(whole, plan=plan, sections=sections), (), "申报材料.docx")]


def test_a_paragraph_in_two_sections_is_told_with_both() -> None:
    (one,) = found("甲", PARAGRAPH, "乙", PARAGRAPH.replace("，", "， "))
    headings = [each.section.heading for each in returned_report(PENGJIANG).sections]
    assert one.message.startswith(f"“{headings[1]}”和“{headings[3]}”写了同一段文字“公司成立质量")
    assert one.place.bookmark == returned_report(PENGJIANG).sections[3].section.bookmark


def test_many_paragraphs_in_many_sections_are_one_hint() -> None:
    both = f"{PARAGRAPH}\n{PARAGRAPH[::-1]}"
    assert [one.actual for one in found(both, both, PARAGRAPH, both)] == ["2"]


@pytest.mark.parametrize(
    "text",
    [
        PARAGRAPH[:39],
        "注：以上数据来源于公司年度财务审计报告，经会计师事务所审计确认，行业平均值取自行业协会年鉴。",
        "（数据来源：公司质量管理部年度统计报表、第三方调查机构出具的顾客满意度调查报告及行业协会年鉴）",
    ],
)
def test_a_short_text_or_a_note_may_well_repeat_itself(text: str) -> None:
    assert found(text, text) == []


def test_a_paragraph_twice_in_one_section_is_not_told() -> None:
    assert found(f"{PARAGRAPH}\n{PARAGRAPH}") == []


def test_an_office_may_take_such_answers_as_they_are() -> None:
    assert found(PARAGRAPH, PARAGRAPH, accept_unusual=True) == []
