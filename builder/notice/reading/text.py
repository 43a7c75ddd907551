"""A notice that is plain text, with the tables that programs leave in it when they extract it.

Two ways are known: a cell on a line of its own behind a tab, rows apart by empty lines; and a row
on one line, its cells apart by tabs.
"""

import codecs
import re

from builder.notice.lines import Block, Cell, Numbering, Table, rectangular
from builder.ooxml.limits import DOCUMENT_CHARACTERS, refuse_over

# What extraction leaves in a text that no reader of the notice ever saw.
_LEAVINGS = re.compile(r"\[bookmark: \w+\]|<ul style=\"[^\"<>]*\">|</ul>|^- (?=\w+[)）\]]|\[\d)")
_CELL = re.compile(r"^[ \xa0]*\t")
_SUM = re.compile(r"合\s*计|总\s*计|总\s*分")
# A bullet between the points of one cell; at its end it announces nothing.
_BULLET = re.compile(r"\s*[•●]\s*")


def decoded(data: bytes) -> str | None:
    """The text in the encodings that are used in China, ``None`` where it is in none of them."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    return None


def read_text(text: str) -> tuple[Block, ...]:
    """The blocks of the text; raises ``RefusedError`` (QA222) where there is too much of it."""
    refuse_over(DOCUMENT_CHARACTERS, len(text))
    return tuple(_Reader(text.split("\n")).read())


class _Reader:
    """The lines of a text file, looked at one after another."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = [_LEAVINGS.sub("", line) for line in lines]
        self._numbering = Numbering()
        self._at = 0

    def read(self) -> list[Block]:
        blocks: list[Block] = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if _CELL.match(line) and self._is_column():
                blocks += self._cells_below_each_other()
            elif "\t" in line.strip():
                blocks.append(self._cells_beside_each_other())
            else:
                blocks += self._numbering.lines(line, self._place())
                self._at += 1
        return blocks

    def _place(self, ahead: int = 0) -> str:
        return f"第 {self._at + ahead + 1} 行"

    def _is_column(self) -> bool:
        """Whether a cell on its own line stands here: the next line with text is one as well."""
        following = (line for line in self._lines[self._at + 1 :] if line.strip() or "\t" in line)
        return _CELL.match(next(following, "")) is not None

    def _cells_beside_each_other(self) -> Table:
        place = self._place()
        rows: list[list[Cell]] = []
        while self._at < len(self._lines) and "\t" in self._lines[self._at]:
            cells = self._lines[self._at].split("\t")
            rows.append([self._cell(_pointed(cell)) for cell in cells])
            self._at += 1
        return Table(rows=rectangular(rows), place=place)

    def _cells_below_each_other(self) -> list[Block]:
        """A table whose rows end with an empty line before a tab, and what is found in its place.

        A cell may hold empty lines: the table ends at one only where its row is complete.
        """
        place = self._place()
        rows: list[list[tuple[str, str]]] = [[]]
        width = 0
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.strip() == "" and "\t" not in line:
                ahead = self._at
                while ahead < len(self._lines) and not self._lines[ahead].strip(" \xa0\n\r"):
                    ahead += 1
                row = rows[-1]
                width = max(width, len(row))
                tab = ahead < len(self._lines) and _CELL.match(self._lines[ahead])
                summed = any(_SUM.search(text) for text, _ in row[:2])
                ended = len(row) >= width or ahead - self._at >= _GAP or summed
                if tab:
                    rows.append([])
                elif ended or ahead == len(self._lines):
                    self._at = ahead
                    break
                self._at = ahead
                continue
            if _CELL.match(line):
                text = line.split("\t", 1)[1]
                rows[-1].append((text, self._place()))
            else:
                text, where = rows[-1].pop()
                rows[-1].append((f"{text}\n{line}", where))
            self._at += 1
        whole = _rejoined([row for row in rows if row], width)
        cells = [[self._cell(text, where) for text, where in row] for row in whole]
        lone: list[Block] = []
        while cells and sum(bool(cell.lines) for cell in cells[0]) == 1 and len(cells[0]) <= 2:
            # A row of one cell above the table is its title.
            lone += [line for cell in cells.pop(0) for line in cell.lines]
        return [*lone, Table(rows=rectangular(cells), place=place)] if cells else lone

    def _cell(self, text: str, place: str = "") -> Cell:
        return Cell(lines=self._numbering.lines(text, place or self._place()))


def _rejoined(rows: list[list[tuple[str, str]]], width: int) -> list[list[tuple[str, str]]]:
    """The rows with those joined that an empty line at the end of a cell broke in two."""
    joined: list[list[tuple[str, str]]] = []
    for row in rows:
        above = joined[-1] if joined else []
        fits = above and len(above) + len(row) == width and len(above) >= _BROKEN
        if fits and not any(_SUM.search(text) for text, _ in above[:2]):
            joined[-1] = above + row
        else:
            joined.append(row)
    return joined


def _pointed(cell: str) -> str:
    """A cell whose points stand on one line, each behind a bullet, with a line for each."""
    pieces = [piece for piece in _BULLET.split(cell.strip()) if piece]
    if len(pieces) > 1 and _BULLET.match(cell.strip()):
        return "\n".join(f"• {piece}" for piece in pieces)
    return cell


# So many empty lines within a cell are never left where its text goes on.
_GAP = 2
# A row that was broken has at least so many cells before the break.
_BROKEN = 2
