"""A unit that was typed along, and what a condition says, are told in words a person can use."""

from pathlib import Path

import pytest

from builder.findings.finding import Finding
from builder.kit.kit_plan import KitPlan
from builder.verify.typed_numbers import own_unit, typed_unit
from tests.support.workbooks import PENGJIANG, SUIHUA
from tests.verify.judged import case, judged

REVENUE = "applicant_revenue_1"


def told(folder: Path, scheme: str, **answers: str) -> list[Finding]:
    return list(judged(folder, case(scheme, 0).with_answers(**answers)).findings)


@pytest.mark.parametrize("typed", ["2672万元", "2672 万元", "２６７２万元"])
def test_the_unit_that_is_asked_for_is_read_as_what_it_is(tmp_path: Path, typed: str) -> None:
    first = told(tmp_path, PENGJIANG, **{REVENUE: typed})[0]
    assert (first.code, first.expected) == ("QA509", "2672")


@pytest.mark.parametrize(("typed", "unit"), [("2.67亿元", "亿元"), ("26720000元", "元")])
def test_another_unit_is_named_and_never_converted(tmp_path: Path, typed: str, unit: str) -> None:
    (found,) = told(tmp_path, PENGJIANG, **{REVENUE: typed})
    assert found.code == "QA526"
    assert "以“万元”为单位" in found.message
    assert f"写的单位是“{unit}”" in found.fix


@pytest.mark.parametrize("typed", ["2672,3万元", "26 72万元", "约2672万元"])
def test_what_is_no_number_before_its_unit_is_none(tmp_path: Path, typed: str) -> None:
    (found,) = told(tmp_path, PENGJIANG, **{REVENUE: typed})
    assert found.code == "QA526"
    assert typed_unit(typed) in ("", ",3万元")


def test_what_a_percent_is_where_percents_are_asked_for_nobody_knows() -> None:
    assert own_unit("市场占有率（%）") == ""
    assert own_unit("营业收入（万元）\u3000申报前第3年") == "万元"
    assert own_unit("职工人数") == ""


def _eligibility(plan: KitPlan) -> tuple[str, str]:
    """The input of the first condition that is asked about as a whole, and the condition."""
    one = next(one for one in plan.confirmations if one.condition and not one.veto)
    return next(item.name for item in plan.inputs if item.cell == one.answer), one.condition


def test_a_condition_that_is_not_met_is_quoted(tmp_path: Path) -> None:
    name, condition = _eligibility(case(SUIHUA, 0).plan)
    (found,) = told(tmp_path, SUIHUA, **{name: "不符合"})
    assert found.code == "QA902"
    assert condition.lstrip("—")[:30] in found.message
    assert "上列要求" not in found.message
