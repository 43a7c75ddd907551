"""A notice as it was read: lines and tables in the order a reader meets them, each with its place.

Nothing is understood yet. Every line has a number of its own, by which it is told what became of
it.
"""

from collections.abc import Iterator

from builder.frozen import frozen


@frozen
class Line:
    """One line of text; ``level`` is the level of a heading as Word knows it, 0 for no heading.

    ``id`` counts the lines of the notice from 0; ``place`` is where a person finds it. A row of a
    table within a cell is a line with ``cells``.
    """

    id: int
    text: str
    place: str
    level: int = 0
    cells: tuple[str, ...] = ()


@frozen
class Cell:
    """One cell of a table; ``covered`` is true for what a merged cell lies over.

    ``across`` and ``down`` are the columns and rows that it spans.
    """

    lines: tuple[Line, ...] = ()
    across: int = 1
    down: int = 1
    covered: bool = False

    @property
    def text(self) -> str:
        """The whole text of the cell, its lines joined without a gap."""
        return "".join(line.text for line in self.lines)


@frozen
class Table:
    """A table with as many cells in every row."""

    rows: tuple[tuple[Cell, ...], ...]
    place: str

    @property
    def lines(self) -> Iterator[Line]:
        """Every line of the table, row by row."""
        for row in self.rows:
            for cell in row:
                yield from cell.lines


Block = Line | Table


@frozen
class Notice:
    """One notice."""

    path: str
    blocks: tuple[Block, ...]

    @property
    def lines(self) -> Iterator[Line]:
        """Every line in order, those of tables among them."""
        for block in self.blocks:
            if isinstance(block, Line):
                yield block
            else:
                yield from block.lines


class Numbering:
    """Lines being made, each with the next number; what has no character makes none."""

    def __init__(self) -> None:
        """The first line will be number 0."""
        self._next = 0

    def lines(self, text: str, place: str, level: int = 0) -> tuple[Line, ...]:
        """The lines of a text that may hold several, white space at their ends taken away."""
        made = []
        for part in text.split("\n"):
            words = tidy(part)
            if words:
                made.append(Line(id=self._next, text=words, place=place, level=level))
                self._next += 1
        return tuple(made)


def tidy(text: str) -> str:
    """The text with every run of white space as one blank, none at the ends.

    Signs that are only set apart, 评 分 标 准, stand together.
    """
    words = text.replace("\u200b", "").split()
    spaced = len(words) >= _SPACED and all(len(word) == 1 and not word.isascii() for word in words)
    return ("" if spaced else " ").join(words)


_SPACED = 4


def rectangular(rows: list[list[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows filled up with empty cells to the length of the longest."""
    width = max(map(len, rows), default=0)
    return tuple(tuple(row) + (Cell(),) * (width - len(row)) for row in rows)
