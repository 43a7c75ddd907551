"""What was worked by hand is what the workbook, its verdict and other engines come to."""

from pathlib import Path

import pytest

from builder.book.evaluation import Evaluation
from builder.load.library import shipped_examples
from builder.load.lint import lint_scheme
from tests.examples.joined_cases import FOLDER, JOINED
from tests.examples.worked import EXAMPLES, Worked, every_case, example_plan
from tests.oracles.test_formualizer import differences
from tests.support.workbooks import filled_bytes
from tests.verify.judged import judged, told

EACH = pytest.mark.parametrize("case", every_case(), ids=lambda case: f"{case.scheme} {case.name}")


def test_every_example_has_five_cases() -> None:
    counts = [sum(one.scheme == scheme_id for one in every_case()) for scheme_id in EXAMPLES]
    assert counts == [5] * len(EXAMPLES)
    joined = [len(list((FOLDER / name).glob("*.yaml"))) for name in JOINED]
    assert joined == [5] * len(JOINED)
    assert [path.stem for path in shipped_examples()] == sorted((*EXAMPLES, *JOINED))


@pytest.mark.parametrize("path", shipped_examples(), ids=lambda path: path.stem)
def test_an_example_has_no_finding(path: Path) -> None:
    assert lint_scheme(path).findings == ()


@EACH
def test_a_case_comes_to_what_was_worked_by_hand(case: Worked) -> None:
    plan = example_plan(case.scheme)
    values = Evaluation(plan, case.answers)
    assert {leaf.code: values.points(leaf.counted) for leaf in plan.leaves} == case.points
    assert values.points(plan.total) == case.total


@EACH
def test_another_engine_agrees_in_every_cell(case: Worked) -> None:
    assert differences(example_plan(case.scheme), dict(case.answers)) == []


@EACH
def test_a_case_is_verified_to_the_same_points(case: Worked, tmp_path: Path) -> None:
    plan = example_plan(case.scheme)
    verdict = judged(tmp_path, filled_bytes(plan, case.answers))
    assert verdict.score is not None
    assert verdict.score.total == case.total
    unworkable = "算不出" in case.name
    assert [line.split()[0] for line in told(verdict)] == (["QA543"] if unworkable else [])
    assert any("得" in line or "计" in line for line in verdict.trace)
