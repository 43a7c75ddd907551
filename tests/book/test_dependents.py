"""What follows from some inputs is all that a whole evaluation changes, and nothing is missed."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.book.dependents import find_dependents
from builder.book.evaluation import Evaluation
from builder.formula.expression import Cell
from builder.formula.value import Value
from tests.support.answers import complete_answers
from tests.support.workbooks import PROVED_IDS, XINHUI, shipped_plan


@cache
def blank_values(kit: str) -> dict[Cell, Value]:
    """What every formula of a kit says before anybody has written anything."""
    plan = shipped_plan(kit)
    blank = Evaluation(plan, {})
    return {cell: blank.value(cell) for cell, _ in plan.formulas}


@pytest.mark.parametrize("kit", PROVED_IDS)
@given(data=st.data())
def test_values_are_those_of_a_whole_evaluation(kit: str, data: st.DataObject) -> None:
    plan = shipped_plan(kit)
    answers = complete_answers(plan)
    names = data.draw(st.lists(st.sampled_from(sorted(answers)), min_size=1, max_size=6))
    given_answers = {name: answers[name] for name in names}
    values = find_dependents(plan, given_answers).values(given_answers)
    whole = Evaluation(plan, given_answers)
    changed = {cell for cell, value in blank_values(kit).items() if value != whole.value(cell)}
    assert changed <= set(values)
    assert {cell: whole.value(cell) for cell in values} == values


def test_nothing_follows_from_an_input_that_no_formula_names() -> None:
    plan = shipped_plan(XINHUI)
    note = next(item.name for item in plan.inputs if item.name.startswith("note_"))
    assert find_dependents(plan, [note]).cells == ()
