"""The values of a whole plan."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.book.evaluation import Evaluation
from builder.formula.expression import Area, Call, Cell, Expression, Literal, Occurrences, Operation
from builder.formula.value import ErrorValue
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import TREND_FIGURES
from builder.model.official import Indicator
from builder.model.points import effective_points, is_leaf
from builder.model.scheme import Scheme
from tests.kit.samples import CAPPED, DEEP
from tests.support.answers import any_answers, complete_answers, valid_answers
from tests.support.workbooks import (
    OFFICE_BANDED,
    PROVED_IDS,
    SCHEME_IDS,
    SUIHUA,
    shipped_plan,
    shipped_scheme,
)

SCHEMES = {
    **{scheme_id: shipped_scheme(scheme_id) for scheme_id in SCHEME_IDS},
    **{kit: shipped_scheme(kit) for kit in (f"{SUIHUA} 行业=养老", OFFICE_BANDED)},
    "capped": CAPPED,
    "deep": DEEP,
}
every_scheme = pytest.mark.parametrize("scheme_id", list(SCHEMES))


def cells_in(expression: Expression | Area) -> Iterator[Cell]:
    """Every cell an expression names, those inside areas included."""
    match expression:
        case Cell():
            yield expression
        case Area():
            yield from expression.cells
        case Operation():
            yield from cells_in(expression.left)
            yield from cells_in(expression.right)
        case Call():
            for argument in expression.arguments:
                yield from cells_in(argument)
        case Occurrences():
            for area, value in expression.pairs:
                yield from area.cells
                yield from cells_in(value)
        case Literal():
            return


@every_scheme
def test_no_formula_waits_for_itself(scheme_id: str) -> None:
    formulas = dict(plan_workbook(SCHEMES[scheme_id]).formulas)
    needs = {
        home: {formula.meant(home, cell) for cell in cells_in(formula.expression)} & set(formulas)
        for home, formula in formulas.items()
    }
    while needs:
        ready = {home for home, waiting in needs.items() if not waiting & set(needs)}
        assert ready, f"these wait for each other: {list(needs)[:5]}"
        needs = {home: waiting for home, waiting in needs.items() if home not in ready}


@every_scheme
def test_every_cell_a_formula_names_is_planned(scheme_id: str) -> None:
    plan = plan_workbook(SCHEMES[scheme_id])
    planned = {
        Cell(sheet=sheet.name, row=cell.row, column=cell.column)
        for sheet in plan.sheets
        for cell in sheet.cells
    }
    for home, formula in plan.formulas:
        assert {formula.meant(home, cell) for cell in cells_in(formula.expression)} <= planned


@every_scheme
def test_like_rows_share_no_formula_that_names_an_area_of_their_own_sheet(scheme_id: str) -> None:
    for home, formula in plan_workbook(SCHEMES[scheme_id]).formulas:
        if formula.shift:
            areas = [one for one in formula.pieces if isinstance(one, Area) and not one.name]
            assert home.sheet not in {area.sheet for area in areas}


@every_scheme
def test_like_rows_share_the_formula_that_stands_in_the_first_of_them(scheme_id: str) -> None:
    plan = plan_workbook(SCHEMES[scheme_id])
    formulas = dict(plan.formulas)
    for home, formula in formulas.items():
        first = formulas[formula.first(home)]
        assert first.expression is formula.expression
        assert first.shift == 0


@every_scheme
def test_like_rows_have_the_same_values_whichever_is_asked_for_first(scheme_id: str) -> None:
    plan = plan_workbook(SCHEMES[scheme_id])
    answers = complete_answers(plan)
    forwards, backwards = Evaluation(plan, answers), Evaluation(plan, answers)
    for cell in [cell for cell, formula in reversed(tuple(plan.formulas)) if formula.shift]:
        backwards.value(cell)
    cells = [cell for cell, _ in plan.formulas]
    assert list(map(forwards.value, cells)) == list(map(backwards.value, cells))


@pytest.mark.parametrize("scheme_id", PROVED_IDS)
@given(data=st.data())
def test_no_answer_of_any_kind_makes_a_formula_show_an_error(
    scheme_id: str, data: st.DataObject
) -> None:
    plan = shipped_plan(scheme_id)
    evaluation = Evaluation(plan, data.draw(any_answers(plan)))
    # Of what is not there, a chart draws nothing; nobody else looks at the sheet behind it.
    shown = [cell for cell, _ in plan.formulas if cell.sheet != TREND_FIGURES]
    values = [evaluation.value(cell) for cell in shown]
    assert [value for value in values if isinstance(value, ErrorValue)] == []
    assert 0 <= evaluation.points(plan.total) <= plan.maximum


def score_by_hand(scheme: Scheme, node: Indicator, scores: dict[str, Decimal]) -> Decimal:
    """The score of a node as the notice's words say: the parts added up, never over the points."""
    if is_leaf(scheme, node):
        return scores[node.code]
    worth = {child.code: score_by_hand(scheme, child, scores) for child in node.children}
    parts = sum(worth.values(), Decimal(0))
    for rule in scheme.compositions:
        if rule.code == node.code:
            parts = sum((factor * worth[code] for factor, code in rule.terms), Decimal(0))
    points = effective_points(scheme, node)
    return parts if points is None else min(points, parts)


@every_scheme
@given(data=st.data())
def test_the_total_is_what_the_rules_of_the_notice_give_by_hand(
    scheme_id: str, data: st.DataObject
) -> None:
    scheme = SCHEMES[scheme_id]
    plan = plan_workbook(scheme)
    answers = data.draw(valid_answers(plan))
    evaluation = Evaluation(plan, answers)
    scores = {
        leaf.code: evaluation.points(leaf.score) * (leaf.points if leaf.banded else 1)
        for leaf in plan.leaves
    }
    by_hand = sum((score_by_hand(scheme, root, scores) for root in scheme.indicators), Decimal(0))
    assert evaluation.points(plan.total) == min(scheme.total, by_hand)
    assert {evaluation.value(leaf.status) for leaf in plan.leaves} == {"完成"}


def test_a_value_typed_over_a_formula_is_taken_as_it_is() -> None:
    plan = plan_workbook(CAPPED)
    group = next(group for group in plan.groups if group.code == "1")
    evaluation = Evaluation(plan, complete_answers(plan), {group.score: Decimal(7)})
    assert evaluation.value(group.score) == 7
    assert evaluation.points(plan.total) == 7 + 40 + 24


def test_points_asked_of_a_cell_without_a_number_are_a_mistake_of_ours() -> None:
    plan = plan_workbook(CAPPED)
    with pytest.raises(TypeError):
        Evaluation(plan, {}).points(plan.leaves[0].status)
