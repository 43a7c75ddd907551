"""One small expression tree with two meanings: Excel text and an exact value.

A score rule is written once as such a tree; ``render`` gives the formula a workbook carries and
``compiled`` gives the program of the value we hold it against. Only functions that Excel 2016, WPS
and LibreOffice all have can be named.
"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, Self, overload

from builder.frozen import frozen


class Function(StrEnum):
    """The functions formulas may call; the value is the name in the file."""

    def __call__(self, *given: "Argument") -> "Call":
        """The call of the function with these arguments, constants as they are."""
        return Call(function=self, arguments=tuple(map(_expressed, given)))

    AND = "AND"
    AVERAGE = "AVERAGE"
    COUNT = "COUNT"
    COUNTIF = "COUNTIF"
    COUNTIFS = "COUNTIFS"
    DAY = "DAY"
    FIND = "FIND"
    HYPERLINK = "HYPERLINK"
    IF = "IF"
    INDEX = "INDEX"
    INT = "INT"
    ISNUMBER = "ISNUMBER"
    LARGE = "LARGE"
    LEN = "LEN"
    MATCH = "MATCH"
    MAX = "MAX"
    MEDIAN = "MEDIAN"
    MID = "MID"
    MIN = "MIN"
    MOD = "MOD"
    MONTH = "MONTH"
    NOT = "NOT"
    OR = "OR"
    RANK = "RANK"
    REPT = "REPT"
    ROUND = "ROUND"
    SUBSTITUTE = "SUBSTITUTE"
    SUM = "SUM"
    TRIM = "TRIM"
    YEAR = "YEAR"


class Operator(StrEnum):
    """The operators formulas may use; the value is the sign in the file."""

    def __call__(self, first: "Operand", *rest: "Operand") -> "Expression":
        """What is given with the operator between, taken together from the left."""
        whole = _expressed(first)
        for one in rest:
            whole = Operation(operator=self, left=whole, right=_expressed(one))
        return whole

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"
    POWER = "^"
    JOIN = "&"
    EQUAL = "="
    DIFFERENT = "<>"
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


@frozen(slots=True)
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

    @classmethod
    def between(cls, first: Cell, last: Cell) -> Self:
        """The cells from one to another further down its column."""
        return cls(first.sheet, first.column, first.row, last.row)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of the area from top to bottom."""
        rows = range(self.first_row, self.last_row + 1)
        return tuple([Cell(self.sheet, row, self.column) for row in rows])


@frozen(slots=True)
class Operation:
    """Two expressions joined by an operator."""

    operator: Operator
    left: "Expression"
    right: "Expression"


@frozen(slots=True)
class Call:
    """A function applied to its arguments."""

    function: Function
    arguments: tuple["Expression | Area", ...]


@frozen(slots=True)
class Occurrences:
    """How many rows of some areas equal the values that a person typed, one area a value.

    COUNTIF would take ``*``, ``?`` and ``>`` in such a value for commands.
    """

    pairs: tuple[tuple[Area, "Expression"], ...]


Expression = Literal | Cell | Operation | Call | Occurrences
# A constant as Python writes it, and what an operator and a function may be given.
Constant = Decimal | int | str
Operand = Expression | Constant
Argument = Operand | Area


def constant(value: Constant) -> Literal:
    """The constant as formulas hold it; every number is a decimal."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = Decimal(value)
    return Literal(value=value)


@overload
def _expressed(given: Operand) -> Expression: ...
@overload
def _expressed(given: Argument) -> Expression | Area: ...
def _expressed(given: Argument) -> Expression | Area:
    return constant(given) if isinstance(given, Decimal | int | str) else given
