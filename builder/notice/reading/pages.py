"""A notice that is a PDF with text, read by pdfplumber where it is installed."""

import importlib
import importlib.util
import io
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from builder.frozen import frozen
from builder.notice.lines import Block, Line, Numbering
from builder.notice.reading.page_lines import Printed, gap, goes_on, pitches, printed, stands_apart
from builder.notice.reading.page_tables import (
    PrintedTable,
    as_table,
    goes_over,
    read_table,
    with_broken_row,
)
from builder.ooxml.limits import DOCUMENT_CHARACTERS, Limit, refuse_over
from builder.ooxml.refusal import RefusedError

_LIBRARY, _TEXTS = "pdfplumber", "pdfplumber.utils.text"
# A notice with its annexes has some forty.
_PAGES = Limit(noun="页数", most=300)
_PAGE_NUMBER = re.compile(
    r"[-—–\s]*\d{1,3}[-—–\s]*|第?\s*\d{1,3}\s*页?(?:[，/ ]*共?\s*\d{1,3}\s*页)?"
)


def read_pages(data: bytes) -> tuple[Block, ...]:
    """The blocks of all pages.

    Raises ``RefusedError``: QA991 without the library, QA987 for what it cannot open, QA988 for
    pictures of text.
    """
    if importlib.util.find_spec(_LIBRARY) is None:
        raise RefusedError("QA991")
    library: Any = importlib.import_module(_LIBRARY)
    try:
        with library.open(io.BytesIO(data)) as document:
            refuse_over(_PAGES, len(document.pages))
            blocks = _Pages().read(document.pages)
    except RefusedError:
        raise
    except Exception:  # noqa: BLE001 - the library raises whatever a damaged file brings it to
        raise RefusedError("QA987", actual="PDF 文件打不开，可能已损坏或有打开密码") from None
    if not blocks:
        raise RefusedError("QA988")
    return blocks


@frozen
class _Page:
    """What a page prints, from its head to its foot, and how far apart its lines stand."""

    place: str
    printed: tuple[Printed | PrintedTable, ...]
    usual: Mapping[int, float]

    @property
    def lines(self) -> Iterator[Printed]:
        """The lines outside its tables."""
        return (one for one in self.printed if isinstance(one, Printed))


class _Pages:
    """The blocks of a document, page after page; lines and tables go on over the page."""

    def __init__(self) -> None:
        self._numbering = Numbering()
        self._characters = 0
        self._texts: Any = importlib.import_module(_TEXTS)
        self._found: list[tuple[str, str] | PrintedTable] = []
        self._before: Printed | None = None

    def read(self, pages: list[Any]) -> tuple[Block, ...]:
        """Every block of the pages."""
        read = []
        for number, page in enumerate(pages, start=1):
            read.append(self._page(page, f"第 {number} 页"))
            page.close()
        left = min((line.left for page in read for line in page.lines), default=0.0)
        right = max((line.right for page in read for line in page.lines), default=0.0)
        for page in read:
            for one in page.printed:
                if isinstance(one, PrintedTable):
                    self._table(one, page.place)
                else:
                    self._line(one, left, right, page)
        return tuple(self._blocks())

    def _page(self, page: Any, place: str) -> _Page:
        tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
        outside = page.filter(partial(_is_outside, [table.bbox for table in tables]))
        lines = [
            (line["top"], printed(line))
            for line in outside.extract_text_lines()
            if not _PAGE_NUMBER.fullmatch(line["text"].strip())
        ]
        self._count(sum(len(line.text) for _, line in lines))
        usual = pitches(line for _, line in lines)
        found: list[Printed | PrintedTable] = []
        for table in tables:
            while lines and lines[0][0] < table.bbox[1]:
                found.append(lines.pop(0)[1])
            found.append(read_table(table, self._lines_of, place))
        found += [line for _, line in lines]
        return _Page(place=place, printed=tuple(found), usual=usual)

    def _lines_of(self, chars: list[Any]) -> list[Any]:
        self._count(len(chars))
        return list(self._texts.chars_to_textmap(chars).extract_text_lines())

    def _line(self, line: Printed, left: float, right: float, page: _Page) -> None:
        if not line.text:
            return
        last = self._found[-1] if self._found else None
        before, self._before = self._before, line
        if (
            isinstance(last, tuple)
            and before is not None
            and not (last[1] == page.place and stands_apart(before, line, page.usual))
            and goes_on(before, line, last[0], left, right)
        ):
            self._found[-1] = (f"{last[0]}{gap(last[0], line.text)}{line.text}", last[1])
        else:
            self._found.append((line.text, page.place))

    def _table(self, table: PrintedTable, place: str) -> None:
        """Keep a table; one that goes on from the page before begins with what is left of it."""
        last = self._found[-1] if self._found else None
        if isinstance(last, PrintedTable) and last.place != place and goes_over(last, table):
            self._found[-1], table = with_broken_row(last, table)
        if table.rows:
            self._found.append(table)
        self._before = None

    def _blocks(self) -> Iterator[Block]:
        for one in self._found:
            if isinstance(one, PrintedTable):
                yield as_table(one, self._numbering.lines)
            else:
                yield from self._numbered(*one)

    def _numbered(self, text: str, place: str) -> tuple[Line, ...]:
        return self._numbering.lines(text, place)

    def _count(self, characters: int) -> None:
        self._characters += characters
        refuse_over(DOCUMENT_CHARACTERS, self._characters)


def _is_outside(tables: list[tuple[float, float, float, float]], thing: Mapping[str, Any]) -> bool:
    """Whether the middle of what is printed lies in none of the tables."""
    across, down = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return not any(
        left <= across <= right and top <= down <= bottom for left, top, right, bottom in tables
    )
