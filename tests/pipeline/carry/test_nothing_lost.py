"""Whatever an old kit said is in the new one or on 沿用情况, and the new one is in order."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import DataObject
from hypothesis.strategies import data as drawn

from builder.findings.finding import Finding
from builder.findings.rule import Kind
from tests.editions.pairs import PAIRS, Pair
from tests.pipeline.carry.carried import (
    answered,
    carried,
    held_in,
    new_workbook,
    order_to,
    spelt,
    told,
    verdict_on,
    written,
)
from tests.support.answers import any_answers, complete_answers
from tests.support.workbooks import ASKED, PENGJIANG, shipped_plan, write_filled

# What is asked of whoever completes the kit; all else would be a fault of carrying over.
_UNFINISHED = (Kind.ANSWER, Kind.CONTENT, Kind.EVIDENCE, Kind.NOTICE)


def faults(findings: tuple[Finding, ...]) -> list[str]:
    return [one.code for one in findings if one.rule.kind not in _UNFINISHED]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_every_answer_is_in_the_new_kit_or_accounted_for(pair: Pair, tmp_path: Path) -> None:
    order = order_to(written(tmp_path, pair))
    plan = shipped_plan(pair.scheme)
    answers = complete_answers(plan)
    old = write_filled(tmp_path / "old.xlsx", plan, answers)
    made = carried(old, order)
    path = new_workbook(made, tmp_path)
    held = held_in(path, order)
    there = "\n".join((*spelt(held.plan, answered(held)).values(), told(path)))
    lost = {name: text for name, text in spelt(plan, answers).items() if text not in there}
    assert lost == {}
    assert faults(verdict_on(path, order).findings) == []


@pytest.mark.parametrize("kit", ASKED)
def test_into_the_same_edition_everything_stays_as_it_is(kit: str, tmp_path: Path) -> None:
    plan = shipped_plan(kit)
    old = write_filled(tmp_path / "old.xlsx", plan, complete_answers(plan))
    order = order_to(plan.identity.scheme)
    made = carried(old, order)
    path = new_workbook(made, tmp_path)
    assert answered(held_in(path, order)) == answered(held_in(old, order))
    before, after = verdict_on(old, order), verdict_on(path, order)
    assert [(one.code, one.place.sheet, one.place.cell) for one in after.findings] == [
        (one.code, one.place.sheet, one.place.cell) for one in before.findings
    ]
    assert after.score == before.score


@pytest.mark.parametrize("pair", PAIRS[1:8:3], ids=lambda pair: pair.name)
@settings(
    max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=drawn())
def test_whatever_people_type_is_not_lost(pair: Pair, data: DataObject, tmp_path: Path) -> None:
    order = order_to(written(tmp_path, pair))
    plan = shipped_plan(pair.scheme)
    old = write_filled(tmp_path / "old.xlsx", plan, data.draw(any_answers(plan)))
    before = held_in(old)
    made = carried(old, order)
    path = new_workbook(made, tmp_path)
    held = held_in(path, order)
    there = "\n".join((*spelt(held.plan, answered(held)).values(), told(path)))
    typed = {name: value for name, value in answered(before).items() if name not in before.unseen}
    lost = {name: text for name, text in spelt(plan, typed).items() if text.strip() not in there}
    assert lost == {}
    assert faults(verdict_on(path, order).findings) == []


@settings(
    max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=drawn())
def test_whatever_people_type_stays_in_the_same_edition(data: DataObject, tmp_path: Path) -> None:
    plan = shipped_plan(PENGJIANG)
    old = write_filled(tmp_path / "old.xlsx", plan, data.draw(any_answers(plan)))
    order = order_to(PENGJIANG)
    before = held_in(old, order)
    path = new_workbook(carried(old, order), tmp_path)
    kept = {
        name: value
        for name, value in answered(before).items()
        if name not in before.unseen and name not in before.misfits and not isinstance(value, bool)
    }
    assert answered(held_in(path, order)) == kept
