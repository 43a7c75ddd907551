"""Cell addresses as files write them, and the edges of the grid."""

import re

from builder.formula.address import column_number
from builder.ooxml.refusal import RefusedError

# Excel 2007 and later; ECMA-376 Part 1, 18.3.1.4 leaves it to the program.
LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

_LETTERS = re.compile(r"[A-Z]{1,3}")
_CORNER = r"\$?([A-Z]{1,3})?\$?([1-9][0-9]{0,6})?"
_RANGE = re.compile(f"{_CORNER}(?::{_CORNER})?")


class ColumnNumbers(dict[str, int]):
    """Column numbers from 1 by letters, worked out when first asked; 0 is no column."""

    def __missing__(self, letters: str) -> int:
        """The number of the column, kept for the next cell in it."""
        number = column_number(letters) if _LETTERS.fullmatch(letters) else 0
        if number > LAST_COLUMN:
            return 0
        self[letters] = number
        return number


def checked_range(text: str, columns: ColumnNumbers) -> str:
    """The same text when it is a cell or range inside the grid; whole rows and columns are.

    Raises ``RefusedError`` (QA240) otherwise.
    """
    match = _RANGE.fullmatch(text)
    if match is not None:
        letters, row, other_letters, other_row = match.groups()
        alike = ":" not in text or (bool(letters), bool(row)) == (
            bool(other_letters),
            bool(other_row),
        )
        whole = ":" in text and bool(letters or row)
        inside = all(columns[each] if each else True for each in (letters, other_letters)) and all(
            int(each) <= LAST_ROW for each in (row, other_row) if each
        )
        if alike and inside and (whole or (letters and row)):
            return text
    raise RefusedError("QA240", actual=text[:40])
