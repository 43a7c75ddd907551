"""A small sheet of cells for formula tests, and short ways to write expressions."""

from collections.abc import Mapping
from decimal import Decimal

from builder.formula.book import Book
from builder.formula.expression import (
    Area,
    Cell,
    Expression,
    Function,
    Literal,
    Operator,
    constant,
)
from builder.formula.program import compiled
from builder.formula.render import as_planned
from builder.formula.value import Value

SHEET = "表"


def at(row: int, column: int = 1, sheet: str = SHEET) -> Cell:
    """A cell of the sheet; ``at(3)`` is A3."""
    return Cell(sheet=sheet, row=row, column=column)


def column(first: int, last: int, place: int = 1) -> Area:
    """Cells of one column of the sheet."""
    return Area(sheet=SHEET, column=place, first_row=first, last_row=last)


def literal(value: Decimal | int | str) -> Literal:
    """A constant number or text."""
    return constant(value)


YES, NO = Literal(value=True), Literal(value=False)


def join(left: Expression, sign: str, right: Expression) -> Expression:
    """``left sign right``."""
    return Operator(sign)(left, right)


def apply(name: str, *arguments: Expression | Area) -> Expression:
    """The function of that name applied to its arguments."""
    return Function(name)(*arguments)


def value_of(expression: Expression, cells: Mapping[Cell, Value] | None = None) -> Value:
    """The value of an expression on a sheet where ``cells`` are filled and all others empty."""
    asked = at(1, 1, "问")
    program = compiled(expression).program(as_planned)
    book = Book({}, {}, {asked: program}.get, {})
    for cell, value in (cells or {}).items():
        book.put(cell, value)
    return book.value(asked)
