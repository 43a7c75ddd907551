"""What an expression comes to, exactly and as spreadsheets calculate."""

from decimal import Decimal

import pytest

from builder.formula.book import Book
from builder.formula.expression import Cell, Expression, Occurrences
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


@pytest.mark.parametrize(("name", "expected"), [("SUM", 12), ("MIN", 5), ("MAX", 7)])
def test_texts_and_truth_values_in_cells_do_not_count(name: str, expected: int) -> None:
    cells: dict[Cell, Value] = {A1: "100", A2: True, A3: Decimal(5), at(4): Decimal(7)}
    assert value_of(apply(name, column(1, 5)), cells) == expected
    assert value_of(apply(name, A1, A2, A3, at(4)), cells) == expected


@pytest.mark.parametrize("name", ["SUM", "MIN", "MAX"])
def test_of_no_numbers_at_all_the_result_is_zero(name: str) -> None:
    assert value_of(apply(name, column(1, 3)), {A1: "十"}) == 0


def test_a_text_written_into_sum_is_a_value_error() -> None:
    assert value_of(apply("SUM", literal("十"))) is ErrorValue.VALUE
    assert value_of(apply("SUM", YES, literal(1))) == 2


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("1.005", 2, "1.01"),
        ("1.004", 2, "1"),
        ("1234", -2, "1200"),
        ("1250", -2, "1300"),
        ("0.0000001", 6, "0"),
    ],
)
def test_round_goes_half_away_from_zero(value: str, places: int, rounded: str) -> None:
    assert value_of(apply("ROUND", literal(Decimal(value)), literal(places))) == Decimal(rounded)


@pytest.mark.parametrize("value", ["1E+300", "-1E+300", "1E-300", "1234567890" * 4 + ".5"])
def test_round_takes_every_number_a_cell_can_hold(value: str) -> None:
    rounded = value_of(apply("ROUND", A1, literal(6)), {A1: Decimal(value)})
    assert isinstance(rounded, Decimal)
    assert abs(rounded - Decimal(value)) <= Decimal("5E-7")


def test_countif_counts_equal_cells_without_regard_to_case() -> None:
    cells = {A1: "完成", A2: "ok", A3: "OK"}
    assert value_of(apply("COUNTIF", column(1, 9), literal("Ok")), cells) == 2


def test_countif_counts_no_empty_cell_and_no_error() -> None:
    cells: dict[Cell, Value] = {A1: Decimal(0), A2: ErrorValue.NA}
    assert value_of(apply("COUNTIF", column(1, 9), literal(0)), cells) == 1
    assert value_of(apply("COUNTIF", column(1, 9), at(20)), cells) == 1


def test_occurrences_take_no_sign_of_a_typed_value_for_a_command() -> None:
    cells = {A1: "1.1*", A2: "1.1 领导", A3: ">0"}
    for typed, count in (("1.1*", 1), ("*", 0), (">0", 1), ("1.1 领导", 1)):
        counted = Occurrences(pairs=((column(1, 3), literal(typed)),))
        assert value_of(counted, cells) == count


def test_countifs_counts_rows_where_all_agree() -> None:
    cells = {
        at(1, 1): "1.1 领导",
        at(1, 2): "有效",
        at(2, 1): "1.1 领导",
        at(2, 2): "缺名称",
        at(3, 1): "1.2 文化",
        at(3, 2): "有效",
    }
    counted = apply(
        "COUNTIFS", column(1, 4, 1), literal("1.1 领导"), column(1, 4, 2), literal("有效")
    )
    assert value_of(counted, cells) == 1


@pytest.mark.parametrize(
    ("wanted", "count"), [("*证书*", 2), ("*ISO*", 1), ("*批文*", 0), ("证书", 1)]
)
def test_countifs_finds_what_is_contained_between_asterisks(wanted: str, count: int) -> None:
    cells: dict[Cell, Value] = {
        **{at(row, 1): "1.1 领导" for row in (1, 2, 3)},
        at(1, 2): "iso认证证书",
        at(2, 2): "证书",
        at(3, 2): "报告",
        at(4, 2): "证书",
    }
    counted = apply(
        "COUNTIFS", column(1, 4, 1), literal("1.1 领导"), column(1, 4, 2), literal(wanted)
    )
    assert value_of(counted, cells) == count


@pytest.mark.parametrize(("name", "part"), [("YEAR", 2025), ("MONTH", 6), ("DAY", 30)])
def test_a_number_is_a_day(name: str, part: int) -> None:
    assert value_of(apply(name, literal(Decimal("45838.75")))) == part
    assert value_of(apply(name, literal(0))) is ErrorValue.NUM
    assert value_of(apply(name, literal("2025-06-30"))) is ErrorValue.VALUE


def test_isnumber_is_false_for_everything_but_numbers_and_never_fails() -> None:
    assert value_of(apply("ISNUMBER", A1), {A1: Decimal(0)}) is True
    for value in ("5", True, None, ErrorValue.NA):
        assert value_of(apply("ISNUMBER", A1), {A1: value}) is False
    assert value_of(apply("ISNUMBER", BROKEN)) is False


def test_len_counts_as_excel_counts() -> None:
    assert value_of(apply("LEN", literal("质量"))) == 2
    assert value_of(apply("LEN", literal("😀"))) == 2
    assert value_of(apply("LEN", literal(Decimal("1.50")))) == 3


def test_joining_writes_numbers_plainly_and_truth_values_as_words() -> None:
    assert value_of(join(literal("得"), "&", literal(Decimal("2.50")))) == "得2.5"
    assert value_of(join(literal(""), "&", YES)) == "TRUE"


