"""How much was written, exactly at the bounds: near, at and over what may be."""

from dataclasses import replace

import pytest

from builder.verify.word.lengths import check_lengths
from builder.verify.word.returned import ReturnedReport
from builder.word.parts import Bounded
from builder.word.written import WrittenSection
from tests.support.reports import returned_report
from tests.support.workbooks import PENGJIANG


def with_text(characters: int, share: int | None = None) -> ReturnedReport:
    """A report of one section that is so long, its share that of the kit or another."""
    report = returned_report(PENGJIANG)
    one = next(each for each in report.sections if each.section.code and each.section.answer)
    assert one.section.answer is not None
    answer = replace(one.section.answer, characters=share)
    section = replace(one.section, answer=answer)
    written = replace(one, section=section, text="长" * characters, tables=())
    return replace(report, sections=(written,))


def bounded(characters: int, most: int) -> list[str]:
    report = with_text(characters)
    bound = report.plan.report
    assert isinstance(bound, Bounded)
    plan = replace(report.plan, report=replace(bound, characters=most), overview=None)
    return [one.code for one in check_lengths(replace(report, plan=plan), "申报材料.docx")]


@pytest.mark.parametrize(
    ("written", "most", "codes"),
    [
        (899, 1000, []),
        (900, 1000, ["QA556"]),
        (1000, 1000, ["QA556"]),
        (1001, 1000, ["QA554"]),
        (5000, 0, []),
    ],
)
def test_a_report_is_near_its_bound_from_nine_tenths_on_and_over_it_one_character_later(
    written: int, most: int, codes: list[str]
) -> None:
    assert bounded(written, most) == codes


@pytest.mark.parametrize(
    ("written", "share", "codes"),
    [
        (2000, 1000, []),
        (2001, 1000, ["QA561"]),
        (500, 10, []),
        (501, 10, ["QA561"]),
        (5000, None, []),
    ],
)
def test_a_section_is_too_long_beyond_twice_its_share_and_never_up_to_500_characters(
    written: int, share: int | None, codes: list[str]
) -> None:
    report = with_text(written, share)
    plan = replace(report.plan, report=replace(report.plan.report, characters=0), overview=None)
    told = [*check_lengths(replace(report, plan=plan), "申报材料.docx")]
    assert [one.code for one in told] == codes
    for one in told:
        assert (one.expected, one.actual) == (str(share), str(written))
        assert one.place.indicator == report.sections[0].section.code


def test_a_companys_tables_count_and_blanks_do_not() -> None:
    (one,) = with_text(3).sections
    table = (("甲 乙", "", "\u3000丙"), ("丁",))
    assert one.characters == 3
    assert replace(one, text=" 长\n长\u200b", tables=(table,)).characters == 6
    assert isinstance(one, WrittenSection)
