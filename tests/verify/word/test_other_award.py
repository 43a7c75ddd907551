"""A report that applies for another award or year is a hint; awards named honestly are not."""

from dataclasses import replace

import pytest

from builder.verify.word.other_award import check_other_award
from tests.support.reports import returned_report
from tests.support.workbooks import PENGJIANG


def told(text: str, year: str = "（2026年度）") -> list[str]:
    """What is told where the first section says this; the kit is for 蓬江区政府质量奖."""
    whole = returned_report(PENGJIANG)
    sections = (replace(whole.sections[0], text=text), *whole.sections[1:])
    plan = replace(whole.plan, cover=replace(whole.plan.cover, year=year))
    report = replace(whole, plan=plan, sections=sections)
    return [finding.actual for finding in check_other_award(report, "申报材料.docx")]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("公司自愿申报江门市市长质量奖，并对材料的真实性负责。", "江门市市长质量奖"),
        ("本公司此次申报 XX 市市长质量奖。", "xx市市长质量奖"),
        ("现申请参评“佛山市政府质量奖”，特此承诺。", "佛山市政府质量奖"),
        ("第一章 概述\n以下为江门市市长质量奖（2025年度）自评报告正文。", "江门市市长质量奖"),
        ("公司成立了申报2025年度蓬江区政府质量奖工作组。", "2025"),
        ("本文为2025年度蓬江区政府质量奖申报材料。", "2025"),
    ],
)
def test_another_award_or_year_that_is_applied_for_is_told(text: str, other: str) -> None:
    assert [one[-len(other) :] for one in told(text)] == [other]


@pytest.mark.parametrize(
    "text",
    [
        "公司申报蓬江区政府质量奖，按要求编写蓬江区政府质量奖自评报告。",
        "本次申报2026年度江门市蓬江区政府质量奖。公司申报政府质量奖。",
        "2021年公司申报江门市市长质量奖。公司曾申报江门市市长质量奖。",
        "公司申报江门市市长质量奖获提名奖。2023年度荣获江门市政府质量奖。",
        "力争三年内申报广东省政府质量奖，并辅导供应商申报佛山市政府质量奖。",
        "公司学习江门市市长质量奖获奖企业的经验。",
        "申报2022年度蓬江区政府质量奖未获奖后，公司逐项改进。",
    ],
)
def test_awards_named_honestly_are_not_told(text: str) -> None:
    assert told(text) == []


def test_of_a_kit_without_a_year_no_year_is_told() -> None:
    assert told("公司申报2025年度蓬江区政府质量奖。", "（　　　　年度）") == []
