"""What each function comes to, as spreadsheets calculate it."""

from decimal import Decimal

import pytest

from builder.formula.expression import Cell, Occurrences
from builder.formula.value import ErrorValue, Value

from .cells import YES, apply, at, column, join, literal, value_of

A1, A2, A3 = at(1), at(2), at(3)
BROKEN = join(literal(1), "/", literal(0))


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
