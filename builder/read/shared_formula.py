"""Shared formulas written out for each cell: relative references move, everything else stays."""

import re
from functools import lru_cache
from itertools import chain

from builder.formula.address import column_letters
from builder.read.address import LAST_COLUMN, LAST_ROW, ColumnNumbers

# One alternative per thing a formula is made of. Texts, quoted sheet names, brackets (structured
# and external references) and error values are kept; a word may be a reference.
_TOKEN = re.compile(
    r"""
    (?P<kept>
        "(?:[^"]|"")*"
      | '(?:[^']|'')*'
      | \[(?:[^\[\]]|\[[^\[\]]*\])*\]
      | \#[A-Z0-9/]+[!?]?
    )
  | (?P<area>
        (?<![\w.$\\?])
        (?: \$?[A-Za-z]{1,3} : \$?[A-Za-z]{1,3} | \$?[0-9]{1,7} : \$?[0-9]{1,7} )
        (?![\w.$\\?(!])
    )
  | (?P<word> [\w.$\\?]+ )
    """,
    re.VERBOSE,
)
_CELL = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})")
_LOST = "#REF!"
# Files of one kit share their formulas; a kit has some ten that are shared.
_KNOWN = 64


class SharedFormula:
    """The formula of the first cell, cut at its references once and joined for every other."""

    def __init__(self, text: str, row: int, column: int) -> None:
        """``text`` belongs to the cell at ``row`` and ``column``, both counted from 1."""
        self.text = text
        self._row = row
        self._column = column
        cut = _cut(text)
        self._pieces, self._words, self._rows = cut.pieces, cut.words, cut.rows
        self._room = LAST_ROW - max(self._rows, default=0)
        self._one_row = len(set(self._rows)) == 1

    def at(self, row: int, column: int) -> str:
        """The formula of the cell there; a reference that leaves the grid becomes ``#REF!``."""
        down, right = row - self._row, column - self._column
        # Like rows of a table stand under each other, hundreds of them, and most of their formulas
        # name cells of their own row alone.
        if not right and 0 <= down <= self._room:
            if self._one_row:
                return str(self._rows[0] + down).join(self._words)
            rows = [str(number + down) for number in self._rows]
            return "".join(chain(*zip(self._words, rows, strict=False), self._words[-1:]))
        return "".join(
            piece if isinstance(piece, str) else _moved(piece, down, right)
            for piece in self._pieces
        )


@lru_cache(maxsize=_KNOWN)
def _cut(text: str) -> "_Cut":
    """A formula cut at its references, whatever cell it belongs to."""
    return _Cut(text)


class _Cut:
    """The pieces of a formula, and ``words`` and ``rows`` between them for like rows."""

    def __init__(self, text: str) -> None:
        self._columns = ColumnNumbers()
        self._references: dict[str, tuple[_Axis, ...]] = {}  # by the words that name cells
        self.pieces = tuple(self._cut(text))
        self.words, self.rows = self._template()

    def _template(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The formula for cells in the same column, cut at each row that moves with them."""
        words = [""]
        rows: list[int] = []
        for piece in self.pieces:
            for axis in (piece,) if isinstance(piece, str) else piece:
                if isinstance(axis, _Axis) and axis.is_row and not axis.text:
                    words.append("")
                    rows.append(axis.number)
                else:
                    words[-1] += axis if isinstance(axis, str) else axis.moved(0, 0)
        return tuple(words), tuple(rows)

    def _cut(self, text: str) -> "list[str | tuple[_Axis, ...]]":
        pieces: list[str | tuple[_Axis, ...]] = []
        done = 0
        for match in _TOKEN.finditer(text):
            axes = self._axes(match, text[match.end() : match.end() + 1])
            if axes:
                pieces += [text[done : match.start()], axes]
                done = match.end()
        pieces.append(text[done:])
        return pieces

    def _axes(self, match: re.Match[str], following: str) -> "tuple[_Axis, ...]":
        """The rows and columns a token names, none when it is no reference."""
        if area := match["area"]:
            first, last = area.split(":")
            axes = (*self._axis(first), _Axis.fixed(":"), *self._axis(last))
            return axes if all(axis.number or axis.text for axis in axes) else ()
        word = match["word"]
        if word is None or following in {"(", "!"}:
            return ()
        if word not in self._references:
            self._references[word] = self._reference(word)
        return self._references[word]

    def _reference(self, word: str) -> "tuple[_Axis, ...]":
        """The column and row of a word that names a cell, none for another."""
        cell = _CELL.fullmatch(word)
        if cell is None or not self._columns[cell[2].upper()] or int(cell[4]) > LAST_ROW:
            return ()
        return (*self._axis(cell[1] + cell[2]), *self._axis(cell[3] + cell[4]))

    def _axis(self, text: str) -> "tuple[_Axis]":
        name = text.removeprefix("$")
        if text.startswith("$"):
            return (_Axis.fixed(text),)
        if name.isdigit():
            return (_Axis(number=int(name), is_row=True),)
        return (_Axis(number=self._columns[name.upper()], is_row=False),)


class _Axis:
    """A row or a column of a reference that moves, or text that does not."""

    __slots__ = ("is_row", "number", "text")

    def __init__(self, *, number: int, is_row: bool, text: str = "") -> None:
        self.number = number
        self.is_row = is_row
        self.text = text

    @classmethod
    def fixed(cls, text: str) -> "_Axis":
        """A part of a reference that stays as it is."""
        return cls(number=0, is_row=True, text=text)

    def moved(self, down: int, right: int) -> str:
        """The text of this axis for a cell so much further down and right, empty if lost."""
        if self.text:
            return self.text
        number = self.number + (down if self.is_row else right)
        if not 1 <= number <= (LAST_ROW if self.is_row else LAST_COLUMN):
            return ""
        return str(number) if self.is_row else column_letters(number)


def _moved(axes: tuple[_Axis, ...], down: int, right: int) -> str:
    parts = [axis.moved(down, right) for axis in axes]
    return "".join(parts) if all(parts) else _LOST