def test_an_area_where_one_value_is_asked_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError):
        value_of(apply("LEN", column(1, 2)))
    with pytest.raises(TypeError):
        value_of(apply("COUNTIF", A1, literal(1)))


def test_occurrences_of_nothing_count_what_equals_nothing() -> None:
    cells: dict[Cell, Value] = {A1: Decimal(0), A2: "", A3: False, at(4): "甲"}
    counted = Occurrences(pairs=((column(1, 5), at(9)),))
    assert value_of(counted, cells) == 4
    for typed, count in ((literal(0), 2), (literal(""), 2), (literal("甲"), 1)):
        assert value_of(Occurrences(pairs=((column(1, 5), typed),)), cells) == count


def test_occurrences_fail_where_a_cell_holds_an_error() -> None:
    cells: dict[Cell, Value] = {A1: "甲", A2: ErrorValue.NA}
    counted = Occurrences(pairs=((column(1, 3), literal("甲")),))
    assert value_of(counted, cells) == ErrorValue.NA


def test_match_finds_the_first_equal_cell_and_index_gives_what_stands_there() -> None:
    cells: dict[Cell, Value] = {A1: Decimal(1), A2: Decimal(2), A3: Decimal(2), at(1, 2): "甲"}
    assert value_of(apply("MATCH", literal(2), column(1, 3), literal(0)), cells) == 2
    assert value_of(apply("INDEX", column(1, 3), literal(3)), cells) == 2
    assert value_of(apply("INDEX", column(1, 3, 2), literal(1)), cells) == "甲"


def test_what_match_does_not_find_and_index_does_not_reach_is_an_error() -> None:
    cells: dict[Cell, Value] = {A1: Decimal(1)}
    assert value_of(apply("MATCH", literal(2), column(1, 3), literal(0)), cells) == ErrorValue.NA
    assert value_of(apply("INDEX", column(1, 3), literal(4)), cells) == ErrorValue.REF


def test_match_in_another_order_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError):
        value_of(apply("MATCH", literal(2), column(1, 3), literal(1)))


def test_int_rounds_down_and_rept_repeats_so_often() -> None:
    assert value_of(apply("INT", literal(Decimal("-2.5")))) == -3
    assert value_of(apply("REPT", literal("■"), apply("INT", literal(Decimal("2.9"))))) == "■■"
    assert value_of(apply("REPT", literal("■"), literal(-1))) == ErrorValue.VALUE


def test_a_link_is_worth_the_text_it_shows() -> None:
    assert value_of(apply("HYPERLINK", literal("#score_1"), literal("前往"))) == "前往"
    broken = apply("HYPERLINK", at(1), literal("前往"))
    assert value_of(broken, {A1: ErrorValue.NA}) == ErrorValue.NA


@pytest.mark.parametrize(
    ("first", "count", "piece"),
    [(1, 1, "质"), (2, 5, "量奖"), (4, 1, ""), (3, 0, ""), (0, 1, ErrorValue.VALUE)],
)
def test_mid_takes_a_piece_of_a_text(first: int, count: int, piece: Value) -> None:
    assert value_of(apply("MID", literal("质量奖"), literal(first), literal(count))) == piece


def test_mid_of_a_number_takes_its_digits() -> None:
    assert value_of(apply("MID", literal(2026), literal(3), literal(2))) == "26"


def test_mid_counts_as_excel_counts() -> None:
    assert value_of(apply("MID", literal("😀奖"), literal(3), literal(1))) == "奖"
    assert value_of(apply("LEN", apply("MID", literal("😀奖"), literal(1), literal(1)))) == 1


def test_a_negative_piece_is_an_error() -> None:
    assert value_of(apply("MID", literal("奖"), literal(1), literal(-1))) is ErrorValue.VALUE


def test_find_tells_where_a_text_begins() -> None:
    assert value_of(apply("FIND", literal("Y"), literal("0Y1Y"))) == 2
    assert value_of(apply("FIND", literal(""), literal("ab"))) == 1
    assert value_of(apply("FIND", literal("奖"), literal("😀奖"))) == 3


def test_find_tells_cases_apart_and_fails_where_there_is_nothing() -> None:
    assert value_of(apply("FIND", literal("y"), literal("Y"))) is ErrorValue.VALUE
    assert value_of(apply("FIND", literal("x"), A1)) is ErrorValue.VALUE


@pytest.mark.parametrize(
    ("dividend", "divisor", "rest"),
    [
        ("62", "31", "0"),
        ("64", "31", "2"),
        ("-1", "31", "30"),
        ("1", "-31", "-30"),
        ("5.5", "2", "1.5"),
    ],
)
def test_a_remainder_has_the_sign_of_the_divisor(dividend: str, divisor: str, rest: str) -> None:
    found = apply("MOD", literal(Decimal(dividend)), literal(Decimal(divisor)))
    assert value_of(found) == Decimal(rest)


def test_there_is_no_remainder_of_a_division_by_zero() -> None:
    assert value_of(apply("MOD", literal(5), A1)) is ErrorValue.DIV0


@pytest.mark.parametrize(
    ("typed", "trimmed"), [("  a  b ", "a b"), ("", ""), ("   ", ""), ("\u3000", "\u3000")]
)
def test_trim_takes_away_spaces_and_no_other_blank(typed: str, trimmed: str) -> None:
    assert value_of(apply("TRIM", literal(typed))) == trimmed


def test_substitute_replaces_every_occurrence_and_nothing_by_nothing() -> None:
    assert value_of(apply("SUBSTITUTE", literal("甲乙甲"), literal("甲"), literal(""))) == "乙"
    assert value_of(apply("SUBSTITUTE", literal("甲乙"), literal(""), literal("丙"))) == "甲乙"


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
