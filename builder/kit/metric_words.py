"""What a row of three-year figures says of itself: its trend, its change, its state."""

from builder.formula.expression import Cell, Expression
from builder.formula.words import (
    AND,
    IF,
    ISNUMBER,
    LEN,
    NOT,
    OR,
    different,
    divided,
    equal,
    joined,
    less,
    minus,
    more,
)
from builder.kit.status import NOT_A_NUMBER, first_word
from builder.model.scheme import Better

INCOMPLETE = "不全"
COMPLETE = "完整"
# What a free row is called until it is named.
OWN_METRIC = "自行增加的项目"
# What a year is called where it is missing, first year first, and how far it lies back.
YEARS = (("申报前第3年", 3), ("申报前第2年", 2), ("申报前第1年", 1))
_UP, _DOWN, _LEVEL = "↑", "↓", "→ 持平"
_BETTER, _WORSE = "向好", "变差"
_WORDS = {
    None: (f"{_UP} 上升", f"{_DOWN} 下降"),
    Better.UP: (f"{_UP} {_BETTER}", f"{_DOWN} {_WORSE}"),
    Better.DOWN: (f"{_UP} {_WORSE}", f"{_DOWN} {_BETTER}"),
}


def trend(first: Cell, last: Cell, better: Better | None) -> Expression:
    """An arrow from the first year to the last and what it means; nothing without both."""
    up, down = _WORDS[better]
    word = first_word((more(last, first), up), (less(last, first), down), otherwise=_LEVEL)
    return IF(_both(first, last), word, "")


def change(first: Cell, last: Cell) -> Expression:
    """How much more the last year is than the first, as a fraction of it; only of a positive."""
    share = IF(more(first, 0), divided(minus(last, first), first), "")
    return IF(_both(first, last), share, "")


def metric_status(
    years: tuple[Cell, ...], needed: tuple[Cell, ...], optional: tuple[Cell, ...]
) -> Expression:
    """The word for one row, empty while nothing is typed in it."""
    misfits = (AND(different(cell, ""), NOT(ISNUMBER(cell))) for cell in years)
    missing = (equal(cell, "") for cell in needed)
    return first_word(
        (equal(LEN(joined("", *needed, *optional)), 0), ""),
        (OR(*misfits), NOT_A_NUMBER),
        (OR(*missing), INCOMPLETE),
        otherwise=COMPLETE,
    )


def _both(first: Cell, last: Cell) -> Expression:
    return AND(ISNUMBER(first), ISNUMBER(last))
