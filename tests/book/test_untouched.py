"""What is worked out once for all files is what each file would have come to."""

from decimal import Decimal

import pytest

from builder.book.evaluation import Contents, Evaluation
from builder.book.untouched import with_untouched
from builder.formula.value import ErrorValue, Value
from tests.support.answers import complete_answers
from tests.support.workbooks import PENGJIANG, SCHEME_IDS, shipped_plan


@pytest.mark.parametrize("kit", SCHEME_IDS)
def test_every_formula_comes_to_the_same_whether_its_value_was_known_before_or_not(
    kit: str,
) -> None:
    plan = shipped_plan(kit)
    plain = Contents.of(plan)
    known = with_untouched(plain)
    assert known.untouched.values
    complete = complete_answers(plan)
    some = dict(list(complete.items())[::3])
    for answers in ({}, some, complete):
        one, other = Evaluation(plain, answers), Evaluation(known, answers)
        assert [one.value(cell) for cell in plain.formulas] == [*other.values(plain.formulas)]


@pytest.mark.parametrize("value", ["别的字", None, Decimal(7), ErrorValue.REF])
def test_a_cell_that_somebody_typed_over_is_known_to_nobody_before(value: Value) -> None:
    plain = Contents.of(shipped_plan(PENGJIANG))
    known = with_untouched(plain)
    named, looked_through = known.untouched.naming, known.untouched.looked_through
    places = [*list(named)[:40:8], *sorted(looked_through)[:2], *list(plain.formulas)[:9]]
    for place in places:
        one, other = (Evaluation(each, {}, {place: value}) for each in (plain, known))
        assert [one.value(cell) for cell in plain.formulas] == [*other.values(plain.formulas)]
