"""Every case worked out by hand comes out the same from us, another engine, and the verifier.

A case lists every scored row and every group of its kit; one left out or too many fails.
"""

from decimal import Decimal
from pathlib import Path

import formualizer
import pytest

from builder.book.evaluation import Evaluation
from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import SUMMARY
from tests.golden.case import CASES, Case
from tests.golden.completed import answers_of, plan_of, verdict_of
from tests.oracles.agreement import same_value
from tests.oracles.test_formualizer import value_of
from tests.support.proved import some
from tests.support.workbooks import filled_bytes

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def _cells(plan: KitPlan) -> dict[str, Cell]:
    """The cell of every score by code, and those of the total and the maximum."""
    scores = {leaf.code: leaf.counted for leaf in plan.leaves}
    scores |= {group.code: group.score for group in plan.groups}
    return scores | {"total": plan.total, "maximum": plan.attainable}


def _expected(case: Case) -> dict[str, Decimal]:
    whole = {"total": case.expected.total, "maximum": case.expected.maximum}
    return {**case.expected.scores, **whole}


@each_case
def test_our_evaluation_gives_every_number_worked_out_by_hand(case: Case, tmp_path: Path) -> None:
    plan = plan_of(case, tmp_path)
    ours = Evaluation(plan, answers_of(case, plan))
    assert {code: ours.points(cell) for code, cell in _cells(plan).items()} == _expected(case)


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.expected.summary], ids=lambda case: case.name
)
def test_the_summary_says_what_people_must_decide(case: Case, tmp_path: Path) -> None:
    plan = plan_of(case, tmp_path)
    ours = Evaluation(plan, answers_of(case, plan))
    shown = "\n".join(str(ours.value(cell)) for cell, _ in plan.formulas if cell.sheet == SUMMARY)
    assert [piece for piece in case.expected.summary if piece not in shown] == []


@pytest.mark.parametrize("case", some(CASES, 3), ids=lambda case: case.name)
def test_another_engine_gives_every_number_from_the_written_formulas(
    case: Case, tmp_path: Path
) -> None:
    plan = plan_of(case, tmp_path)
    workbook = formualizer.Workbook.from_bytes(filled_bytes(plan, answers_of(case, plan)))
    workbook.evaluate_all()
    theirs = {
        code: value_of(workbook.get_value(cell.sheet, cell.row, cell.column))
        for code, cell in _cells(plan).items()
    }
    expected = _expected(case)
    assert {*theirs} == {*expected}
    assert [
        (code, value, expected[code])
        for code, value in theirs.items()
        if not same_value(value, expected[code])
    ] == []


@each_case
def test_the_verifier_tells_the_score_and_exactly_the_expected_findings(
    case: Case, tmp_path: Path
) -> None:
    verdict = verdict_of(case, tmp_path)
    told = sorted(f"{one.code} {one.place.indicator}".strip() for one in verdict.findings)
    assert tuple(told) == case.expected.findings
    assert verdict.score is not None
    assert verdict.score.total == case.expected.total
    assert verdict.score.maximum == case.expected.maximum
    assert verdict.score.by_indicator == case.expected.scores
