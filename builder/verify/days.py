"""Days as people write them into a table."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from builder.formula.value import Value

# No award has so many points; as a day it is in 1982.
_NO_SCORE = 30_000
# Day 0 of a spreadsheet (ECMA-376 part 1, 18.17.4.1), the false leap day of 1900 included.
_EPOCH = date(1899, 12, 30)
_LAST_SERIAL = 73415
_YEARS = range(1900, 2101)
_WRITTEN = re.compile(
    r"(?P<year>[0-9]{4})(?:[-/.年](?P<month>[0-9]{1,2})(?:[-/.月](?P<day>[0-9]{1,2})?)?)?[年月日]?"
)
_COMPACT = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_WITHOUT_END = re.compile(r"长期(?:有效)?|永久(?:有效)?|无(?:期限|限期|固定期限)?|不限|[-—/／－]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """What was written, from its first to its last day: one day, a month, or a year."""

    first: date
    last: date


def read_span(value: Value) -> Span | None:
    """The days that a cell means; ``None`` where nobody can tell."""
    if isinstance(value, Decimal):
        return _of_number(value)
    if not isinstance(value, str):
        return None
    written = "".join(unicodedata.normalize("NFKC", value).split())
    found = _WRITTEN.fullmatch(written) or _COMPACT.fullmatch(written)
    return None if found is None else _of_parts(*found.group("year", "month", "day"))


def as_day(value: Value) -> Value:
    """What a cell that takes a date holds, the number of a day as ``2025-12-09``."""
    found = _of_number(value) if isinstance(value, Decimal) else None
    return found.first.isoformat() if found is not None and found.first == found.last else value


def has_no_end(value: Value) -> bool:
    """Whether a text says that something is valid for good."""
    return isinstance(value, str) and _WITHOUT_END.fullmatch("".join(value.split())) is not None


def _of_number(number: Decimal) -> Span | None:
    if number != number.to_integral_value() or number < 1:
        return None
    if number in _YEARS:
        # As a day it would be in 1905; whoever types it means the year.
        return _of_parts(str(int(number)), None, None)
    if number > _LAST_SERIAL:
        found = _COMPACT.fullmatch(str(int(number)))
        return None if found is None else _of_parts(*found.group("year", "month", "day"))
    day = _EPOCH + timedelta(days=int(number))
    return Span(first=day, last=day)


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


def made_a_day(value: Value) -> str:
    """The day that a number far too great for a score is: a spreadsheet made a date of it."""
    if not isinstance(value, Decimal) or value < _NO_SCORE or as_day(value) == value:
        return ""
    return str(as_day(value))
