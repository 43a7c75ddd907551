"""A list says nothing that the workbook would not take: each such cell is told by its place."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from builder.pipeline.distribution import Distribution
from tests.support.lists import order

HEADINGS = ("申报组织", "统一社会信用代码", "电子邮箱", "成立日期", "职工人数")
GOOD = ("甲公司", "91350100M000100Y43", "a@example.com", "2015-03-01", 12)


@pytest.mark.parametrize(
    ("column", "typed", "words"),
    [
        (1, "123", "有 3 位"),
        (1, "I1350100M000100Y43", "第 1 位“I”不是"),
        (1, "91350100M000\u200b100Y43", "第 13 个字符是不可见字符（U+200B 零宽空格）"),
        (2, "abc", "不是电子邮箱地址"),
        (2, "a@b", "不是电子邮箱地址"),
        (3, "2024年13月", "不是日期"),
        (3, "2024", "看不出是哪年哪月"),
        (4, "#N/A", "错误值 #N/A"),
        (0, True, "逻辑值 TRUE"),
        (0, "#REF!", "错误值 #REF!"),
    ],
)
def test_what_does_not_fit_is_told_by_row_and_column(
    tmp_path: Path, column: int, typed: object, words: str
) -> None:
    row = (*GOOD[:column], typed, *GOOD[column + 1 :])
    made = Distribution(order(tmp_path, HEADINGS, row))
    assert made.applicants == ()
    (finding,) = made.findings
    assert (finding.code, finding.place.cell) == ("QA870", f"{'ABCDE'[column]}2")
    assert words in finding.message


@pytest.mark.parametrize(
    ("typed", "filled"),
    [
        ("2009/5/18", "2009-05-18"),
        ("2009年5月18日", "2009-05-18"),
        ("2020.5.1", "2020-05-01"),
        (date(2009, 5, 18), "2009-05-18"),
        (20090518, "2009-05-18"),
        ("2009年5月", "2009-05"),
    ],
)
def test_a_day_is_filled_in_as_the_workbook_takes_it(
    tmp_path: Path, typed: object, filled: str
) -> None:
    made = Distribution(order(tmp_path, HEADINGS, (*GOOD[:3], typed, GOOD[4])))
    assert made.findings == ()
    (applicant,) = made.applicants
    assert applicant.answers["applicant_founded"] == filled
    assert applicant.answers["applicant_employees"] == Decimal(12)


def test_a_code_that_does_not_add_up_is_told_and_filled_in_as_listed(tmp_path: Path) -> None:
    row = ("甲公司", "91350100M000100Y44", *GOOD[2:])
    made = Distribution(order(tmp_path, HEADINGS, row))
    assert [one.answers["applicant_credit_code"] for one in made.applicants] == [row[1]]
    (finding,) = made.findings
    assert (finding.code, finding.place.cell) == ("QA874", "B2")
    assert "应为“3”" in finding.message


def test_a_code_that_two_organisations_share_is_told_with_both_rows(tmp_path: Path) -> None:
    code = "91350100M000100Y43"
    rows = [(name, code, *GOOD[2:]) for name in ("甲公司", "乙公司")]
    made = Distribution(order(tmp_path, HEADINGS, *rows))
    assert len(made.applicants) == 2
    (finding,) = made.findings
    assert (finding.code, finding.place.cell) == ("QA875", "B3")
    assert "第 3 行“乙公司”" in finding.message
    assert "第 2 行“甲公司”" in finding.message


@pytest.mark.parametrize(
    "caption",
    [
        "*申报组织",
        "申报组织：",
        "单位名称（盖章）",
        "申报企业全称",
        "参评单位",
        "法人单位名称",
        "申报者",
        "名称",
    ],
)
def test_a_heading_is_known_whatever_ornaments_it_carries(tmp_path: Path, caption: str) -> None:
    made = Distribution(order(tmp_path, (caption, *HEADINGS[1:]), GOOD))
    assert made.findings == ()
    assert [one.name for one in made.applicants] == ["甲公司"]


@pytest.mark.parametrize("line", ["2026年3月1日", "（盖章）", "以下空白", "单位盖章："])
def test_a_line_that_closes_a_list_is_no_applicant(tmp_path: Path, line: str) -> None:
    made = Distribution(order(tmp_path, HEADINGS, GOOD, (line,)))
    assert [one.name for one in made.applicants] == ["甲公司"]
    assert [(one.code, one.place.cell) for one in made.findings] == [("QA873", "A3")]
