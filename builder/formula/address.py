"""Cell addresses as spreadsheets write them (ECMA-376 Part 1, 18.18.7 ST_CellRef)."""

from functools import cache


@cache
def column_letters(column: int) -> str:
    """The letters of a column counted from 1: 1 is ``A``, 27 is ``AA``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The column, counted from 1, that has these letters; 0 for none."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def cell_address(row: int, column: int) -> str:
    """The relative address of a cell: ``B7``."""
    return f"{column_letters(column)}{row}"


def cell_place(address: str) -> tuple[int, int]:
    """The row and the column of a relative address."""
    letters = address.rstrip("0123456789")
    return int(address[len(letters) :]), column_number(letters)


def area_address(first_row: int, first_column: int, last_row: int, last_column: int) -> str:
    """The relative address of a rectangle, ``B7:C9``, or of its one cell, ``B7``."""
    first = cell_address(first_row, first_column)
    last = cell_address(last_row, last_column)
    return first if first == last else f"{first}:{last}"


def absolute_address(
    sheet: str, first_row: int, first_column: int, last_row: int, last_column: int
) -> str:
    """The absolute address of a rectangle with its sheet, as a defined name states it."""
    first = f"${column_letters(first_column)}${first_row}"
    last = f"${column_letters(last_column)}${last_row}"
    corner = first if first == last else f"{first}:{last}"
    return f"{quoted_sheet(sheet)}!{corner}"


def quoted_sheet(sheet: str) -> str:
    """A sheet's name in quotes, which every program reads whatever characters it holds."""
    escaped = sheet.replace("'", "''")
    return f"'{escaped}'"
