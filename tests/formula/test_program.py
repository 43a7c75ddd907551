"""What an expression comes to, exactly and as spreadsheets calculate."""

from decimal import Decimal

import pytest

from builder.formula.book import Book
from builder.formula.expression import Cell, Expression
from builder.formula.program import compiled
from builder.formula.value import ErrorValue, Value

from .cells import NO, YES, apply, at, column, join, literal, value_of

A1, A2, A3 = at(1), at(2), at(3)
BROKEN = join(literal(1), "/", literal(0))


def test_decimals_are_exact() -> None:
    tenths = join(literal(Decimal("0.1")), "+", literal(Decimal("0.2")))
    assert value_of(join(tenths, "=", literal(Decimal("0.3")))) is True


def test_an_empty_cell_equals_the_empty_text_and_zero() -> None:
    assert value_of(join(A1, "=", literal(""))) is True
    assert value_of(join(A1, "=", literal(0))) is True
    assert value_of(join(A1, "=", NO)) is True


@pytest.mark.parametrize("value", [None, "", " ", "甲", Decimal(0), Decimal(5), False, True])
def test_asking_for_the_empty_text_is_a_comparison_like_others(value: Value) -> None:
    nothing = literal("")
    same = value_of(join(nothing, "=", A1), {A1: value})
    assert same is (value in {None, ""})
    assert value_of(join(A1, "=", nothing), {A1: value}) is same
    assert value_of(join(A1, "<>", nothing), {A1: value}) is not same


def test_an_error_is_not_nothing_but_an_error() -> None:
    given: dict[Cell, Value] = {A1: ErrorValue.NA}
    assert value_of(join(A1, "=", literal("")), given) is ErrorValue.NA
    assert value_of(join(A1, "<>", literal("")), given) is ErrorValue.NA


def test_the_empty_text_is_not_zero() -> None:
    assert value_of(join(A1, "=", literal(0)), {A1: ""}) is False


def test_an_empty_cell_counts_as_zero_and_as_no_text() -> None:
    assert value_of(join(A1, "+", literal(1))) == 1
    assert value_of(join(A1, "&", literal("分"))) == "分"
    assert value_of(apply("LEN", A1)) == 0


@pytest.mark.parametrize("sign", ["+", "-", "*", "/"])
def test_a_text_in_arithmetic_is_a_value_error(sign: str) -> None:
    assert value_of(join(A1, sign, literal(1)), {A1: "十分"}) is ErrorValue.VALUE
    assert value_of(join(literal(1), sign, A1), {A1: "十分"}) is ErrorValue.VALUE


def test_truth_values_count_one_and_zero_in_arithmetic() -> None:
    assert value_of(join(A1, "+", A2), {A1: True, A2: False}) == 1


def test_dividing_by_zero_or_by_an_empty_cell_is_an_error() -> None:
    assert value_of(BROKEN) is ErrorValue.DIV0
    assert value_of(join(literal(1), "/", A1)) is ErrorValue.DIV0


@pytest.mark.parametrize(
    ("base", "exponent", "value"),
    [
        ("1.1", "3", Decimal("1.331")),
        ("-2", "2", Decimal(4)),
        ("1.21", "0.5", Decimal("1.1")),
        ("2", "-1", Decimal("0.5")),
        ("0", "0.5", Decimal(0)),
        ("0", "0", ErrorValue.NUM),
        ("0", "-1", ErrorValue.DIV0),
        ("-8", "0.5", ErrorValue.NUM),
        ("10", "999999999", ErrorValue.NUM),
    ],
)
def test_powers_are_exact_where_they_can_be(base: str, exponent: str, value: Value) -> None:
    raised = join(literal(Decimal(base)), "^", literal(Decimal(exponent)))
    assert value_of(raised) == value


def test_a_root_of_three_is_right_as_far_as_any_score_is_rounded() -> None:
    third = join(literal(1), "/", literal(3))
    root = join(literal(Decimal("1.331")), "^", third)
    assert value_of(apply("ROUND", root, literal(20))) == Decimal("1.1")


def test_the_left_side_of_a_division_fails_first() -> None:
    assert value_of(join(literal("x"), "/", literal(0))) is ErrorValue.VALUE


def test_an_error_reaches_everything_that_uses_it() -> None:
    assert value_of(join(A1, "&", literal("分")), {A1: ErrorValue.NA}) is ErrorValue.NA
    assert value_of(apply("SUM", column(1, 3)), {A1: ErrorValue.NA}) is ErrorValue.NA
    assert value_of(apply("OR", YES, A1), {A1: ErrorValue.NA}) is ErrorValue.NA
    assert value_of(apply("ROUND", BROKEN, literal(0))) is ErrorValue.DIV0


def test_the_branch_not_taken_is_not_calculated() -> None:
    assert value_of(apply("IF", YES, literal("好"), BROKEN)) == "好"
    assert value_of(apply("IF", NO, BROKEN, literal("好"))) == "好"
    assert value_of(apply("IF", BROKEN, literal(1), literal(2))) is ErrorValue.DIV0


