"""On which page each heading will stand, before any program has laid the document out.

An estimate: Chinese text is set in squares of its own size, so that lines, rows and pages can be
counted without a font. Programs with other fonts come to a page more or less.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from builder.write.docx.line_metrics import Look, Looks

# Twentieths of a point; what Word takes where a section does not say (A4, an inch all round).
_WIDTH, _HEIGHT, _MARGIN = 11906, 16838, 1440
_CELL_MARGINS = 216
# The leading of the last line may hang below the text.
_HANGING = 60
_NO_SPAN = 1


@dataclass(frozen=True, kw_only=True)
class _Sheet:
    """The room for text on a page, and the number its first page is given."""

    width: int
    height: int
    first: int | None


@dataclass(frozen=True, kw_only=True)
class _Block:
    """A paragraph or a row: heights of its lines, space around it, and how it breaks."""

    lines: tuple[int, ...]
    before: int = 0
    after: int = 0
    new_page: bool = False
    keep_next: bool = False
    whole: bool = False
    bookmarks: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        """All of it, the space after left out."""
        return self.before + sum(self.lines)


@dataclass(kw_only=True)
class _Pages:
    """The page being filled, how far, and where each bookmark came to stand."""

    sheet: _Sheet
    number: int
    used: int = 0
    gap: int = 0
    found: dict[str, int] = field(default_factory=dict)

    def turn(self) -> None:
        """Begin the next page."""
        self.number += 1
        self.used = self.gap = 0

    def put(self, block: _Block, needed: int) -> None:
        """Set a block; ``needed`` is the room that it must begin in."""
        if block.new_page and self.used:
            self.turn()
        # Of the space between two blocks the greater one counts, at the head of a page none.
        space = max(self.gap, block.before) if self.used else 0
        if self.used and self.used + space + needed > self.sheet.height + _HANGING:
            self.turn()
            space = 0
        self.used += space
        for name in block.bookmarks:
            self.found.setdefault(name, self.number)
        for line in block.lines:
            if self.used and not block.whole and self.used + line > self.sheet.height + _HANGING:
                self.turn()
            self.used += line
        self.gap = block.after


def heading_pages(document: Document) -> dict[str, int]:
    """The page of every bookmark by its name."""
    body = document.element.body
    looks = Looks(document)
    sheets = [_sheet(one) for one in body.iter(qn("w:sectPr"))] or [_sheet(None)]
    pages = _Pages(sheet=sheets[0], number=1 if sheets[0].first is None else sheets[0].first)
    remaining = sheets[1:]
    waiting: list[_Block] = []
    for element, last in _elements(body):
        blocks = _blocks(element, looks, pages.sheet)
        for block in blocks:
            waiting.append(block)
            if not block.keep_next:
                _flush(waiting, pages)
        if last and remaining:
            _flush(waiting, pages)
            _next_section(pages, remaining.pop(0))
    _flush(waiting, pages)
    return pages.found


def _next_section(pages: _Pages, sheet: _Sheet) -> None:
    pages.turn()
    pages.sheet = sheet
    if sheet.first is not None:
        pages.number = sheet.first


def _flush(waiting: list[_Block], pages: _Pages) -> None:
    """Set blocks that are kept together: they begin where the first line of the last still fits."""
    if not waiting:
        return
    *kept, last = waiting
    begin = last.height - last.before if last.whole else sum(last.lines[:2])
    # The space before the first is added where it is set, and none is at the head of a page.
    needed = sum(block.height + block.after for block in kept) + last.before + begin
    needed -= waiting[0].before
    if needed > pages.sheet.height:
        needed = 0
    for block in waiting:
        own = block.height - block.before if block.whole else sum(block.lines[:2])
        pages.put(block, max(needed, own) if block is waiting[0] else own)
    waiting.clear()


def _elements(body: _Element) -> Iterator[tuple[_Element, bool]]:
    """Paragraphs and tables in order, and whether a section ends with each."""
    for element in body:
        if element.tag == qn("w:sdt"):
            content = element.find(qn("w:sdtContent"))
            yield from (() if content is None else _elements(content))
        elif element.tag in (qn("w:p"), qn("w:tbl")):
            yield element, element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None


def _blocks(element: _Element, looks: Looks, sheet: _Sheet) -> Iterator[_Block]:
    if element.tag == qn("w:p"):
        look = looks.of(element)
        yield _Block(
            lines=look.lines(element, sheet.width),
            before=look.before,
            after=look.after,
            new_page=look.page_break_before,
            keep_next=look.keep_next,
            whole=look.keep_lines,
            bookmarks=_bookmarks(element),
        )
        return
    widths = [_number(column, "w") for column in element.iter(qn("w:gridCol"))]
    for row in element.findall(qn("w:tr")):
        height, kept = _row(row, widths, looks)
        yield _Block(lines=(height,), whole=True, keep_next=kept, bookmarks=_bookmarks(row))


def _row(row: _Element, widths: list[int], looks: Looks) -> tuple[int, bool]:
    """The height of a row, and whether it is kept with the next."""
    tallest, column, kept = 0, 0, False
    for cell in row.findall(qn("w:tc")):
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        columns = _NO_SPAN if span is None else _number(span, "val")
        width = sum(widths[column : column + columns]) - _CELL_MARGINS
        column += columns
        height = 0
        for paragraph in cell.findall(qn("w:p")):
            look: Look = looks.of(paragraph)
            height += look.before + sum(look.lines(paragraph, width)) + look.after
            kept = kept or look.keep_next
        tallest = max(tallest, height)
    least = row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
    return max(tallest, 0 if least is None else _number(least, "val")), kept


def _bookmarks(element: _Element) -> tuple[str, ...]:
    marks = element.iter(qn("w:bookmarkStart"))
    return tuple(mark.get(qn("w:name")) or "" for mark in marks)


def _sheet(section: _Element | None) -> _Sheet:
    if section is None:
        return _Sheet(width=_WIDTH - 2 * _MARGIN, height=_HEIGHT - 2 * _MARGIN, first=None)
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    numbers = section.find(qn("w:pgNumType"))
    width = _number(size, "w", _WIDTH)
    height = _number(size, "h", _HEIGHT)
    across = _number(margins, "left", _MARGIN) + _number(margins, "right", _MARGIN)
    down = _number(margins, "top", _MARGIN) + _number(margins, "bottom", _MARGIN)
    first = None if numbers is None else numbers.get(qn("w:start"))
    return _Sheet(
        width=max(width - across, _MARGIN),
        height=max(height - down, _MARGIN),
        first=int(first) if first is not None and first.isdigit() else None,
    )


def _number(element: _Element | None, name: str, missing: int = 0) -> int:
    text = None if element is None else element.get(qn(f"w:{name}"))
    return int(text) if text is not None and text.lstrip("-").isdigit() else missing
