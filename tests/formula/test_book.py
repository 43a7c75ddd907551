"""The cells that formulas read."""

from decimal import Decimal

import pytest

from builder.formula.book import Book
from builder.formula.coercion import FormulaError
from builder.formula.expression import Cell
from builder.formula.value import ErrorValue, Value

from .cells import at, column

A1, A2, A3 = at(1), at(2), at(3)


def test_a_cell_is_calculated_once_and_one_that_nothing_calculates_is_empty() -> None:
    calculated: list[str] = []

    def one(_: Book) -> Decimal:
        calculated.append("A1")
        return Decimal(1)

    book = Book({A2: "甲"}, {}, {A1: one}.get, {})
    assert [book[A1], book[A1], book.value(A1)] == [1, 1, 1]
    assert calculated == ["A1"]
    assert book[A2] == "甲"
    assert book[A3] is None


def test_an_error_is_raised_for_a_formula_and_shown_to_others() -> None:
    def fails(_: Book) -> Decimal:
        raise FormulaError(ErrorValue.DIV0)

    book = Book({}, {A2: ErrorValue.REF}, {A1: fails}.get, {})
    for cell, error in ((A1, ErrorValue.DIV0), (A2, ErrorValue.REF)):
        for _ in range(2):
            with pytest.raises(FormulaError) as raised:
                book[cell]
            assert raised.value.value is error
        assert book.value(cell) is error


def test_what_is_put_into_a_cell_stands_there_instead_of_what_was() -> None:
    book = Book({A1: Decimal(1)}, {A2: ErrorValue.NA}, lambda _: None, {})
    book.put(A1, ErrorValue.NULL)
    book.put(A2, Decimal(2))
    assert book.value(A1) is ErrorValue.NULL
    assert book[A2] == 2


def test_an_area_has_numbers_and_its_values_beside_those_of_others() -> None:
    known: dict[Cell, Value] = {A1: Decimal(1), A2: "1", at(1, 2): "甲", at(2, 2): "甲"}
    book = Book(known, {}, lambda _: None, {})
    assert book.numbers(column(1, 3)) == [1]
    assert sorted(book.tally((column(1, 3), column(1, 3, 2))).values()) == [1, 1, 1]
    assert sorted(book.tally((column(1, 3, 2),)).values()) == [1, 2]


def test_an_error_in_an_area_fails_where_numbers_are_wanted_and_counts_as_one_value() -> None:
    book = Book({A1: Decimal(1)}, {A2: ErrorValue.NA}, lambda _: None, {})
    with pytest.raises(FormulaError):
        book.numbers(column(1, 2))
    assert len(book.keys_of(column(1, 2))) == 2
