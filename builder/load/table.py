"""A Markdown table as the person wrote it, rows with too many or too few cells included.

Markdown itself fills up short rows and cuts long ones in silence, so the cells are taken from the
lines and not from the parser.
"""

import re
from dataclasses import dataclass

from builder.load.source import Source
from builder.load.wording import plain


@dataclass(frozen=True, kw_only=True)
class TableLine:
    """One row: its cells, and where it begins."""

    cells: tuple[str, ...]
    line: int
    column: int


@dataclass(frozen=True, kw_only=True)
class TableBlock:
    """A header and rows that may still differ in length."""

    header: TableLine
    rows: tuple[TableLine, ...]


def read_table(source: Source, start: int, end: int) -> TableBlock:
    """The table on the lines from ``start`` up to ``end``, counted from 0."""
    header = _row(source, start)
    rows = tuple(_row(source, line) for line in range(start + _HEADER_AND_RULE, end))
    return TableBlock(header=header, rows=rows)


def _row(source: Source, line: int) -> TableLine:
    raw = source.lines[line]
    inner = raw.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    cells = tuple(_cell(cell) for cell in _BAR.split(inner))
    return TableLine(cells=cells, line=line + 1, column=len(raw) - len(raw.lstrip()) + 1)


def _cell(raw: str) -> str:
    """The cell's text; ``<br>`` is how a cell of a Markdown table holds several lines."""
    return "\n".join(plain(line) for line in _LINE_BREAK.split(raw))


_HEADER_AND_RULE = 2
_BAR = re.compile(r"(?<!\\)\|")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
