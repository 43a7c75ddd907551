"""A percent in a band whose descriptor demands figures needs figures."""

from decimal import Decimal
from pathlib import Path

import pytest

from builder.book.book_plan import InputKind
from builder.formula.value import Value
from builder.kit.metric_plan import DemandPlan
from tests.support.answers import judgement
from tests.support.workbooks import WUHAN, XINHUI, shipped_plan
from tests.verify.judged import Case, case, fault, judged, told

UNITS = pytest.mark.parametrize("scheme_id", [WUHAN, "wuhan-service"])


def demand_of(chosen: Case) -> DemandPlan:
    return chosen.plan.demands[0]


def blank(chosen: Case, demand: DemandPlan, *columns: str) -> dict[str, Value]:
    rows = {row.name.row for row in demand.rows}
    return {
        item.name: None
        for item in chosen.plan.inputs
        if item.kind is InputKind.METRIC
        and item.cell.row in rows
        and (not columns or item.name.endswith(columns))
    }


@UNITS
def test_the_bands_that_demand_are_those_whose_words_do(scheme_id: str) -> None:
    for demand in shipped_plan(scheme_id).demands:
        assert [(one.low, bool(one.trend), bool(one.comparison)) for one in demand.bands] == [
            (Decimal("0.3"), True, False),
            (Decimal("0.5"), True, True),
            (Decimal("0.7"), True, True),
            (Decimal("0.9"), True, True),
        ]
        assert demand.bands[1].trend == "在对于达成组织的使命重要的领域，存在有利的趋势(T)"
        assert demand.rows


def test_an_award_without_descriptors_of_results_demands_nothing() -> None:
    assert shipped_plan(XINHUI).demands == ()
    assert shipped_plan("wuhan-individual").demands == ()


@UNITS
def test_a_high_percent_without_any_figure_is_one_finding(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    demand = demand_of(chosen)
    verdict = judged(tmp_path, chosen.with_answers(**blank(chosen, demand)))
    assert told(verdict) == [fault("QA753", demand.percent, demand.code)]
    assert "三年数齐全的项目、填了对比值的项目" in verdict.findings[0].message


@UNITS
def test_what_the_band_does_not_demand_need_not_be_there(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    demand = demand_of(chosen)
    compared = blank(chosen, demand, "_benchmark")
    assert told(judged(tmp_path, chosen.with_answers(**compared))) == [
        fault("QA753", demand.percent, demand.code)
    ]
    middling = judgement(chosen.plan, demand.code, Decimal("0.4"))
    assert told(judged(tmp_path, chosen.with_answers(**compared, **middling))) == []
    low = judgement(chosen.plan, demand.code, Decimal("0.2"))
    nothing = blank(chosen, demand)
    assert told(judged(tmp_path, chosen.with_answers(**nothing, **low))) == []


@UNITS
def test_what_only_last_year_is_compared_with_is_nothing_without_last_year(
    tmp_path: Path, scheme_id: str
) -> None:
    chosen = case(scheme_id, 0)
    demand = demand_of(chosen)
    last = {
        item.name: None
        for item in chosen.plan.inputs
        if item.cell in {row.years[-1] for row in demand.rows}
    }
    assert fault("QA753", demand.percent, demand.code) in told(
        judged(tmp_path, chosen.with_answers(**last))
    )
    (message,) = [
        one.message
        for one in judged(tmp_path, chosen.with_answers(**last)).findings
        if one.code == "QA753"
    ]
    assert "填了对比值的项目" in message
