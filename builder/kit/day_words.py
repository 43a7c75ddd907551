"""What formulas can say of a day: typed as a number or as a text, readable or not, before another.

A spreadsheet keeps a day as a number or, typed in another way, as a text; both say the same here.
"""

from datetime import date

from builder.formula.expression import Cell, Expression
from builder.formula.words import (
    AND,
    DAY,
    FALSE,
    FIND,
    IF,
    INT,
    ISNUMBER,
    LEN,
    MID,
    MONTH,
    OR,
    YEAR,
    at_least,
    at_most,
    different,
    divided,
    equal,
    joined,
    less,
    minus,
    plus,
    times,
)
from builder.kit.status import one_of

_DIGITS = "0123456789"
# What may stand behind the four digits of a year, and how far it may reach.
_BEHIND = f"{_DIGITS}-/.年月日号 "
# The last sign is one of these.
_ENDS = f"{_DIGITS}年月日号"
_LONGEST = 11
_YEAR = 4
# The signs of a day such as 2025-06-30.
_ISO_LENGTH, _DASHES, _MONTH, _DAY = 10, (5, 8), 6, 9
# The last day of 2100 as a number; below the first year a number is a year alone, and from here
# on a day without its signs.
_LAST_DAY, _LAST_YEAR, _COMPACT, _LAST_COMPACT = 73415, 2101, 19000101, 29991231
_WITHOUT_END = (
    "长期",
    "长期有效",
    "永久",
    "永久有效",
    "无",
    "无期限",
    "无限期",
    "不限",
    "-",
    "—",
    "/",
)


def is_readable(cell: Cell) -> Expression:
    """Whether a cell that is not empty says a day, a month or a year."""
    number = AND(
        at_least(cell, 1),
        OR(at_most(cell, _LAST_DAY), AND(at_least(cell, _COMPACT), at_most(cell, _LAST_COMPACT))),
    )
    year = (ISNUMBER(_digit(cell, place)) for place in range(1, _YEAR + 1))
    # Blanks behind its end: LibreOffice does not find nothing in a text, as Excel does.
    said = joined(cell, " " * (_LONGEST - _YEAR))
    rest = (
        ISNUMBER(FIND(MID(said, place, 1), _BEHIND)) for place in range(_YEAR + 1, _LONGEST + 1)
    )
    possible = IF(
        _is_iso(cell),
        AND(
            *(at_least(MID(cell, place, 2), "01") for place in (_MONTH, _DAY)),
            at_most(MID(cell, _MONTH, 2), "12"),
            at_most(MID(cell, _DAY, 2), "31"),
        ),
        AND(
            at_least(LEN(cell), _YEAR),
            at_most(LEN(cell), _LONGEST),
            ISNUMBER(FIND(MID(cell, LEN(cell), 1), _ENDS)),
        ),
    )
    return IF(ISNUMBER(cell), number, AND(*year, *rest, possible))


def has_no_end(cell: Cell) -> Expression:
    """Whether a cell says that something is valid for good."""
    return IF(ISNUMBER(cell), FALSE, one_of(cell, _WITHOUT_END))


def year_of(cell: Cell) -> Expression:
    """The year of a readable day; an error for anything else."""
    number = IF(
        at_least(cell, _COMPACT),
        INT(divided(cell, 10000)),
        IF(less(cell, _LAST_YEAR), INT(cell), YEAR(cell)),
    )
    digits = (times(_digit(cell, place), 10 ** (_YEAR - place)) for place in range(1, _YEAR + 1))
    # Places are counted from 1, so that every digit counts one more than it is worth.
    return IF(ISNUMBER(cell), number, minus(plus(*digits), 1111))


def is_before(cell: Cell, limit: date) -> Expression:
    """Whether a readable day lies before another; a month or a year by its year alone."""
    key = _key(cell)
    wholly = less(key, f"{limit:%Y%m%d}")
    return IF(equal(key, ""), less(year_of(cell), limit.year), wholly)


def is_after(cell: Cell, limit: date) -> Expression:
    """Whether a readable day lies after another; a month or a year by its year alone."""
    key = _key(cell)
    wholly = less(f"{limit:%Y%m%d}", key)
    return IF(equal(key, ""), less(limit.year, year_of(cell)), wholly)


def ends_before(until: Cell, issued: Cell) -> Expression:
    """Whether one readable day lies before another; by their years where one says no day."""
    last, first = _key(until), _key(issued)
    exact = AND(different(last, ""), different(first, ""))
    return IF(exact, less(last, first), less(year_of(until), year_of(issued)))


def _key(cell: Cell) -> Expression:
    """A day as eight digits, which are in order as texts; nothing where no day is said."""
    day = joined(plus(times(YEAR(cell), 10000), times(MONTH(cell), 100), DAY(cell)), "")
    number = IF(at_least(cell, _COMPACT), joined(cell, ""), IF(less(cell, _LAST_YEAR), "", day))
    text = joined(MID(cell, 1, _YEAR), MID(cell, _MONTH, 2), MID(cell, _DAY, 2))
    return IF(ISNUMBER(cell), number, IF(_is_iso(cell), text, ""))


def _is_iso(cell: Cell) -> Expression:
    dashes = (equal(MID(cell, place, 1), "-") for place in _DASHES)
    return AND(equal(LEN(cell), _ISO_LENGTH), *dashes)


def _digit(cell: Cell, place: int) -> Expression:
    return FIND(MID(cell, place, 1), _DIGITS)
