"""A report whose sections all say the same is told once, unless the office takes it as it is."""

from dataclasses import replace

from builder.verify.word.returned import ReturnedReport
from builder.verify.word.stock import check_stock
from tests.support.reports import returned_report
from tests.support.workbooks import PENGJIANG

TEXT = "本单位高度重视，已建立制度并持续改进。"


def report(*texts: str) -> ReturnedReport:
    """A report that answers its questions with these texts, again and again."""
    whole = returned_report(PENGJIANG)
    sections = tuple(
        replace(one, text=texts[place % len(texts)]) for place, one in enumerate(whole.sections)
    )
    return replace(whole, sections=sections)


def codes(told: ReturnedReport) -> list[str]:
    return [finding.code for finding in check_stock(told, "申报材料.docx")]


def test_one_text_everywhere_is_told_once() -> None:
    assert codes(report(TEXT)) == ["QA537"]


def test_two_texts_are_no_stock_text() -> None:
    assert codes(report(TEXT, "另有一套做法，由各部门分头落实。")) == []


def test_an_office_may_take_such_answers_as_they_are() -> None:
    told = report(TEXT)
    assert codes(replace(told, plan=replace(told.plan, accept_unusual=True))) == []
