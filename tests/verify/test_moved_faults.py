"""Rows and columns put elsewhere are one finding, and every answer is still read as its own."""

from pathlib import Path

import pytest

from builder.findings.rule import Severity
from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import APPLICANT, EVIDENCE, SCORING
from tests.support.workbooks import PENGJIANG, PROVED_IDS, SCHEME_IDS
from tests.verify.columns import with_column_inserted, without_column
from tests.verify.judged import case, fault, judged, told
from tests.verify.tampering import (
    with_rows_sorted,
    without_shared_formulas,
)

# Scored as a whole, every item of these is a heading of its own.
ITEMS = ("wuhan-manufacturing", "wuhan-service")
SCHEMES = pytest.mark.parametrize("scheme_id", PROVED_IDS)


def neighbours(plan: KitPlan) -> tuple[int, int]:
    """Two scored rows that stand together, none of them the first under its heading."""
    rows = [leaf.score.row for leaf in plan.leaves]
    return next(
        (second, third)
        for first, second, third in zip(rows, rows[1:], rows[2:], strict=False)
        if third == second + 1 == first + 2
    )


def input_column(plan: KitPlan) -> int:
    return plan.leaves[0].score.column


@pytest.mark.parametrize("scheme_id", [one for one in SCHEME_IDS if one not in ITEMS])
def test_two_rows_that_changed_places_are_one_finding(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    first, second = neighbours(chosen.plan)
    order = {first: second, second: first}
    verdict = judged(tmp_path, with_rows_sorted(chosen.content, chosen.plan, SCORING, order))
    assert [finding.code for finding in verdict.findings] == ["QA405"]
    assert verdict.score == judged(tmp_path, chosen.content).score


def test_a_table_sorted_from_end_to_end_is_one_finding(tmp_path: Path) -> None:
    chosen = case("pengjiang-manufacturing", 0)
    rows = [row.indicator.row for row in chosen.plan.evidence[:26]]
    order = dict(zip(rows, reversed(rows), strict=True))
    content = without_shared_formulas(chosen.content, chosen.plan, EVIDENCE)
    verdict = judged(tmp_path, with_rows_sorted(content, chosen.plan, EVIDENCE, order))
    assert [finding.code for finding in verdict.findings] == ["QA405"]
    assert verdict.findings[0].actual == "25"


@SCHEMES
@pytest.mark.parametrize("sheet", [SCORING, EVIDENCE, APPLICANT])
def test_an_inserted_column_is_one_finding_and_changes_no_score(
    tmp_path: Path, scheme_id: str, sheet: str
) -> None:
    chosen = case(scheme_id, 0)
    column = input_column(chosen.plan) if sheet == SCORING else 2
    verdict = judged(tmp_path, with_column_inserted(chosen.content, chosen.plan, sheet, column))
    assert told(verdict) == [fault("QA406", Cell(sheet, 1, column + 1))]
    assert verdict.findings[0].rule.severity is Severity.WARNING
    assert verdict.score == judged(tmp_path, chosen.content).score


@SCHEMES
def test_a_deleted_column_of_notes_is_one_finding(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    column = chosen.plan.leaves[0].counted.column + 1
    verdict = judged(tmp_path, without_column(chosen.content, chosen.plan, SCORING, column))
    codes = [finding.code for finding in verdict.findings]
    # Where a note is a reason that must be given, its absence is a fault of its own.
    assert [code for code in codes if code != "QA508"] == ["QA407"]


def test_a_deleted_column_of_sources_is_one_finding(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    assert chosen.plan.metrics is not None
    source = chosen.plan.metrics.rows[0].needed[-1][1]
    gone = without_column(chosen.content, chosen.plan, source.sheet, source.column)
    assert [finding.code for finding in judged(tmp_path, gone).findings] == ["QA407"]


@SCHEMES
def test_a_deleted_column_of_evidence_is_one_finding(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    verdict = judged(tmp_path, without_column(chosen.content, chosen.plan, EVIDENCE, 7))
    assert [finding.code for finding in verdict.findings] == ["QA407"]
