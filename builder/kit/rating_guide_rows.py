"""Rows of official text on one sheet: texts side by side, none higher than a row can be."""

from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from builder.book.canvas import Canvas
from builder.book.sheet import Merge, SheetPlan
from builder.book.style import Style
from builder.book.text_height import HIGHEST_ROW, row_height
from builder.book.text_pieces import pieces as cut_pieces

# What an A4 page in portrait holds at a size that reads well, in characters.
_FIRST_WIDTH, _OTHER_WIDTH = 16.0, 80.0
FEWEST_COLUMNS, MOST_COLUMNS = 3, 12


class Piece(NamedTuple):
    """One text of a row."""

    style: Style
    text: str


class GuideRows:
    """A sheet that grows row by row; the first text of a row is narrow, the others share the rest.

    It has as many columns as its widest table, from three to twelve; a wider table is divided.
    """

    def __init__(self, name: str, *, widest: int, stretch: float, cut: bool = False) -> None:
        """Start an empty sheet, ``stretch`` times as wide as a page.

        ``cut`` is whether a line that is too high for a row goes on in rows beneath.
        """
        self._cut = cut
        self._columns = min(max(widest, FEWEST_COLUMNS), MOST_COLUMNS)
        other = _OTHER_WIDTH / (self._columns - 1)
        widths = (_FIRST_WIDTH, *(other for _ in range(self._columns - 1)))
        self.canvas = Canvas(name, tuple(round(width * stretch, 1) for width in widths))
        self._next = 1

    def line(self, style: Style, text: str) -> None:
        """Add a text across the sheet."""
        self.row(Piece(style, text))

    def row(self, *pieces: Piece) -> None:
        """Add texts side by side; where they are too high, every line in them is a row."""
        if row_height(self._texts(pieces)) <= HIGHEST_ROW:
            self._put(pieces)
            return
        styles = tuple(piece.style for piece in pieces)
        for texts in zip_longest(*(piece.text.split("\n") for piece in pieces), fillvalue=""):
            row = tuple(map(Piece, styles, texts))
            if self._cut:
                parts = (cut_pieces(text, width) for text, width in self._texts(row))
                for each in zip_longest(*parts, fillvalue=""):
                    self._put(tuple(map(Piece, styles, each)))
            else:
                self._put(row)

    def table(self, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Add a table of the notice."""
        for start in range(0, len(header), MOST_COLUMNS):
            part = slice(start, start + MOST_COLUMNS)
            self.row(*(Piece(Style.LABEL, text) for text in header[part]))
            for cells in rows:
                self.row(*(Piece(Style.OFFICIAL, text) for text in cells[part]))

    @property
    def sheet(self) -> SheetPlan:
        """The sheet, its first row in sight."""
        return replace(self.canvas.sheet, head_rows=1)

    @property
    def tallest(self) -> float:
        """The greatest height of a row, in points."""
        return max((height for _, height in self.canvas.heights), default=0.0)

    def _put(self, pieces: tuple[Piece, ...]) -> None:
        row = self._next
        for piece, (first, last) in zip(pieces, self._spans(len(pieces)), strict=True):
            self.canvas.span(Merge.across(row, first, last), piece.style, piece.text or None)
        self.canvas.fit(row, self._texts(pieces))
        self._next += 1

    def _texts(self, pieces: tuple[Piece, ...]) -> tuple[tuple[str, float], ...]:
        """Every text with the width it has."""
        return tuple(
            (piece.text, sum(self.canvas.widths[first - 1 : last]))
            for piece, (first, last) in zip(pieces, self._spans(len(pieces)), strict=True)
        )

    def _spans(self, count: int) -> tuple[tuple[int, int], ...]:
        """The first and last column of each of ``count`` texts; the last takes what is left."""
        if count == 1:
            return ((1, self._columns),)
        each = (self._columns - 1) // (count - 1)
        starts = (1, *(2 + each * place for place in range(count - 1)))
        ends = (*(start - 1 for start in starts[1:]), self._columns)
        return tuple(zip(starts, ends, strict=True))
