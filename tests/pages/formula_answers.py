"""What formulas come to, and how their texts read."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import product

from builder.formula.address import absolute_address, area_address, column_letters, column_number
from builder.formula.coercion import (
    as_number,
    as_text,
    as_truth,
    is_nothing,
    keys_equal_to,
    rank,
)
from builder.formula.functions import AGGREGATES, FUNCTIONS, quotient
from builder.formula.normal import normal_formula
from builder.formula.relative import relative_formula
from builder.formula.render import plain_number
from builder.formula.value import ErrorValue, Value
from builder.verify.quoting import shown, words
from tests.pages.asking import one_each, told_lines

_VALUES: tuple[Value, ...] = (
    *(None, Decimal(0), Decimal("-1.5"), Decimal("1E+2"), Decimal(1)),
    *("", "a", "A", "TRUE", True, False, ErrorValue.DIV0, ErrorValue.NA),
)
_NUMBERS = tuple(map(Decimal, ("-2.5", "-1", "0", "0.5", "1", "2.45", "2.5", "7")))
_TEXTS = ("", " a  b ", "aXbX", "中文🙂字")


def _formulas() -> Iterator[str]:
    for ask in (as_number, as_text, as_truth, is_nothing, keys_equal_to, words, shown):
        yield from told_lines(ask, *one_each(*_VALUES))
    yield from told_lines(rank, *product((None, Decimal(0), "", "a", False), repeat=2))
    samples = {as_number: _NUMBERS, as_text: _TEXTS, as_truth: (True, False)}
    for function, (takes, apply) in FUNCTIONS.items():
        yield f"# {function}"
        asked = product(*(samples[take] for take in takes))  # type: ignore[index] # the three there are
        yield from told_lines(apply, *asked, called=function)
    for aggregate, apply in AGGREGATES.items():
        yield f"# {aggregate}"
        lists: tuple[list[Decimal], ...] = (
            [],
            [*_NUMBERS[:1]],
            [*_NUMBERS[:2]],
            [*_NUMBERS[5:2:-1]],
            [*_NUMBERS],
        )
        yield from told_lines(apply, *one_each(*lists), called=aggregate)
    yield from told_lines(quotient, *product(_NUMBERS[1:4], repeat=2))
    yield from told_lines(
        plain_number, *one_each(*map(Decimal, ("100", "1E+3", "1.50", "0.0", "-0.10")))
    )


def _texts_of_formulas() -> Iterator[str]:
    formulas = (
        *('IF(a1="it""s b",TRUE(), False)', "'My ''Sheet'!A1 + _xlfn.IFS(b2)", "true()&A$1&$b2"),
        *("SUM(A1:B10)*Sheet2!C3", 'TRUE&"TRUE"&FALSE', "LOG10(A1)+X.A1+AA0", "$A$1+B1048576"),
    )
    yield from told_lines(normal_formula, *one_each(*formulas))
    yield from told_lines(relative_formula, *((one, row, 2) for one in formulas for row in (1, 7)))
    columns = (1, 2, 26, 27, 52, 53, 702, 703, 16384)
    yield from told_lines(column_letters, *one_each(*columns))
    yield from told_lines(column_number, *one_each("", *map(column_letters, columns)))
    yield from told_lines(area_address, (1, 1, 1, 1), (1, 1, 1, 2), (1, 2, 3, 4))
    yield from told_lines(
        absolute_address, ("A's", 1, 1, 1, 1), ("B", 1, 2, 3, 4), ("B", 1, 1, 2, 1)
    )


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "答-公式": _formulas,
    "答-公式文字": _texts_of_formulas,
}
