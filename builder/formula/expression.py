"""One small expression tree with two meanings: Excel text and an exact value.

A score rule is written once as such a tree; ``render`` gives the formula a workbook carries and
``compiled`` gives the program of the value we hold it against. Only functions that Excel 2016, WPS
and LibreOffice all have can be named.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Function(StrEnum):
    """The functions formulas may call; the value is the name in the file."""

    AND = "AND"
    AVERAGE = "AVERAGE"
    COUNT = "COUNT"
    COUNTIF = "COUNTIF"
    COUNTIFS = "COUNTIFS"
    FIND = "FIND"
    HYPERLINK = "HYPERLINK"
    IF = "IF"
    INDEX = "INDEX"
    INT = "INT"
    ISNUMBER = "ISNUMBER"
    LEN = "LEN"
    MATCH = "MATCH"
    MAX = "MAX"
    MEDIAN = "MEDIAN"
    MID = "MID"
    MIN = "MIN"
    MOD = "MOD"
    NOT = "NOT"
    OR = "OR"
    RANK = "RANK"
    REPT = "REPT"
    ROUND = "ROUND"
    SUBSTITUTE = "SUBSTITUTE"
    SUM = "SUM"
    TRIM = "TRIM"


class Operator(StrEnum):
    """The operators formulas may use; the value is the sign in the file."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"
    JOIN = "&"
    EQUAL = "="
    DIFFERENT = "<>"
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


@dataclass(frozen=True, kw_only=True, slots=True)
class Literal:
    """A constant: a number, a text or a truth value."""

    value: Decimal | str | bool


class Cell(NamedTuple):
    """One cell of the plan; rows and columns count from 1.

    A named tuple, because cells are the keys of everything computed and a tuple is looked up
    several times faster than a dataclass.
    """

    sheet: str
    row: int
    column: int


class Area(NamedTuple):
    """A column of cells, both ends included; only a function's argument may be one.

    A named tuple for the same reason. ``name`` is the defined name of the workbook by which
    formulas call it, empty where they give its address.
    """

    sheet: str
    column: int
    first_row: int
    last_row: int
    name: str = ""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of the area from top to bottom."""
        rows = range(self.first_row, self.last_row + 1)
        return tuple([Cell(self.sheet, row, self.column) for row in rows])


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """Two expressions joined by an operator."""

    operator: Operator
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """A function applied to its arguments."""

    function: Function
    arguments: tuple["Expression | Area", ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrences:
    """How many rows of some areas equal the values that a person typed, one area a value.

    COUNTIF would take ``*``, ``?`` and ``>`` in such a value for commands.
    """

    pairs: tuple[tuple[Area, "Expression"], ...]


Expression = Literal | Cell | Operation | Call | Occurrences


def call(function: Function, *arguments: Expression | Area) -> Call:
    """The call of ``function`` with ``arguments``."""
    return Call(function=function, arguments=arguments)


def operation(left: Expression, operator: Operator, right: Expression) -> Operation:
    """``left operator right``, in the order it is read."""
    return Operation(operator=operator, left=left, right=right)


def chained(operator: Operator, first: Expression, *rest: Expression) -> Expression:
    """The expressions with the operator between them, taken together from the left."""
    whole = first
    for one in rest:
        whole = operation(whole, operator, one)
    return whole


def number(value: Decimal | int) -> Literal:
    """The constant number ``value``."""
    return Literal(value=Decimal(value))


def text(value: str) -> Literal:
    """The constant text ``value``."""
    return Literal(value=value)
