"""The Excel text of an expression."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from builder.formula.address import area_address, cell_address, quoted_sheet
from builder.formula.expression import (
    Area,
    Call,
    Cell,
    Expression,
    Literal,
    Occurrences,
    Operation,
    Operator,
)

# A cell of the plan to the cell of the file it now stands in.
Locate = Callable[[Cell], Cell]
Piece = str | Cell | Area

_STRENGTH = {
    Operator.POWER: 5,
    Operator.MULTIPLY: 4,
    Operator.DIVIDE: 4,
    Operator.ADD: 3,
    Operator.SUBTRACT: 3,
    Operator.JOIN: 2,
}
_COMPARISON_STRENGTH = 1
_UNDIVIDED_STRENGTH = 6
# Finer than any step of a score.
_SAID_PLACES = 8
# No rule of a notice or of an office leaves more decimals than this: a division does.
_RULED_PLACES = 6
# As many as papers and workbooks show of those.
SHOWN_PLACES = 2


def as_planned(cell: Cell) -> Cell:
    """The place the plan gives a cell."""
    return cell


def render(expression: Expression, *, home: str, locate: Locate = as_planned) -> str:
    """The formula text, without the equals sign, as it stands on the file's sheet ``home``."""
    return joined(pieces(expression), home=home, locate=locate)


def pieces(expression: Expression) -> tuple[Piece, ...]:
    """The formula text in pieces: texts, and between them the cells and areas it names.

    Source of the grammar: ECMA-376 Part 1, 18.17.2.
    """
    found: list[Piece] = []
    _take_apart(expression, found.append)
    joint: list[Piece] = []
    for piece in found:
        if joint and isinstance(piece, str) and isinstance(joint[-1], str):
            joint[-1] += piece
        else:
            joint.append(piece)
    return tuple(joint)


def joined(parts: tuple[Piece, ...], *, home: str, locate: Locate = as_planned) -> str:
    """The pieces as one text on the file's sheet ``home``, each cell where it now stands."""
    # A long formula names few cells, and each many times.
    said: dict[Piece, str] = {}
    for part in parts:
        if part not in said:
            said[part] = part if isinstance(part, str) else _address(part, home, locate)
    return "".join(map(said.__getitem__, parts))


def plain_number(value: Decimal) -> str:
    """The shortest decimal text of a number, never with an exponent."""
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def is_endless(value: Decimal) -> bool:
    """Whether a number has more decimals than any rule leaves, as a division makes them."""
    return _is_longer(value, _RULED_PLACES)


def shown_number(value: Decimal) -> str:
    """A score as papers show it: with two decimals, half up, where a division left too many."""
    shown = value.quantize(Decimal(1).scaleb(-SHOWN_PLACES), ROUND_HALF_UP)
    return plain_number(shown if is_endless(value) else value)


def short_number(value: Decimal) -> str:
    """A number as people read it, without the 28 digits that a division leaves."""
    long = _is_longer(value, _SAID_PLACES)
    return plain_number(round(value, _SAID_PLACES) if long else value)


def _is_longer(value: Decimal, places: int) -> bool:
    digits = value.as_tuple().exponent
    return isinstance(digits, int) and digits < -places


def _take_apart(expression: Expression | Area, put: Callable[[Piece], None]) -> None:
    match expression:
        case Literal():
            put(_constant(expression))
        case Cell() | Area():
            put(expression)
        case Operation():
            strength = _strength(expression)
            _bracketed(expression.left, put, needed=_strength(expression.left) < strength)
            put(expression.operator)
            # Operators of one strength are read from the left, so an equal right side needs them.
            _bracketed(expression.right, put, needed=_strength(expression.right) <= strength)
        case Call():
            put(f"{expression.function}(")
            for place, argument in enumerate(expression.arguments):
                if place:
                    put(",")
                _take_apart(argument, put)
            put(")")
        case Occurrences():
            # Multiplied by one, because truth values in an array are not added up.
            put("SUMPRODUCT(1")
            for area, value in expression.pairs:
                put("*(")
                _take_apart(area, put)
                put(Operator.EQUAL)
                _bracketed(value, put, needed=_strength(value) <= _COMPARISON_STRENGTH)
                put(")")
            put(")")


def _bracketed(expression: Expression, put: Callable[[Piece], None], *, needed: bool) -> None:
    if needed:
        put("(")
    _take_apart(expression, put)
    if needed:
        put(")")


def _constant(literal: Literal) -> str:
    match literal.value:
        case bool() as value:
            return "TRUE" if value else "FALSE"
        case str() as value:
            escaped = value.replace('"', '""')
            return f'"{escaped}"'
        case Decimal() as value:
            return plain_number(value)


def _address(part: Cell | Area, home: str, locate: Locate) -> str:
    if isinstance(part, Cell):
        place = locate(part)
        return _sheet_prefix(place.sheet, home) + cell_address(place.row, place.column)
    if part.name:
        return part.name
    first = locate(Cell(sheet=part.sheet, row=part.first_row, column=part.column))
    last = locate(Cell(sheet=part.sheet, row=part.last_row, column=part.column))
    corners = area_address(first.row, first.column, last.row, last.column)
    return _sheet_prefix(first.sheet, home) + corners


def _strength(expression: Expression) -> int:
    if isinstance(expression, Operation):
        return _STRENGTH.get(expression.operator, _COMPARISON_STRENGTH)
    return _UNDIVIDED_STRENGTH


def _sheet_prefix(sheet: str, home: str) -> str:
    return "" if sheet == home else f"{quoted_sheet(sheet)}!"
