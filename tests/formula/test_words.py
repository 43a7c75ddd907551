"""Formulas as they are thought: functions by their names, constants as they are."""

from decimal import Decimal

import pytest

from builder.formula import words
from builder.formula.expression import (
    Area,
    Call,
    Function,
    Literal,
    Operation,
    Operator,
    constant,
)
from builder.formula.render import render
from builder.formula.value import Value
from builder.formula.words import FALSE, IF, ISNUMBER, MAX, MIN, joined, minus, plus, rows_where

from .cells import SHEET, at, column, value_of

A1, A2 = at(1), at(2)


def test_a_formula_reads_as_it_is_written() -> None:
    counted = IF(ISNUMBER(A1), MAX(0, MIN(A1, Decimal("2.50"))), "无")
    assert render(counted, home=SHEET) == 'IF(ISNUMBER(A1),MAX(0,MIN(A1,2.5)),"无")'


def test_an_operator_joins_any_number_of_parts_from_the_left() -> None:
    assert render(minus(9, A1, A2), home=SHEET) == "9-A1-A2"
    assert render(minus(9, minus(A1, A2)), home=SHEET) == "9-(A1-A2)"
    assert render(joined("共 ", plus(A1, 1), " 项"), home=SHEET) == '"共 "&A1+1&" 项"'
    assert plus(A1) == A1


@pytest.mark.parametrize(
    ("written", "held"),
    [(3, Decimal(3)), (Decimal("0.5"), Decimal("0.5")), ("3", "3"), (False, False), (True, True)],
)
def test_a_constant_keeps_its_kind_and_every_number_is_a_decimal(
    written: Decimal | int | str, held: Value
) -> None:
    value = constant(written).value
    assert value == held
    assert type(value) is type(held)
    assert IF(FALSE, written, A1) == Call(
        function=Function.IF, arguments=(Literal(value=False), constant(written), A1)
    )


def test_rows_are_counted_by_what_stands_in_them() -> None:
    counted = rows_where((column(1, 3), at(9)), (column(1, 3, 2), at(9, 2)))
    cells = {A1: "甲", at(1, 2): "乙", A2: "甲", at(9): "甲", at(9, 2): "乙"}
    assert value_of(counted, cells) == 1


def test_an_area_reaches_from_one_cell_to_another() -> None:
    assert Area.between(A1, at(3)) == column(1, 3)
    assert Area.between(A1, A1).cells == (A1,)


def test_every_function_and_operator_has_its_word() -> None:
    named = vars(words).values()
    assert [one for one in (*Function, *Operator) if one not in named] == []
    assert all(getattr(words, one.name) is one for one in Function)
    assert isinstance(words.equal(A1, 1), Operation)
