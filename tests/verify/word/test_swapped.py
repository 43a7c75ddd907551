"""Answers that stand under another indicator's heading are a hint, once for a whole report."""

from dataclasses import replace

import pytest

from builder.findings.finding import Finding
from builder.verify.word.nothing import said_nothing
from builder.verify.word.swapped import check_swapped
from tests.support.reports import returned_report
from tests.support.workbooks import PENGJIANG

CULTURE = (
    "公司确立了以使命、愿景和价值观为核心的文化体系，高层管理者以身作则，2024 年宣讲 12 场。"
    "质量文化制度和质量行为准则编成手册，全员参与质量文化建设，弘扬工匠精神。"
)
STRATEGY = (
    "公司每三年进行战略制定，质量战略、品牌战略都是子战略，中长期总体战略目标逐层分解到 8 个部门，"
    "关键行动计划按月跟踪，并建立绩效监测、分析、评价与改进机制。"
)
GOVERNANCE = (
    "公司按组织架构设计和治理系统建设的要求设立董事会，治理机构成员的绩效及合规性每年评价一次，"
    "为决策和活动的影响承担责任，运用绩效评价结果改进自身。"
)
PLAIN = "我们采用系统的方法，在各部门展开，三年来持续改进，并与方向协调一致。"


def found(*, accept_unusual: bool = False, **texts: str) -> list[Finding]:
    """What is told of a report with these texts in place of others, by the code of the section."""
    whole = returned_report(PENGJIANG)
    own = {code.replace("_", ".").strip("."): text for code, text in texts.items()}
    sections = tuple(
        replace(one, text=own.get(one.section.code, one.text)) for one in whole.sections
    )
    plan = replace(whole.plan, accept_unusual=accept_unusual)
    nothing = said_nothing(plan, sections)
    return [*check_swapped(replace(whole, plan=plan, sections=sections), nothing, "申报材料.docx")]


def test_two_answers_that_were_swapped_are_told_with_both_headings() -> None:
    (one,) = found(_1_2=STRATEGY, _1_3=CULTURE)
    assert one.message.startswith("“1.2 组织文化（35分）”一节写的像是“1.3 战略管理（35分）”的内容")
    assert (one.place.indicator, one.actual) == ("1.2", "2")


def test_answers_that_moved_on_by_one_heading_are_one_hint() -> None:
    assert [one.actual for one in found(_1_2="", _1_3=CULTURE, _1_4=STRATEGY)] == ["2"]
    assert [one.actual for one in found(_1_2=GOVERNANCE, _1_3=CULTURE, _1_4=STRATEGY)] == ["3"]


@pytest.mark.parametrize(
    ("culture", "strategy"),
    [
        (CULTURE, STRATEGY),
        (CULTURE + STRATEGY, STRATEGY + CULTURE),
        (PLAIN, CULTURE),
        (STRATEGY, PLAIN),
        (STRATEGY, STRATEGY),
        (f"{PLAIN}战略目标逐层分解。", f"{PLAIN}弘扬工匠精神。"),
    ],
)
def test_answers_in_their_place_or_beside_it_are_not_told(culture: str, strategy: str) -> None:
    assert found(_1_2=culture, _1_3=strategy) == []


def test_an_office_may_take_such_answers_as_they_are() -> None:
    assert found(accept_unusual=True, _1_2=STRATEGY, _1_3=CULTURE) == []
