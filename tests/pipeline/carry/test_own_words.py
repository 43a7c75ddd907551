"""What a company wrote for itself goes on into the next year, and the old score stands beside."""

from decimal import Decimal
from pathlib import Path

from builder.book.book_plan import InputKind
from builder.editions.carried import Fate
from builder.formula.value import Value
from builder.kit.sheet_names import IMPROVEMENT
from tests.pipeline.carry.carried import answered, carried, held_in, new_workbook, order_to
from tests.support.answers import complete_answers
from tests.support.workbooks import PENGJIANG, shipped_plan, write_filled

OWN: dict[str, Value] = {
    "own_department_1_1": "质量部",
    "own_person_1_1": "张三",
    "own_strengths_1_1": "有首席质量官",
    "own_chances_1_1": "没有覆盖外协人员",
    "own_measures_1_1": "二季度培训",
    "own_due_1_1": Decimal(46100),
    "own_target_1_1": Decimal(24),
    "own_last_score_1_1": Decimal(15),
}
ANEW = ("own_due_1_1", "own_target_1_1")


def test_the_next_year_has_the_words_and_the_score_of_this_one(tmp_path: Path) -> None:
    plan = shipped_plan(PENGJIANG)
    answers = complete_answers(plan) | OWN | {"score_1_1": Decimal("20.5")}
    old = write_filled(tmp_path / "old.xlsx", plan, answers)
    made = carried(old, order_to(PENGJIANG, year=2027))
    new = answered(held_in(new_workbook(made, tmp_path)))
    kept = {name: value for name, value in OWN.items() if isinstance(value, str)}
    assert {name: new[name] for name in kept} == kept
    assert new["own_last_score_1_1"] == Decimal("20.5")
    assert not [name for name in ANEW if name in new]
    assert made.account is not None
    left = [one for one in made.account.lines if one.fate is Fate.LEFT]
    told = [one for one in left if one.place.startswith(IMPROVEMENT)]
    assert len(told) == len(ANEW) + 1
    assert any("2026-03-19" in one.text for one in told)


def test_in_the_same_year_everything_stays(tmp_path: Path) -> None:
    plan = shipped_plan(PENGJIANG)
    old = write_filled(tmp_path / "old.xlsx", plan, complete_answers(plan) | OWN)
    made = carried(old, order_to(PENGJIANG))
    new = answered(held_in(new_workbook(made, tmp_path)))
    own = {item.name for item in plan.inputs if item.kind is InputKind.OWN}
    assert {name: value for name, value in new.items() if name in own} == OWN
