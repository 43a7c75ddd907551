"""A section that only says what the notice asks is told as copied, one with an answer is not."""

from dataclasses import replace
from typing import Any

import pytest

from builder.verify.word.nothing import said_nothing
from builder.word.parts import DocumentSection
from tests.support.reports import SENTENCE, returned_report
from tests.support.workbooks import MINHANG, PENGJIANG, WUHAN, WUHAN_INDIVIDUAL

KITS = (PENGJIANG, WUHAN, WUHAN_INDIVIDUAL)
OWN = "2025 年公司召开质量例会 12 次，一次交验合格率由 96.1% 提高到 98.4%，返工损失下降三成。"


def asked(kit: str) -> list[DocumentSection]:
    """The sections of a kit that have something of the notice to be answered."""
    return [one.section for one in returned_report(kit).sections if one.section.criteria]


def criteria(section: DocumentSection) -> str:
    return "".join(line.text for line in section.criteria)


def told(kit: str, section: DocumentSection, text: str, **more: Any) -> str:
    """The code that is told of a section in which this text stands."""
    report = returned_report(kit)
    sections = tuple(
        replace(one, text=text, **more) if one.section is section else one
        for one in report.sections
    )
    return said_nothing(report.plan, sections).get(section.bookmark, "")


@pytest.mark.parametrize("kit", KITS)
def test_the_words_of_the_notice_are_no_answer(kit: str) -> None:
    for section in asked(kit)[:3]:
        assert told(kit, section, criteria(section)) == "QA574"


@pytest.mark.parametrize("kit", KITS)
def test_they_are_none_with_a_few_words_changed_or_put_around_them(kit: str) -> None:
    first, second, *_ = asked(kit)
    ours = criteria(first).replace("组织", "本公司").replace("如何", "")
    assert told(kit, first, f"我公司认真做到：{ours}") == "QA574"
    assert told(kit, first, criteria(second)) == "QA574"


@pytest.mark.parametrize("kit", KITS)
def test_an_answer_behind_the_words_of_the_notice_is_one(kit: str) -> None:
    for section in asked(kit)[:3]:
        lines = "\n".join(f"{line.text}\n{OWN * 3}" for line in section.criteria)
        assert told(kit, section, lines) == ""
        assert told(kit, section, SENTENCE) == ""


def test_lines_copied_whole_count_as_copied_too() -> None:
    section = asked(PENGJIANG)[0]
    lines = tuple(line.text for line in section.criteria)
    assert told(PENGJIANG, section, "以上要求均已做到。", repeated=lines) == "QA574"
    assert told(PENGJIANG, section, "", repeated=lines) == "QA574"
    assert told(PENGJIANG, section, OWN * 9, repeated=lines[:1]) == ""


def test_what_stands_in_a_table_or_a_picture_below_is_an_answer() -> None:
    section = asked(PENGJIANG)[0]
    assert told(PENGJIANG, section, criteria(section), tables=((("奖项", "一等奖"),),)) == ""
    assert told(PENGJIANG, section, criteria(section), pictures=1) == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [("图1　组织机构", "QA557"), ("图1　组织机构\n图 2 流程", "QA557"), ("图1显示了变化。", "")],
)
def test_titles_of_pictures_are_no_text(text: str, code: str) -> None:
    assert told(PENGJIANG, asked(PENGJIANG)[0], text, pictures=2) == code


@pytest.mark.parametrize("text", ["无", "没有。", "本公司无上述情形。", "我公司未发生上列情况"])
def test_none_is_the_answer_where_it_is_asked_for(text: str) -> None:
    kit = f"{MINHANG} 单项=标准创新"
    section = next(
        one.section for one in returned_report(kit).sections if one.section.code == "1.5"
    )
    assert told(kit, section, text) == ""
    assert told(kit, section, "见附件") == "QA571"
    assert told(PENGJIANG, asked(PENGJIANG)[0], text) == "QA571"


def test_an_award_whose_notice_has_nothing_more_to_read_is_judged_alike() -> None:
    report, section = returned_report(PENGJIANG), asked(PENGJIANG)[0]
    copied = tuple(
        replace(one, text=criteria(section)) if one.section is section else one
        for one in report.sections
    )
    bare = replace(report.plan, reference=None)
    assert said_nothing(bare, copied)[section.bookmark] == "QA574"
