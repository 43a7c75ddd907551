"""The demonstration shows what it promises: three faults, each where it was made."""

from decimal import Decimal
from pathlib import Path

from builder.book.evaluation import Evaluation
from builder.book.naming import indicator_name
from builder.findings.finding import Finding
from builder.kit.metric_words import COMPLETE
from builder.load.example import Example, read_example
from builder.load.library import shipped_folder
from builder.model.verdict import Status
from builder.pipeline.demo import run_demo, typed_answers
from builder.pipeline.verify import Verifier
from tests.support.answers import score_input
from tests.support.outputs import produced
from tests.support.workbooks import PENGJIANG, shipped_plan


def applicant() -> Example:
    example = read_example(shipped_folder("examples") / f"{PENGJIANG}.yaml").said
    assert example is not None
    return example


def test_the_demo_has_exactly_its_three_faults(tmp_path: Path) -> None:
    demo = run_demo(tmp_path)
    assert demo.findings == ()
    assert sorted(demo.paths) == produced(tmp_path)
    assert demo.verdict is not None
    assert demo.verdict.status is Status.FINDINGS
    assert demo.verdict.scheme == PENGJIANG
    found = {finding.code: finding.place for finding in demo.verdict.findings}
    assert len(demo.verdict.findings) == 3
    assert set(found) == {"QA411", "QA503", "QA701"}
    assert found["QA503"].indicator
    assert found["QA701"].indicator
    assert found["QA503"].indicator != found["QA701"].indicator


def test_the_demo_fills_in_every_score(tmp_path: Path) -> None:
    plan = shipped_plan(PENGJIANG)
    answers = typed_answers(applicant(), plan)
    scores = [answers.get(score_input(plan, leaf).name) for leaf in plan.leaves]
    assert all(isinstance(score, Decimal) for score in scores)
    assert set(answers) <= {item.name for item in plan.inputs}
    assert indicator_name("score", plan.leaves[0].code) in answers
    assert Verifier().verify(run_demo(tmp_path).paths[-1]).score is not None


def test_the_demo_fills_in_figures_and_proves_several_indicators_with_one_document() -> None:
    plan = shipped_plan(PENGJIANG)
    answers = typed_answers(applicant(), plan)
    assert plan.metrics is not None
    evaluation = Evaluation(plan, answers)
    states = [evaluation.value(row.status) for row in plan.metrics.rows]
    assert states.count(COMPLETE) == len(applicant().figures)
    assert set(states) == {COMPLETE, ""}
    assert any(name.endswith("_also_2") for name in answers)


def test_the_demo_says_why_it_cannot_write(tmp_path: Path) -> None:
    blocker = tmp_path / "output"
    blocker.write_text("")
    demo = run_demo(blocker)
    assert demo.verdict is None
    assert {finding.code for finding in demo.findings} == {"QA891"}


def test_a_company_that_cannot_be_read_is_told_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "applicant.yaml"
    assert [one.code for one in told(path)] == ["QA101"]
    path.write_text("typed_total: 八百\napplicant: []\nanswers: []\n", encoding="utf-8")
    assert [(one.code, one.place.line) for one in told(path)] == [
        ("QA115", 1),
        ("QA118", 1),
        ("QA127", 2),
    ]


def told(path: Path) -> tuple[Finding, ...]:
    found = read_example(path)
    assert found.said is None
    return found.findings
