"""The Excel text of an expression."""

from collections.abc import Callable
from decimal import Decimal

from builder.formula.address import area_address, cell_address, quoted_sheet
from builder.formula.expression import Area, Call, Cell, Expression, Literal, Operation, Operator

# A cell of the plan to the cell of the file it now stands in.
Locate = Callable[[Cell], Cell]

_STRENGTH = {
    Operator.MULTIPLY: 4,
    Operator.DIVIDE: 4,
    Operator.ADD: 3,
    Operator.SUBTRACT: 3,
    Operator.JOIN: 2,
}
_COMPARISON_STRENGTH = 1


def as_planned(cell: Cell) -> Cell:
    """The place the plan gives a cell."""
    return cell


def render(expression: Expression, *, home: str, locate: Locate = as_planned) -> str:
    """The formula text, without the equals sign, as it stands on the file's sheet ``home``.

    Source of the grammar: ECMA-376 Part 1, 18.17.2.
    """
    match expression:
        case Literal():
            return _constant(expression)
        case Cell():
            place = locate(expression)
            return _sheet_prefix(place.sheet, home) + cell_address(place.row, place.column)
        case Operation():
            return _operation(expression, home, locate)
        case Call():
            arguments = (
                _area(argument, home, locate)
                if isinstance(argument, Area)
                else render(argument, home=home, locate=locate)
                for argument in expression.arguments
            )
            return f"{expression.function}({','.join(arguments)})"


def plain_number(value: Decimal) -> str:
    """The shortest decimal text of a number, never with an exponent."""
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _constant(literal: Literal) -> str:
    match literal.value:
        case bool() as value:
            return "TRUE" if value else "FALSE"
        case str() as value:
            escaped = value.replace('"', '""')
            return f'"{escaped}"'
        case Decimal() as value:
            return plain_number(value)


def _area(area: Area, home: str, locate: Locate) -> str:
    first = locate(Cell(sheet=area.sheet, row=area.first_row, column=area.column))
    last = locate(Cell(sheet=area.sheet, row=area.last_row, column=area.column))
    corners = area_address(first.row, first.column, last.row, last.column)
    return _sheet_prefix(first.sheet, home) + corners


def _operation(expression: Operation, home: str, locate: Locate) -> str:
    strength = _strength(expression)
    left = render(expression.left, home=home, locate=locate)
    right = render(expression.right, home=home, locate=locate)
    if _strength(expression.left) < strength:
        left = f"({left})"
    # Operators of one strength are read from the left, so an equal right side needs brackets.
    if _strength(expression.right) <= strength:
        right = f"({right})"
    return f"{left}{expression.operator}{right}"


def _strength(expression: Expression) -> int:
    if isinstance(expression, Operation):
        return _STRENGTH.get(expression.operator, _COMPARISON_STRENGTH)
    return max(_STRENGTH.values()) + 1


def _sheet_prefix(sheet: str, home: str) -> str:
    return "" if sheet == home else f"{quoted_sheet(sheet)}!"
