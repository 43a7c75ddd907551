"""A notice that is a PDF with text, read by pdfplumber where it is installed."""

import importlib
import importlib.util
import io
import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from builder.notice.lines import Block, Cell, Numbering, Table, rectangular
from builder.ooxml.limits import DOCUMENT_CHARACTERS, Limit, refuse_over
from builder.ooxml.refusal import RefusedError

_LIBRARY = "pdfplumber"
# A notice with its annexes has some forty.
_PAGES = Limit(noun="页数", most=300)
_PAGE_NUMBER = re.compile(r"[-—–\s]*\d{1,3}[-—–\s]*")
_ENDED = re.compile(r"[。；;：:！？”）)\]】]$")
# Points that had no room behind their criterion.
_POINTS = re.compile(r"[（(]\d+(?:\.\d+)?分[)）][；;。]?")
# Where a line goes on in the next it reaches so far to the right.
_FULL = 0.88
_BEGINS = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[a-zA-Z][.．)）]|[—―–-]{1,2}|第.{1,3}[章条])"
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


class _Pages:
    """The blocks of a document, page after page."""

    def __init__(self) -> None:
        self._numbering = Numbering()
        self._characters = 0

    def read(self, pages: list[Any]) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for number, page in enumerate(pages, start=1):
            place = f"第 {number} 页"
            tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
            printed = page.filter(partial(_is_outside, [table.bbox for table in tables]))
            lines = printed.extract_text_lines()
            for table in tables:
                above = [line for line in lines if line["top"] < table.bbox[1]]
                lines = lines[len(above) :]
                blocks += self._paragraphs(above, place)
                blocks.append(self._table(table, place))
            blocks += self._paragraphs(lines, place)
        return tuple(blocks)

    def _paragraphs(self, printed: list[Any], place: str) -> list[Block]:
        """The lines put together that only the width of the page broke."""
        edge = max((line["x1"] for line in printed), default=0)
        paragraphs: list[str] = []
        goes_on = False
        for line in printed:
            text = line["text"].strip()
            if not text or _PAGE_NUMBER.fullmatch(text):
                continue
            if paragraphs and (_POINTS.fullmatch(text) or (goes_on and not _BEGINS.match(text))):
                paragraphs[-1] += text
            else:
                paragraphs.append(text)
            goes_on = line["x1"] >= edge * _FULL and not _ENDED.search(text)
        return [each for text in paragraphs for each in self._numbered(text, place)]

    def _table(self, table: Any, place: str) -> Table:
        rows = [
            [
                Cell(covered=True)
                if text is None
                else Cell(lines=self._numbered(_unbroken(text), place))
                for text in row
            ]
            for row in table.extract()
        ]
        return Table(rows=rectangular(rows), place=f"{place}的表")

    def _numbered(self, text: str, place: str) -> Any:
        self._characters += len(text)
        refuse_over(DOCUMENT_CHARACTERS, self._characters)
        return self._numbering.lines(text, place)


def _is_outside(tables: list[tuple[float, float, float, float]], thing: Mapping[str, Any]) -> bool:
    """Whether the middle of what is printed lies in none of the tables."""
    across, down = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return not any(
        left <= across <= right and top <= down <= bottom for left, top, right, bottom in tables
    )


def _unbroken(text: str) -> str:
    """The text of a cell with the lines joined that only its width broke."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    longest = max(map(len, lines), default=0)
    joined: list[str] = []
    goes_on = False
    for line in lines:
        if joined and goes_on and not _BEGINS.match(line) and not line.startswith("注"):
            joined[-1] += line
        else:
            joined.append(line)
        # A sentence may end where a line does; with a label before it, more may belong to it.
        full = len(line) >= longest * _FULL and _BEGINS.match(joined[-1]) is not None
        goes_on = full or not _ENDED.search(line)
    return "\n".join(joined)
