"""What was handed out to whom, as a table that spreadsheet programs open."""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple

from builder.frozen import frozen

# What the table is called beside the files.
MANIFEST = "清单.csv"
# Texts that begin so would be formulas where the table is opened.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
# Excel takes a table without it for one in the system's old encoding.
MARK = "\ufeff"


@frozen
class HandedOut:
    """One file for one applicant; ``digest`` is its SHA-256 in hexadecimal digits."""

    row: int
    applicant: str
    choice: str
    reviewer: str
    file: str
    digest: str


_HEAD = ("名单行号", "申报者", "选择", "评审员", "文件", "SHA-256")


def handout_table(files: Iterable[HandedOut]) -> bytes:
    """The table, a line a file, in the order of the list."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_HEAD)
    writer.writerows([harmless(str(value)) for value in astuple(file)] for file in files)
    return f"{MARK}{text.getvalue()}".encode()


def harmless(text: str) -> str:
    """A text that is no formula where the table is opened."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
