"""Days as people write them into a table, a list or a text: the one reader of them."""

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

from builder.formula.blank import seen
from builder.formula.value import Value
from builder.frozen import frozen

# Day 0 of a spreadsheet (ECMA-376 part 1, 18.17.4.1), the false leap day of 1900 included, and
# of one that counts from 1904.
FIRST_OF_1900, FIRST_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)
# How much later the days of such a workbook begin.
_LATER = (FIRST_OF_1904 - FIRST_OF_1900).days
_LAST_SERIAL = 73415
# No award has so many points; as a day it is in 1982.
_NO_SCORE = 30_000
_MINUTES = 24 * 60
# From here on a number is a day written without its signs.
_FIRST_COMPACT = 100_000
# Whoever types such a number means a year: as days they would be a few years after 1900.
_BARE_YEARS = range(1000, 2101)
_YEARS = range(1000, 3000)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("。．", "."))
_WRITTEN = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:[-/.年](?P<month>[0-9]{1,2})(?:[-/.月](?P<day>[0-9]{1,2})?)?)?[年月日号.]?"
    # A time after a day says nothing more of the day.
    r"(?:(?<=[0-9日号])T?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_TIMED = re.compile(r"(?<=[0-9日号])[ T]+(?=[0-9]{1,2}:)")
_COMPACT = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})?")
_NUMERAL_YEAR = re.compile(
    r"(?P<year>[〇○零一二三四五六七八九]{4})年"
    r"(?:(?P<month>[一二三四五六七八九十]{1,2})月(?:(?P<day>[一二三四五六七八九十]{1,3})[日号])?)?"
)
_NUMERALS = dict(zip("〇零一二三四五六七八九", "00123456789", strict=True)) | {"○": "0"}
_WITHOUT_END = re.compile(r"长期(?:有效)?|永久(?:有效)?|无(?:期限|限期|固定期限)?|不限|[-—/／－]+")


@frozen(slots=True)
class Span:
    """What was written, from its first to its last day: one day, a month, or a year."""

    first: date
    last: date

    def agrees(self, other: "Span") -> bool:
        """Whether one says the same as the other, or the same less exactly."""
        return (self.first <= other.first and other.last <= self.last) or (
            other.first <= self.first and self.last <= other.last
        )


def read_span(value: Value) -> Span | None:
    """The days that a cell or a text means; ``None`` where nobody can tell."""
    if isinstance(value, Decimal):
        return _of_number(value)
    if not isinstance(value, str):
        return None
    # Between a day and its time a blank parts two numbers.
    plain = unicodedata.normalize("NFKC", value).translate(_DASHES)
    written = seen(_TIMED.sub("T", plain))
    found = _WRITTEN.fullmatch(written) or _COMPACT.fullmatch(written)
    if found is not None:
        return _of_parts(*found.group("year", "month", "day"))
    numerals = _NUMERAL_YEAR.fullmatch(written)
    return None if numerals is None else _of_numerals(*numerals.group("year", "month", "day"))


def as_day(value: Value) -> Value:
    """What a cell that takes a date holds, the number of a day or a time on it as that day."""
    timed = isinstance(value, str) and ":" in value
    found = read_span(value) if timed or isinstance(value, Decimal) else None
    return found.first.isoformat() if found is not None and found.first == found.last else value


def as_time(value: Value) -> Value:
    """What a cell that takes a date holds, the part of a day that is a time as that time."""
    if not isinstance(value, Decimal) or not 0 < value < 1:
        return value
    minutes = int(value * _MINUTES + Decimal("0.5"))
    return f"{minutes // 60}:{minutes % 60:02}"


def made_a_day(value: Value) -> str:
    """The day that a number far too great for a score is: a spreadsheet made a date of it."""
    if not isinstance(value, Decimal) or value < _NO_SCORE or as_day(value) == value:
        return ""
    return str(as_day(value))


def from_1900(value: Value) -> Value:
    """A value of a file that counts its days from 1904, a day as everybody else counts it.

    A number that is no day there, such as a year, stays what it is.
    """
    is_day = isinstance(value, Decimal) and value < _FIRST_COMPACT and as_day(value) != value
    return value + _LATER if isinstance(value, Decimal) and is_day else value


def has_no_end(value: Value) -> bool:
    """Whether a text says that something is valid for good."""
    return isinstance(value, str) and _WITHOUT_END.fullmatch(seen(value)) is not None


def _of_number(number: Decimal) -> Span | None:
    if number < 1:
        return None
    whole = int(number)
    if whole in _BARE_YEARS:
        return _of_year_and_month(number)
    if number == whole > _LAST_SERIAL:
        found = _COMPACT.fullmatch(str(whole))
        return None if found is None else _of_parts(*found.group("year", "month", "day"))
    if whole > _LAST_SERIAL:
        return None
    # What is left over is the time of the day.
    day = FIRST_OF_1900 + timedelta(days=whole)
    return Span(first=day, last=day)


def _of_year_and_month(number: Decimal) -> Span | None:
    """A year, or ``2009.05`` as a spreadsheet keeps it: 2009.1 may be January or October."""
    year, _, month = f"{number:f}".partition(".")
    month = month.rstrip("0")
    if month == "1":
        return Span(first=date(int(year), 1, 1), last=date(int(year), 10, 31))
    return _of_parts(year, month or None, None) if len(month) <= len("12") else None


def _of_numerals(year: str, month: str | None, day: str | None) -> Span | None:
    plain = "".join(_NUMERALS[sign] for sign in year)
    return _of_parts(plain, *(None if one is None else str(counted(one)) for one in (month, day)))


def counted(numeral: str) -> int:
    """What a numeral below a hundred says, 0 for what is none."""
    tens, ten, ones = numeral.rpartition("十")
    if len(tens) > 1 or len(ones) > 1:
        return 0
    first = int(_NUMERALS.get(tens, "1")) if ten else 0
    return first * 10 + int(_NUMERALS.get(ones, "0"))


def _of_parts(year: str, month: str | None, day: str | None) -> Span | None:
    if int(year) not in _YEARS:
        return None
    if month is None:
        return Span(first=date(int(year), 1, 1), last=date(int(year), 12, 31))
    if not 1 <= int(month) <= 12:
        return None
    length = monthrange(int(year), int(month))[1]
    if day is not None and not 1 <= int(day) <= length:
        return None
    first, last = (1, length) if day is None else (int(day), int(day))
    return Span(first=date(int(year), int(month), first), last=date(int(year), int(month), last))
