"""A Markdown table as the person wrote it, rows with too many or too few cells included.

Markdown itself fills up short rows and cuts long ones in silence, so the cells are taken from the
lines and not from the parser.
"""

import re

from builder.frozen import frozen
from builder.load.source import Source
from builder.load.wording import plain


@frozen
class TableLine:
    """One row: its cells, the characters it was read from, and where those begin."""

    cells: tuple[str, ...]
    raw: str
    line: int
    column: int


@frozen
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
    start = len(raw) - len(raw.lstrip())
    return TableLine(cells=cells, raw=raw[start:], line=line + 1, column=start + 1)


def without_line_breaks(raw: str) -> str:
    """A row's characters with spaces for each ``<br>``, so that all others keep their place."""
    return _LINE_BREAK.sub(lambda match: " " * len(match[0]), raw)


def _cell(raw: str) -> str:
    """The cell's text; ``<br>`` is how a cell of a Markdown table holds several lines."""
    return "\n".join(plain(line) for line in _LINE_BREAK.split(raw))


_HEADER_AND_RULE = 2
_BAR = re.compile(r"(?<!\\)\|")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
