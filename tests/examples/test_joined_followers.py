"""Rankings, reviews and consensuses join what an applicant's workbook joins, and conclude alike."""

from decimal import Decimal
from pathlib import Path

import pytest

from builder.book.evaluation import Evaluation
from builder.formula.expression import Cell
from builder.overview.overview_book import plan_overview
from builder.pipeline.panel.planning import consensus_plan, review_plan
from builder.pipeline.verify import Verifier
from builder.show.page import verdicts_page
from builder.show.verdicts import verdict_json, verdict_lines
from tests.examples.joined_cases import CASES, JOINED, verdict_of
from tests.golden.case import Case
from tests.support.panels import filled_panel, merged_panel, read_back, review_answers
from tests.support.workbooks import shipped_plan

FIRST = [case for case in CASES if case.name.partition("/")[2].startswith(("01", "03"))]


@pytest.mark.parametrize("case", FIRST, ids=lambda case: case.name)
def test_a_ranking_comes_to_the_verified_total(case: Case, tmp_path: Path) -> None:
    verdict = verdict_of(case, tmp_path)
    assert verdict.score is not None
    plan = plan_overview((verdict,))
    ranked = next(sheet for sheet in plan.sheets if sheet.name.startswith("排名"))
    values = Evaluation(plan, {})
    shown = [values.value(Cell(ranked.name, 4, column)) for column in range(1, 8)]
    assert verdict.score.total in shown


@pytest.mark.parametrize("case", FIRST, ids=lambda case: case.name)
def test_terminal_page_and_json_say_what_follows(case: Case, tmp_path: Path) -> None:
    verdict = verdict_of(case, tmp_path)
    level = case.expected.summary[-1]
    assert any(f"结论　等级：{level}" in line for line in verdict_lines(verdict))
    page = verdicts_page((verdict,))
    assert f">{level}</td>" in page
    assert verdict.conclusion is not None
    for gate in verdict.conclusion.gates:
        assert f"{gate.code}　{gate.wording}" in page
    said = verdict_json(verdict)["conclusion"]
    assert isinstance(said, dict)
    assert said["level"] == level


@pytest.mark.parametrize("scheme_id", JOINED)
def test_a_review_at_full_marks_comes_to_the_maximum(scheme_id: str, tmp_path: Path) -> None:
    task = filled_panel(tmp_path, scheme_id)
    plan = review_plan(task, task.seats[0], Verifier())
    values = Evaluation(plan, review_answers(plan, task.seats[0], Decimal(1)))
    assert values.points(plan.total) == plan.maximum == shipped_plan(scheme_id).maximum
    assert plan.conclusion.level is not None
    assert len(plan.conclusion.gates) == len(shipped_plan(scheme_id).conclusion.gates)


@pytest.mark.parametrize("scheme_id", JOINED)
def test_a_consensus_concludes_by_the_joined_scores(scheme_id: str, tmp_path: Path) -> None:
    task = filled_panel(tmp_path, scheme_id)
    merged_panel(tmp_path, task)
    plan = consensus_plan(read_back(tmp_path), "C01", Verifier())
    values = Evaluation(plan, {})
    assert plan.conclusion.level is not None
    asked_of_applicants = any(
        values.value(gate.state) == "还不能判断" for gate in plan.conclusion.gates
    )
    assert (values.value(plan.conclusion.level) == "还不能判断") is asked_of_applicants
