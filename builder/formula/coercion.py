"""What a spreadsheet takes one kind of value for where it wants another, and how kinds compare."""

from decimal import Decimal

from builder.formula.render import plain_number
from builder.formula.value import ErrorValue, Value

Key = tuple[int, Decimal, str]
ERROR_RANK = 3
_ZERO = Decimal(0)
_EMPTY: Key = (-1, _ZERO, "")


class FormulaError(ArithmeticError):
    """An error value on its way up through a formula."""

    def __init__(self, value: ErrorValue) -> None:
        """Carry ``value`` to the cell that shows it."""
        super().__init__(value)
        self.value = value


def rank(value: Value, other: Value) -> Key:
    """A key by which ``value`` is compared with ``other``; an empty cell is what the other is."""
    if value is None:
        value = "" if isinstance(other, str) else False if isinstance(other, bool) else _ZERO
    return key_of(value)


def key_of(value: Value) -> Key:
    """A key that orders numbers before texts before truth values, texts without regard to case.

    The keys of an empty cell and of an error equal no other value's.
    """
    # The commonest first: this runs for every cell that is counted or compared.
    if isinstance(value, str):
        if isinstance(value, ErrorValue):
            return ERROR_RANK, _ZERO, value
        return 1, _ZERO, value.casefold()
    if value is None:
        return _EMPTY
    return (2, Decimal(value), "") if isinstance(value, bool) else (0, value, "")


def keys_equal_to(wanted: Value) -> tuple[Key, ...]:
    """The keys of all that equals ``wanted``: an empty cell equals nought, no text and false."""
    nought: tuple[Value, ...] = (_ZERO, "", False)
    blank, empty = tuple(map(key_of, nought)), key_of(None)
    if wanted is None:
        return empty, *blank
    key = key_of(wanted)
    return (key, empty) if key in blank else (key,)


def is_nothing(value: Value) -> bool:
    """Whether a cell is empty or shows an empty text."""
    # A decimal is not asked: comparing one with a text costs more than all the rest.
    return value is None or (isinstance(value, str) and not value)


def as_number(value: Value) -> Decimal:
    """The number a value is taken for; raises ``FormulaError`` for a text."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str):
        raise FormulaError(ErrorValue.VALUE)
    return Decimal(value or 0)


def as_text(value: Value) -> str:
    """The text a value is taken for; nothing for an empty cell."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return plain_number(value)


def as_truth(value: Value) -> bool:
    """The truth a value is taken for; raises ``FormulaError`` for a text."""
    if isinstance(value, str):
        raise FormulaError(ErrorValue.VALUE)
    return bool(value)


def sought(value: Value) -> Key:
    """The key that COUNTIF and MATCH look for: an empty cell means 0, never other empty cells."""
    return rank(value, _ZERO)
