"""Figures quoted in a text are those of the table, rounded as far as they are quoted."""

from dataclasses import replace

import pytest

from builder.verify.word.quoted import check_quoted
from builder.word.written import TableRows
from tests.support.reports import returned_report
from tests.support.workbooks import PENGJIANG

ROW = ("顾客满意度", "%", "92.46", "93", "95.5")


def told(text: str, rows: TableRows = (ROW,)) -> list[str]:
    one = replace(returned_report(PENGJIANG).sections[0], text=text, figures=rows)
    return [finding.actual for finding in check_quoted((one,), "申报材料.docx")]


@pytest.mark.parametrize(
    "text",
    [
        "顾客满意度92.46%",
        "顾客满意度达到 92.5 %",
        "顾客满意度为９２％，三年后顾客满意度是95.5%",
        "顾客满意度很高，达到 50%",
        "顾客满意度；50%",
        "顾客满意度一二三四五六七八九十一50%",
        "顾客满意度50次",
        "满意度50%",
        "顾客满意度比上年提高3.04%，顾客满意度三年平均94%，顾客满意度目标98%，顾客满意度超过90%",
        "顾客满意度提高到93%",
    ],
)
def test_a_figure_of_the_table_or_of_something_else_is_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("顾客满意度92.4%", ["顾客满意度92.4%"]),
        ("顾客满意度达到91%", ["顾客满意度达到91%"]),
        ("顾客满意度提高到91%", ["顾客满意度提高到91%"]),
        ("顾客满意度一二三四五六七八九十50%", ["顾客满意度一二三四五六七八九十50%"]),
        ("顾客满意度1%。顾客满意度93%。顾客满意度2%", ["顾客满意度1%", "顾客满意度2%"]),
    ],
)
def test_another_figure_is_told_as_it_is_quoted(text: str, quoted: list[str]) -> None:
    assert told(text) == quoted


def test_rows_that_cannot_be_looked_for_keep_no_other_from_being_looked_for() -> None:
    short, bare, blank = ("产值", "%", "1"), ("顾客投诉数", "", "1"), ("顾客忠诚度", "%", "")
    assert told("顾客满意度1%", (short, bare, blank, ROW)) == ["顾客满意度1%"]
    assert told("产值2%，顾客投诉数2件，顾客忠诚度2%", (short, bare, blank)) == []


def test_a_name_of_three_characters_is_long_enough() -> None:
    assert told("合格率2%", (("合格率", "%", "1"),)) == ["合格率2%"]


MONEY = ("研发经费投入", "万元", "9,850", "11950", "12345.6")


@pytest.mark.parametrize(
    "text",
    [
        "研发经费投入1.2亿元，研发经费投入达到 12,345.6 万元，研发经费投入119500千元",
        "研发经费投入为123456000元，研发经费投入三年累计3.4亿元，研发经费投入5万元/人",
    ],
)
def test_money_may_be_told_in_a_larger_or_smaller_unit(text: str) -> None:
    assert told(text, (MONEY,)) == []


@pytest.mark.parametrize(
    "text", ["研发经费投入1.5亿元", "研发经费投入达12345.6亿元", "研发经费投入由2万元"]
)
def test_another_sum_in_any_unit_is_told(text: str) -> None:
    assert told(text, (MONEY,)) == [text]
