"""Lists of applicants as an office keeps them."""

from collections.abc import Iterable
from pathlib import Path

import openpyxl


def save_list(path: Path, *rows: Iterable[object], sheet: str = "名单") -> Path:
    """A workbook with these rows from the first one down."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = sheet
    for row in rows:
        page.append(list(row))
    book.save(path)
    return path
