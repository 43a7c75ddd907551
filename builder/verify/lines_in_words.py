"""Rows and columns as a person calls them."""

from collections.abc import Sequence

from builder.book.areas import stretches
from builder.formula.address import column_letters

_MOST_RUNS = 5


def lines_in_words(rows: Sequence[int], columns: Sequence[int]) -> str:
    """The lines in words, runs of them shortened."""
    said = [f"第 {_run(str(a), str(b))} 行" for a, b in stretches(rows)]
    said += [f"{_run(column_letters(a), column_letters(b))} 列" for a, b in stretches(columns)]
    more = len(said) - _MOST_RUNS
    return "、".join(said[:_MOST_RUNS]) + (f"等 {len(said)} 处" if more > 0 else "")


def _run(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"
