"""Reviewers score the examples by the same rules, and the panel joins the points."""

from decimal import Decimal
from pathlib import Path

import pytest

from builder.book.evaluation import Evaluation
from builder.kit.ways.table import is_plain
from builder.pipeline.panel.planning import consensus_plan, review_plan
from builder.pipeline.verify import Verifier
from tests.support.panels import filled_panel, merged_panel, read_back, review_answers
from tests.support.workbooks import EXAMPLE_IDS, shipped_plan


@pytest.mark.parametrize("scheme_id", EXAMPLE_IDS)
def test_a_review_asks_and_counts_as_the_self_assessment_does(
    scheme_id: str, tmp_path: Path
) -> None:
    task = filled_panel(tmp_path, scheme_id)
    plan = review_plan(task, task.seats[0], Verifier())
    own = shipped_plan(scheme_id)
    assert [len(leaf.parts) for leaf in plan.leaves] == [len(leaf.parts) for leaf in own.leaves]
    values = Evaluation(plan, review_answers(plan, task.seats[0], Decimal(1)))
    assert all(values.value(leaf.status) == "完成" for leaf in plan.leaves)
    ruled = [leaf for leaf in plan.leaves if not is_plain(leaf.rule)]
    assert [values.points(leaf.counted) for leaf in ruled] == [leaf.points for leaf in ruled]
    # What the applicant answered stands beside it.
    assert not ruled or any("：" in note for note in task.applicants[0].notes.values())


@pytest.mark.parametrize("scheme_id", EXAMPLE_IDS)
def test_a_consensus_joins_points_and_asks_for_no_parts(scheme_id: str, tmp_path: Path) -> None:
    task = filled_panel(tmp_path, scheme_id)
    merged_panel(tmp_path, task)
    merged = read_back(tmp_path)
    plan = consensus_plan(merged, "C01", Verifier())
    values = Evaluation(plan, {})
    assert all(not leaf.parts for leaf in plan.leaves)
    assert values.points(plan.total) > 0
