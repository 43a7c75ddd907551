"""What a row of three-year figures says of itself: its trend, its change, its state."""

from builder.formula.expression import (
    Cell,
    Expression,
    Function,
    Literal,
    Operator,
    call,
    number,
    operation,
    text,
)
from builder.model.scheme import Better
from builder.plan.status import NOT_A_NUMBER, first_word

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
    word = first_word(
        (operation(last, Operator.MORE, first), up),
        (operation(last, Operator.LESS, first), down),
        otherwise=_LEVEL,
    )
    return call(Function.IF, _both(first, last), word, text(""))


def change(first: Cell, last: Cell) -> Expression:
    """How much more the last year is than the first, as a fraction of it; only of a positive."""
    share = operation(operation(last, Operator.SUBTRACT, first), Operator.DIVIDE, first)
    positive = operation(first, Operator.MORE, number(0))
    computed = call(Function.IF, positive, share, text(""))
    return call(Function.IF, _both(first, last), computed, text(""))


def metric_status(
    years: tuple[Cell, ...], needed: tuple[Cell, ...], optional: tuple[Cell, ...]
) -> Expression:
    """The word for one row, empty while nothing is typed in it."""
    written: Expression = text("")
    for cell in (*needed, *optional):
        written = operation(written, Operator.JOIN, cell)
    misfits = (
        call(
            Function.AND,
            operation(cell, Operator.DIFFERENT, text("")),
            call(Function.NOT, call(Function.ISNUMBER, cell)),
        )
        for cell in years
    )
    missing = (operation(cell, Operator.EQUAL, text("")) for cell in needed)
    return first_word(
        (operation(call(Function.LEN, written), Operator.EQUAL, number(0)), ""),
        (call(Function.OR, *misfits), NOT_A_NUMBER),
        (call(Function.OR, *missing), INCOMPLETE),
        otherwise=COMPLETE,
    )


def _both(first: Cell, last: Cell) -> Expression:
    return call(Function.AND, *(call(Function.ISNUMBER, cell) for cell in (first, last)))


_FALSE = Literal(value=False)
