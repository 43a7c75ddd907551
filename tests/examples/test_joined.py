"""What the examples come to by hand: the same from us, from another engine and the verifier."""

from decimal import Decimal
from pathlib import Path

import formualizer
import pytest

from builder.book.evaluation import Evaluation
from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import SUMMARY
from builder.load.lint import lint_scheme
from tests.examples.joined_cases import CASES, JOINED, example, plan_of, verdict_of
from tests.golden.case import Case
from tests.golden.completed import answers_of
from tests.oracles.agreement import same_value
from tests.oracles.test_formualizer import value_of
from tests.support.workbooks import filled_bytes

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def _cells(plan: KitPlan) -> dict[str, Cell]:
    scores = {leaf.code: leaf.counted for leaf in plan.leaves}
    scores |= {group.code: group.score for group in plan.groups}
    return scores | {"total": plan.total, "maximum": plan.attainable}


def _expected(case: Case) -> dict[str, Decimal]:
    whole = {"total": case.expected.total, "maximum": case.expected.maximum}
    return {**case.expected.scores, **whole}


@pytest.mark.parametrize("name", JOINED)
def test_an_example_is_in_order_and_has_five_cases(name: str) -> None:
    assert lint_scheme(example(name)).findings == ()
    assert len([case for case in CASES if case.scheme == name]) == 5


@each_case
def test_our_evaluation_gives_every_number_worked_out_by_hand(case: Case) -> None:
    plan = plan_of(case)
    ours = Evaluation(plan, answers_of(case, plan))
    assert {code: ours.points(cell) for code, cell in _cells(plan).items()} == _expected(case)


@each_case
def test_another_engine_gives_every_number_and_every_word_of_the_conclusion(case: Case) -> None:
    plan = plan_of(case)
    answers = answers_of(case, plan)
    ours = Evaluation(plan, answers)
    workbook = formualizer.Workbook.from_bytes(filled_bytes(plan, answers))
    workbook.evaluate_all()
    expected = _expected(case)
    for code, cell in _cells(plan).items():
        theirs = value_of(workbook.get_value(cell.sheet, cell.row, cell.column))
        assert same_value(theirs, expected[code]), code
    conclusion = plan.conclusion
    said = [cell for gate in conclusion.gates for cell in (gate.now, gate.state)]
    for cell in (*said, *(() if conclusion.level is None else (conclusion.level,))):
        theirs = value_of(workbook.get_value(cell.sheet, cell.row, cell.column))
        assert theirs == ours.value(cell)


@each_case
def test_the_summary_says_what_follows(case: Case) -> None:
    plan = plan_of(case)
    ours = Evaluation(plan, answers_of(case, plan))
    shown = [str(ours.value(cell)) for cell, _ in plan.formulas if cell.sheet == SUMMARY]
    whole = "\n".join(shown)
    assert [piece for piece in case.expected.summary if piece not in whole] == []
    # The last piece is the level itself.
    assert plan.conclusion.level is not None
    assert ours.value(plan.conclusion.level) == case.expected.summary[-1]


@each_case
def test_the_verifier_tells_score_and_conclusion_and_nothing_else(
    case: Case, tmp_path: Path
) -> None:
    verdict = verdict_of(case, tmp_path)
    told = sorted(f"{one.code} {one.place.indicator}".strip() for one in verdict.findings)
    assert tuple(told) == case.expected.findings
    assert verdict.score is not None
    assert verdict.score.total == case.expected.total
    assert verdict.score.by_indicator == case.expected.scores
    assert verdict.conclusion is not None
    assert verdict.conclusion.level == case.expected.summary[-1]
    assert f"等级：{case.expected.summary[-1]}。" in verdict.trace
