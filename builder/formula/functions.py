"""The functions formulas may call, as a spreadsheet calculates them but in decimals.

Each is given values of the kinds it takes, and raises ``FormulaError`` where it shows an error.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from functools import partial
from itertools import product

from builder.formula.book import Book
from builder.formula.coercion import (
    ERROR_RANK,
    FormulaError,
    Key,
    as_number,
    as_text,
    as_truth,
    keys_equal_to,
    sought,
)
from builder.formula.expression import Area, Cell, Function, Operator
from builder.formula.value import ErrorValue, Value

# Day 0 of a spreadsheet (ECMA-376 Part 1, 18.17.4.1) and the last day it knows, in the year 9999.
_DAY_0, _LAST_SERIAL = date(1899, 12, 30), 2_958_465
# Bytes of a UTF-16 code unit.
_UNIT = 2
_NOUGHT, _ONE = Decimal(0), Decimal(1)


def _units(words: str) -> bytes:
    """A text as the UTF-16 code units by which Excel counts it; a half of a pair may be left."""
    return words.encode("utf-16-le", "surrogatepass")


def _len(words: str) -> Decimal:
    return Decimal(len(_units(words)) // _UNIT)


def _mid(words: str, first: Decimal, count: Decimal) -> str:
    if first < 1 or count <= -1:
        raise FormulaError(ErrorValue.VALUE)
    start = (int(first) - 1) * _UNIT
    return _units(words)[start : start + int(count) * _UNIT].decode("utf-16-le", "surrogatepass")


def _find(wanted: str, words: str) -> Decimal:
    """The place of a text in another from its beginning, counted from 1, cases told apart."""
    place = words.find(wanted)
    if place < 0:
        raise FormulaError(ErrorValue.VALUE)
    return _len(words[:place]) + 1


def _mod(dividend: Decimal, divisor: Decimal) -> Decimal:
    """The remainder with the sign of the divisor."""
    if not divisor:
        raise FormulaError(ErrorValue.DIV0)
    remainder = dividend % divisor
    return remainder + divisor if remainder and (remainder < 0) != (divisor < 0) else remainder


def _round(value: Decimal, places: Decimal) -> Decimal:
    # A number as large as a cell can hold keeps more digits than decimals do by default.
    room = Context(prec=abs(value.adjusted()) + abs(int(places)) + 2)
    return value.quantize(_ONE.scaleb(-int(places)), rounding=ROUND_HALF_UP, context=room)


def _rept(words: str, times: Decimal) -> str:
    if times < 0:
        raise FormulaError(ErrorValue.VALUE)
    return words * int(times)


def _substitute(words: str, old: str, new: str) -> str:
    return words.replace(old, new) if old else words


def _trim(words: str) -> str:
    """TRIM: no space before, after, or beside another; only U+0020 is one."""
    return " ".join(word for word in words.split(" ") if word)


def _day(number: Decimal) -> date:
    """The day that a spreadsheet means by a number; the false leap day of 1900 is not asked for."""
    if not 1 <= number <= _LAST_SERIAL:
        raise FormulaError(ErrorValue.NUM)
    return _DAY_0 + timedelta(days=int(number))


def _average(numbers: list[Decimal]) -> Decimal:
    if not numbers:
        raise FormulaError(ErrorValue.DIV0)
    return sum(numbers, _NOUGHT) / len(numbers)


def _median(numbers: list[Decimal]) -> Decimal:
    """The middle number, or the mean of the two in the middle."""
    if not numbers:
        raise FormulaError(ErrorValue.NUM)
    numbers = sorted(numbers)
    half = len(numbers) // 2
    return numbers[half] if len(numbers) % 2 else (numbers[half - 1] + numbers[half]) / 2


def quotient(dividend: Decimal, divisor: Decimal) -> Decimal:
    """One number divided by another."""
    if not divisor:
        raise FormulaError(ErrorValue.DIV0)
    return dividend / divisor


def power(base: Decimal, exponent: Decimal) -> Decimal:
    """One number raised to another; a whole power is exact, a root is rounded to 28 digits."""
    if not base and exponent <= 0:
        raise FormulaError(ErrorValue.DIV0 if exponent else ErrorValue.NUM)
    if base < 0 and exponent != exponent.to_integral_value():
        raise FormulaError(ErrorValue.NUM)
    try:
        return base**exponent
    except ArithmeticError:
        raise FormulaError(ErrorValue.NUM) from None


def rank_in(book: Book, wanted: Decimal, area: Area) -> Decimal:
    """RANK from the greatest down: one more than how many numbers are greater."""
    numbers = book.numbers(area)
    if wanted not in numbers:
        raise FormulaError(ErrorValue.NA)
    return Decimal(1 + sum(number > wanted for number in numbers))


def largest_in(book: Book, area: Area, place: Decimal) -> Decimal:
    """LARGE: the number so far down from the greatest, counted from 1."""
    numbers = sorted(book.numbers(area), reverse=True)
    if not 1 <= place <= len(numbers):
        raise FormulaError(ErrorValue.NUM)
    return numbers[int(place) - 1]


def item_of(book: Book, area: Area, place: Decimal) -> Value:
    """INDEX of a column: the value so many cells down it, from 1; outside it is an error."""
    row = area.first_row + int(place) - 1
    if not area.first_row <= row <= area.last_row:
        raise FormulaError(ErrorValue.REF)
    return book[Cell(area.sheet, row, area.column)]


def place_in(book: Book, key: Key, area: Area) -> Decimal:
    """MATCH with an exact match: how many cells down a column the first equal one is."""
    keys = book.keys_of(area)
    if key not in keys:
        raise FormulaError(ErrorValue.NA)
    return Decimal(keys.index(key) + 1)


def occurrences(book: Book, areas: tuple[Area, ...], wanted: tuple[Value, ...]) -> Decimal:
    """How many rows of the areas equal these values, one area a value, without commands."""
    tally = book.tally(areas)
    for place in range(len(wanted)):
        for row in tally:
            if row[place][0] == ERROR_RANK:
                raise FormulaError(ErrorValue(row[place][2]))
    return Decimal(sum(tally[row] for row in product(*map(keys_equal_to, wanted))))


def contained_part(wanted: Value) -> str:
    """What a criterion such as ``*证书*`` wants a text to contain; empty for any other."""
    if not isinstance(wanted, str) or len(wanted) <= len("**"):
        return ""
    return wanted[1:-1].casefold() if wanted[0] == wanted[-1] == "*" else ""


def containing(book: Book, areas: tuple[Area, ...], wanted: Sequence[Value]) -> Decimal:
    """How many rows of the areas equal what is wanted, or contain it where it is a part."""
    asked = [(contained_part(one), sought(one)) for one in wanted]
    rows = (
        count
        for row, count in book.tally(areas).items()
        if all(
            part in key[-1] if part else key == whole
            for key, (part, whole) in zip(row, asked, strict=True)
        )
    )
    return Decimal(sum(rows))


ARITHMETIC: Mapping[Operator, Callable[[Decimal, Decimal], Decimal]] = {
    Operator.ADD: operator.add,
    Operator.SUBTRACT: operator.sub,
    Operator.MULTIPLY: operator.mul,
    Operator.DIVIDE: quotient,
    Operator.POWER: power,
}
COMPARISONS: Mapping[Operator, Callable[..., bool]] = {
    Operator.EQUAL: operator.eq,
    Operator.DIFFERENT: operator.ne,
    Operator.LESS: operator.lt,
    Operator.AT_MOST: operator.le,
    Operator.MORE: operator.gt,
    Operator.AT_LEAST: operator.ge,
}
# What each function of single values takes these for, and what it does with them.
FUNCTIONS: Mapping[Function, tuple[tuple[Callable[[Value], object], ...], Callable[..., Value]]] = {
    Function.DAY: ((as_number,), lambda number: Decimal(_day(number).day)),
    Function.FIND: ((as_text, as_text), _find),
    Function.INT: ((as_number,), partial(Decimal.to_integral_value, rounding=ROUND_FLOOR)),
    Function.LEN: ((as_text,), _len),
    Function.MID: ((as_text, as_number, as_number), _mid),
    Function.MOD: ((as_number, as_number), _mod),
    Function.MONTH: ((as_number,), lambda number: Decimal(_day(number).month)),
    Function.NOT: ((as_truth,), operator.not_),
    Function.REPT: ((as_text, as_number), _rept),
    Function.ROUND: ((as_number, as_number), _round),
    Function.SUBSTITUTE: ((as_text, as_text, as_text), _substitute),
    Function.TRIM: ((as_text,), _trim),
    Function.YEAR: ((as_number,), lambda number: Decimal(_day(number).year)),
}
# What comes of all the numbers among the arguments.
AGGREGATES: Mapping[Function, Callable[[list[Decimal]], Decimal]] = {
    Function.AVERAGE: _average,
    Function.COUNT: lambda numbers: Decimal(len(numbers)),
    Function.MAX: lambda numbers: max(numbers, default=_NOUGHT),
    Function.MEDIAN: _median,
    Function.MIN: lambda numbers: min(numbers, default=_NOUGHT),
    Function.SUM: lambda numbers: sum(numbers, _NOUGHT),
}
