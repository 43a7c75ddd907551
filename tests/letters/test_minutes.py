"""The minutes tell whom a reviewer had to avoid, and do not take others' work for a conflict."""

from dataclasses import replace

import pytest

from builder.letters.minutes import plan_minutes
from builder.model.office import Office
from builder.model.panel.record import PanelRecord
from builder.model.panel.task import HIDDEN
from tests.support.records import record_by_hand


def _assigned(avoids: str, *, blind: bool) -> PanelRecord:
    """A panel whose one reviewer judges one of three and avoids another, by name or by a mark."""
    record = record_by_hand({"C01": "9", "C02": "8", "C03": "7"})
    task = record.merged.task
    (one,) = task.reviewers
    known = replace(
        task,
        blind=blind,
        reviewers=(replace(one, avoids=(avoids,)),),
        seats=task.seats[:1],
    )
    return replace(record, merged=replace(record.merged, task=known))


@pytest.mark.parametrize(
    ("blind", "avoids", "said"),
    [
        (False, "单位C02", "单位C02；没有分派：单位C03"),
        # With its key a blind round says it as well as another.
        (True, "单位C02", "单位C02；没有分派：单位C03"),
        (True, f"{HIDDEN}0a1b", "没有分派或回避：单位C02、单位C03"),
    ],
)
def test_whom_a_reviewer_did_not_judge_is_told_with_its_reason(
    *, blind: bool, avoids: str, said: str
) -> None:
    plan = plan_minutes(_assigned(avoids, blind=blind), "某奖", Office())
    assert plan.people.rows[0][-1] == said


def test_who_judged_everybody_avoided_nobody() -> None:
    plan = plan_minutes(record_by_hand({"C01": "9"}), "某奖", Office())
    assert plan.people.rows[0][-1] == "无"
