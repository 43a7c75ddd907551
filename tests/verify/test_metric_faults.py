"""Figures over three years that cannot be read, and rows that are not finished."""

from pathlib import Path

import pytest

from builder.book.book_plan import InputKind
from builder.book.naming import row_name
from builder.findings.rule import Severity
from builder.formula.value import Value
from builder.kit.metric_plan import MetricsPlan
from builder.kit.sheet_names import METRICS_TABLE
from builder.model.verdict import Status
from tests.support.workbooks import PENGJIANG, SUIHUA, WUHAN, XINHUI
from tests.verify.judged import Case, case, fault, judged, told

MEASURED = pytest.mark.parametrize("scheme_id", [PENGJIANG, XINHUI, WUHAN, f"{SUIHUA} 行业=IT"])


def rows_of(chosen: Case) -> MetricsPlan:
    assert chosen.plan.metrics is not None
    return chosen.plan.metrics


def without_figures(chosen: Case) -> dict[str, Value]:
    return {item.name: None for item in chosen.plan.inputs if item.kind is InputKind.METRIC}


@MEASURED
def test_a_sheet_that_is_filled_in_whole_or_left_blank_has_no_findings(
    tmp_path: Path, scheme_id: str
) -> None:
    chosen = case(scheme_id, 0)
    assert told(judged(tmp_path, chosen.content)) == []
    blank = told(judged(tmp_path, chosen.with_answers(**without_figures(chosen))))
    assert [line for line in blank if not line.startswith("QA753")] == []


@MEASURED
@pytest.mark.parametrize("given", ["九成", "98%", " ", True])
def test_a_year_that_is_no_number_is_one_finding(
    tmp_path: Path, scheme_id: str, given: Value
) -> None:
    chosen = case(scheme_id, 0)
    row = rows_of(chosen).rows[1]
    verdict = judged(tmp_path, chosen.with_answers(**{row_name(METRICS_TABLE, 2, "y2"): given}))
    assert told(verdict) == [fault("QA751", row.years[1], row.indicator)]
    assert "申报前第2年" in verdict.findings[0].message


@MEASURED
@pytest.mark.parametrize(("key", "heading"), [("y3", "申报前第1年"), ("source", "数据来源")])
def test_a_row_that_is_partly_filled_in_is_one_hint_at_what_is_missing_first(
    tmp_path: Path, scheme_id: str, key: str, heading: str
) -> None:
    chosen = case(scheme_id, 0)
    row = rows_of(chosen).rows[0]
    verdict = judged(tmp_path, chosen.with_answers(**{row_name(METRICS_TABLE, 1, key): None}))
    cell = dict(row.needed)[heading]
    assert told(verdict) == [fault("QA752", cell, row.indicator)]
    (finding,) = verdict.findings
    assert finding.message.endswith(f"还缺：{heading}。")
    assert finding.rule.severity is Severity.HINT
    assert verdict.status is Status.CLEAN


@MEASURED
def test_a_benchmark_may_be_missing(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    blank = {row_name(METRICS_TABLE, 1, "benchmark"): None}
    assert told(judged(tmp_path, chosen.with_answers(**blank))) == []


@MEASURED
def test_a_free_row_without_a_name_is_told_as_such(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    last = len(rows_of(chosen).rows)
    name = row_name(METRICS_TABLE, last, "name")
    verdict = judged(tmp_path, chosen.with_answers(**{name: None}))
    (finding,) = verdict.findings
    assert finding.code == "QA752"
    assert "自行增加的项目" in finding.message
