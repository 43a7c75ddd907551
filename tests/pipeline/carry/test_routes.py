"""Where single answers go: scores, years, evidence, choices, older layouts."""

from decimal import Decimal
from pathlib import Path

import pytest

from builder.book.naming import indicator_name
from builder.editions.carried import Fate
from builder.kit import planning
from builder.kit.planning import plan_workbook
from tests.editions.pairs import PAIRS
from tests.pipeline.carry.carried import (
    account_of,
    answered,
    carried,
    held_in,
    new_workbook,
    order_to,
    written,
)
from tests.support.answers import complete_answers
from tests.support.workbooks import (
    MINHANG,
    PENGJIANG,
    shipped_plan,
    shipped_scheme,
    write_filled,
)

BY_NAME = {pair.name: pair for pair in PAIRS}


def old_book(folder: Path, kit: str, **changed: object) -> Path:
    plan = shipped_plan(kit)
    answers = {**complete_answers(plan), **changed}
    return write_filled(folder / "old.xlsx", plan, answers)  # type: ignore[arg-type]


def test_scores_come_along_only_when_asked_for_and_unchanged(tmp_path: Path) -> None:
    scheme = written(tmp_path, BY_NAME["points moved"])
    old = old_book(tmp_path, PENGJIANG)
    without = held_in(new_workbook(carried(old, order_to(scheme)), tmp_path), order_to(scheme))
    assert not [name for name in answered(without) if name.startswith("score_")]
    order = order_to(scheme, scores=True)
    held = held_in(new_workbook(carried(old, order), tmp_path), order)
    scores = {name for name in answered(held) if name.startswith("score_")}
    assert "score_1_3" in scores
    assert not scores & {"score_1_1", "score_1_2"}


def test_years_move_and_the_oldest_drops_out(tmp_path: Path) -> None:
    scheme = written(tmp_path, BY_NAME["points moved"])
    figures = {f"metrics_2_y{place}": Decimal(place) for place in (1, 2, 3)}
    old = old_book(tmp_path, PENGJIANG, **figures)
    order = order_to(scheme)
    made = carried(old, order)
    there = answered(held_in(new_workbook(made, tmp_path), order))
    assert there["applicant_year"] == Decimal(2027)
    assert (there["metrics_2_y1"], there["metrics_2_y2"]) == (Decimal(2), Decimal(3))
    assert "metrics_2_y3" not in there
    later = order_to(scheme, year=2028)
    there = answered(held_in(new_workbook(carried(old, later), tmp_path), later))
    assert there["metrics_2_y1"] == Decimal(3)


def test_evidence_goes_with_its_indicator_and_the_expired_is_marked(tmp_path: Path) -> None:
    scheme = written(tmp_path, BY_NAME["a chapter in front renumbers all"])
    old = old_book(tmp_path, PENGJIANG, evidence_1_until="2025-06-30")
    order = order_to(scheme)
    made = carried(old, order)
    there = answered(held_in(new_workbook(made, tmp_path), order))
    assert there["evidence_1_indicator"] == "2.1 企业家精神"
    line = next(one for one in account_of(made).lines if "已过期" in one.reason)
    assert line.fate is Fate.CHECK
    assert "E001" in line.place


def test_what_was_merged_stands_together_and_what_was_split_is_to_be_looked_at(
    tmp_path: Path,
) -> None:
    pair = BY_NAME["merged"]
    old = old_book(tmp_path, pair.scheme)
    order = order_to(written(tmp_path, pair))
    made = carried(old, order)
    there = answered(held_in(new_workbook(made, tmp_path), order))
    note = str(there[indicator_name("note", "1.2")])
    assert note.count("\n") == 1
    assert any(one.fate is Fate.CHECK and "合并" in one.reason for one in account_of(made).lines)


def test_what_was_chosen_last_year_is_chosen_again(tmp_path: Path) -> None:
    kit = f"{MINHANG} 单项=研发创新"
    old = old_book(tmp_path, kit)
    order = order_to(written(tmp_path, BY_NAME["a choice and its indicators added"]))
    held = held_in(new_workbook(carried(old, order), tmp_path), order)
    assert held.plan.identity.choice == "单项=研发创新"
    other = order_to(tmp_path / "next.md", options=(("单项", "绿色创新"),))
    held = held_in(new_workbook(carried(old, other), tmp_path), other)
    assert held.plan.identity.choice == "单项=绿色创新"
    assert "note_6_1" in answered(held)


def test_a_kit_of_the_layout_before_is_carried_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(planning, "LAYOUT", "2")
        plan = plan_workbook(shipped_scheme(PENGJIANG))
    assert plan.identity.layout == "2"
    answers = complete_answers(plan)
    old = write_filled(tmp_path / "old.xlsx", plan, answers)
    order = order_to(PENGJIANG)
    held = held_in(new_workbook(carried(old, order), tmp_path), order)
    assert answered(held) == {name: value for name, value in answers.items() if value is not None}