def test_and_and_or_calculate_every_argument() -> None:
    assert value_of(apply("AND", NO, BROKEN)) is ErrorValue.DIV0
    assert value_of(apply("OR", YES, BROKEN)) is ErrorValue.DIV0


def test_and_or_not_take_numbers_as_truth_values() -> None:
    assert value_of(apply("AND", literal(1), literal(-1))) is True
    assert value_of(apply("OR", literal(0), literal(0))) is False
    assert value_of(apply("NOT", literal(0))) is True


def test_a_text_is_no_truth_value() -> None:
    assert value_of(apply("IF", literal("是"), literal(1), literal(2))) is ErrorValue.VALUE


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        (literal(99), literal("0字")),
        (literal("zzz"), NO),
        (NO, YES),
        (literal(-1), literal(0)),
        (literal("a"), literal("B")),
        (A1, literal(1)),
        (A1, literal("字")),
    ],
)
def test_numbers_come_before_texts_before_truth_values(
    lower: Expression, higher: Expression
) -> None:
    assert value_of(join(lower, "<", higher)) is True
    assert value_of(join(lower, "<=", higher)) is True
    assert value_of(join(higher, ">", lower)) is True
    assert value_of(join(higher, ">=", lower)) is True
    assert value_of(join(lower, "<>", higher)) is True
    assert value_of(join(lower, "=", higher)) is False


def test_texts_are_compared_without_regard_to_case() -> None:
    assert value_of(join(literal("QA"), "=", literal("qa"))) is True


def test_one_recipe_serves_all_rows_of_a_table() -> None:
    recipe = compiled(apply("IF", join(A1, "=", literal("甲")), at(1, 2), join(A1, "&", at(1, 2))))
    cells: dict[Cell, Value] = {A1: "甲", at(1, 2): "一", A2: "乙", at(2, 2): "二"}
    first = recipe.program(lambda cell: cell)
    second = recipe.program(lambda cell: cell._replace(row=2))
    book = Book(cells, {}, lambda _: None, {})
    assert [first(book), second(book)] == ["一", "乙二"]


@pytest.mark.parametrize("words", ['"', "'''", "\\", "\n  raise", "{0}", "cells", "book", "#!"])
def test_the_words_of_a_constant_or_a_sheet_mean_nothing_but_themselves(words: str) -> None:
    elsewhere = at(1, sheet=words)
    assert value_of(join(literal(words), "&", elsewhere), {elsewhere: words}) == words * 2


@pytest.mark.parametrize("name", ["SUM", "MAX"])
def test_of_two_errors_the_first_is_shown(name: str) -> None:
    other = join(literal("十"), "+", literal(1))
    cells: dict[Cell, Value] = {A1: ErrorValue.NA}
    assert value_of(apply(name, column(1, 2), other), cells) is ErrorValue.NA
    assert value_of(apply(name, other, column(1, 2)), cells) is ErrorValue.VALUE


def test_equal_constants_that_are_not_the_same_stay_apart() -> None:
    both = join(literal(1), "&", YES)
    assert value_of(join(both, "&", literal(Decimal("1.50")))) == "1TRUE1.5"
    assert value_of(join(YES, "=", literal(1))) is False
    assert value_of(join(apply("LEN", A1), "=", NO)) is False


def test_what_only_one_branch_looked_up_is_looked_up_again_behind_it() -> None:
    chosen = apply("IF", A1, join(A2, "+", literal(1)), literal(0))
    whole = join(chosen, "+", A2)
    assert value_of(whole, {A1: False, A2: Decimal(5)}) == 5
    assert value_of(whole, {A1: True, A2: Decimal(5)}) == 11
    doubtful = apply("IF", apply("ISNUMBER", A2), literal(1), A2)
    assert value_of(doubtful, {A2: ErrorValue.NA}) is ErrorValue.NA
    assert value_of(doubtful, {A2: "甲"}) == "甲"


def test_a_value_that_was_looked_up_before_may_still_be_asked_whether_it_is_a_number() -> None:
    asked = apply("AND", join(A1, "<>", literal("")), apply("ISNUMBER", A1))
    assert value_of(asked, {A1: Decimal(0)}) is True
    assert value_of(asked, {A1: "甲"}) is False
    assert value_of(asked, {A1: ErrorValue.NA}) is ErrorValue.NA


def test_an_expression_as_deep_as_excel_allows_is_calculated() -> None:
    chosen: Expression = literal(0)
    for row in range(64, 0, -1):
        chosen = apply("IF", apply("ISNUMBER", at(row)), literal(row), chosen)
    assert value_of(chosen, {at(64): Decimal(1)}) == 64
    negated: Expression = A1
    for _ in range(64):
        negated = apply("NOT", join(negated, "=", YES))
    assert value_of(negated, {A1: True}) is True


def test_a_formula_of_many_terms_is_calculated() -> None:
    cells: dict[Cell, Value] = {at(row): Decimal(1) for row in range(1, 301)}
    whole: Expression = literal(0)
    for cell in cells:
        whole = join(whole, "+", cell)
    assert value_of(whole, cells) == 300
