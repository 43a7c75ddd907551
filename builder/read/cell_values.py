"""The value of a cell from its type and text (ECMA-376 Part 1, 18.18.11 ST_CellType)."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import partial
from itertools import count

from builder.formula.value import ErrorValue, Value
from builder.model.days import FIRST_OF_1900, FIRST_OF_1904
from builder.ooxml.limits import NUMBER_CHARACTERS, TEXT_CHARACTERS, refuse_over
from builder.ooxml.refusal import RefusedError

# XML Schema double without its infinities, which no cell may hold.
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
# ECMA-376 Part 1, 22.9.2.19 ST_Xstring: characters XML cannot carry, by their UTF-16 number.
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ERRORS: Mapping[str, ErrorValue] = {error.value: error for error in ErrorValue}
# Whole numbers up to here are exact in a double and printed without an exponent.
_EXACT_DIGITS = 15
_EXACT_WHOLE = 10**_EXACT_DIGITS
# The types under which nothing is a text, too.
_TEXTS = frozenset({"str", "inlineStr"})
_SECONDS = 24 * 60 * 60
_TIME_PLACES = 6
# More shared strings than any bound allows.
_INDEX_DIGITS = 10


def number(text: str) -> Decimal:
    """The number a person typed, from the 17 digits programs store: 12.300000000000001 is 12.3.

    Raises ``RefusedError`` (QA241) for what is not a finite decimal number.
    """
    if text.isdecimal() and text.isascii() and len(text) <= _EXACT_DIGITS:
        return Decimal(text)
    text = text.strip()
    if len(text) <= NUMBER_CHARACTERS and _NUMBER.fullmatch(text):
        value = float(text)
        if math.isfinite(value):
            whole = value.is_integer() and abs(value) < _EXACT_WHOLE
            return Decimal(int(value)) if whole else Decimal(repr(value))
    raise RefusedError("QA241", actual=text[:NUMBER_CHARACTERS])


def plain_text(text: str) -> str:
    """The text with its ``_xHHHH_`` escapes resolved; raises ``RefusedError`` (QA222) if huge."""
    if len(text) > TEXT_CHARACTERS.most:
        refuse_over(TEXT_CHARACTERS, len(text))
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _truth(text: str) -> bool:
    match text.strip():
        case "1" | "true":
            return True
        case "0" | "false":
            return False
        case _:
            raise RefusedError("QA241", actual=text[:NUMBER_CHARACTERS])


def _day(first: date, text: str) -> Value:
    """A date, with or without a time, as the number that spreadsheets keep of it."""
    text = text.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return plain_text(text)
    since = moment.replace(tzinfo=None) - datetime.combine(first, time())
    return Decimal(since.days) + round(Decimal(since.seconds) / _SECONDS, _TIME_PLACES)


def _error(text: str) -> Value:
    """The error value; one that only some program knows stays the text it is."""
    return _ERRORS.get(text, text)


class CellValues(dict[str, Callable[[str], Value]]):
    """Values of cells by type and text; an empty text is a value only where texts are.

    By its type it has what reads the text of a cell, for those who read thousands.
    """

    def __init__(self, shared_strings: Sequence[str], *, from_1904: bool = False) -> None:
        """Values are looked up in these shared strings; days count from 1900 or from 1904."""
        shared = _SharedStrings(zip(map(str, count()), shared_strings, strict=False))
        super().__init__(
            n=number,
            s=shared.__getitem__,
            str=plain_text,
            inlineStr=plain_text,
            b=_truth,
            e=_error,
            d=partial(_day, FIRST_OF_1904 if from_1904 else FIRST_OF_1900),
        )

    def __missing__(self, kind: str) -> Callable[[str], Value]:
        """There is no such type; raises ``RefusedError`` (QA247)."""
        raise RefusedError("QA247", actual=kind[:40])

    def value(self, kind: str, text: str | None) -> Value:
        """The value of a cell; ``None`` when it has none.

        Raises ``RefusedError`` for an unknown type (QA247), a value that is not of its type
        (QA241) or a shared string that does not exist (QA242).
        """
        reader = self[kind]
        if not text and (text is None or kind not in _TEXTS):
            return None
        return reader(text)


class _SharedStrings(dict[str, str]):
    """The shared strings by their numbers, as files write these."""

    def __missing__(self, number: str) -> str:
        """The string of a number that is written otherwise, with zeros before it."""
        if number.isascii() and number.isdigit() and len(number) <= _INDEX_DIGITS:
            usual = str(int(number))
            if usual in self:
                return self[usual]
        raise RefusedError("QA242", actual=number[:NUMBER_CHARACTERS])
