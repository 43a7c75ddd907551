"""What is seen of a sheet beside its cells, gathered while its cells are read."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from math import inf
from operator import itemgetter
from xml.etree.ElementTree import Element

from builder.model.returned_looks import AS_USUAL, SheetLook
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.namespaces import (
    OFFICE_RELATIONSHIPS,
    SPREADSHEET,
    attribute,
    is_true,
    local_name,
    names,
)
from builder.read.address import LAST_COLUMN, ColumnNumbers, checked_range
from builder.read.drawings import Drawings

# Points and characters below which a row or a column shows nothing of what is in it.
_LOWEST, _NARROWEST = 4.0, 2.0
# Groups lie in one another no deeper (18.3.1.73).
_DEEPEST = 7
_LINES = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
# Which of the lines are printed besides the first two (18.3.1.46).
_DIFFERENT = (("differentOddEven", "even"), ("differentFirst", "first"))


class _Sizes(dict[str, float]):
    """Heights and widths by what files write; one that is no number hides nothing."""

    def __missing__(self, text: str) -> float:
        """Read a size that was not met before."""
        try:
            found = self[text] = float(text)
        except ValueError:
            found = self[text] = inf
        return found


class SheetLookReader:
    """The look of one sheet; ``actions`` are what its reader does at elements by their tags."""

    def __init__(self, columns: ColumnNumbers) -> None:
        """Nothing is seen yet."""
        self._letters = columns
        self._hidden_rows: list[int] = []
        self._outlined: list[tuple[int, int, bool]] = []
        self._filtered = ""
        self._columns: list[tuple[int, int]] = []
        self._lines: list[tuple[str, str]] = []
        self._printed = frozenset(_LINES[:2])
        self._drawings: list[str] = []
        self._backed = self._formulas = self._blank_zeros = False
        self._low_rows = self._narrow_columns = False
        self._widths: list[tuple[int, int, float]] = []
        self._sizes = _Sizes()
        self.actions: Mapping[str, Callable[[GrowingTree, Element], None]] = {
            tag: action
            for name, action in (
                ("sheetFormatPr", self._usual_sizes),
                ("col", self._column),
                ("autoFilter", self._filter),
                ("headerFooter", self._page_lines),
                ("drawing", self._drawing),
                ("legacyDrawing", self._drawing),
                ("picture", self._back),
                ("sheetView", self._view),
                # What others once chose to see is not what is seen.
                ("customSheetViews", _read_over),
            )
            for tag in names(SPREADSHEET, name)
        }

    def see_row(self, row: int, element: Element) -> None:
        """Note a row in which nothing can be seen."""
        hidden, height = element.get("hidden"), element.get("ht")
        low = self._low_rows if height is None else self._sizes[height] < _LOWEST
        gone = low or (hidden is not None and is_true(hidden))
        if gone:
            self._hidden_rows.append(row)
        level = min(_number(element.get("outlineLevel", "")), _DEEPEST)
        # Of the rows between groups one is enough.
        if level or (self._outlined and self._outlined[-1][1]):
            self._outlined.append((row, level, gone))

    def look(self, drawings: Drawings, part: str) -> SheetLook:
        """All that was seen of the sheet in that part, and what lies over it."""
        drawn, charts = drawings.of(part, tuple(self._drawings))
        lines = tuple((name, text) for name, text in self._lines if name in self._printed)
        if self._narrow_columns:
            self._columns += self._unsized()
        lying = (drawn, charts, self._backed, self._formulas, self._blank_zeros)
        if not any((self._hidden_rows, self._filtered, self._widths, self._columns, lines, *lying)):
            return AS_USUAL
        return SheetLook(
            hidden_rows=tuple(self._hidden_rows),
            folded_rows=frozenset(self._folded()),
            filtered=self._filtered,
            hidden_columns=tuple(self._columns),
            widths=tuple(self._widths),
            page_lines=lines,
            drawn=drawn,
            charts=charts,
            backed=self._backed,
            formulas=self._formulas,
            blank_zeros=self._blank_zeros,
        )

    def _folded(self) -> Iterator[int]:
        """The hidden rows of groups of which no row is to be seen."""
        for level in {level for _, level, gone in self._outlined if gone and level}:
            # Each row with whether it is in a group of this level.
            rows = ((row, gone, deep >= level) for row, deep, gone in self._outlined)
            for grouped, group in groupby(rows, itemgetter(2)):
                there = [*group]
                if grouped and all(gone for _, gone, _ in there):
                    yield from (row for row, _, _ in there)

    def _usual_sizes(self, _tree: GrowingTree, element: Element) -> None:
        """What lines have that say nothing of their size (18.3.1.81).

        Lines that are hidden unless they are written down, ``zeroHeight``, have nothing in them.
        """
        height, width = element.get("defaultRowHeight"), element.get("defaultColWidth")
        own = is_true(element.get("customHeight")) and height is not None
        self._low_rows = own and self._sizes[height or ""] < _LOWEST
        self._narrow_columns = width is not None and self._sizes[width] < _NARROWEST

    def _column(self, _tree: GrowingTree, element: Element) -> None:
        said = element.get("width")
        width = inf if said is None else self._sizes[said]
        narrow = self._narrow_columns if said is None else width < _NARROWEST
        first, last = (_number(element.get(name, "")) for name in ("min", "max"))
        if 0 < first <= last:
            self._widths.append((first, last, width))
            if narrow or is_true(element.get("hidden")):
                self._columns.append((first, last))

    def _unsized(self) -> Iterator[tuple[int, int]]:
        """The runs of columns that say nothing of their width."""
        after = 0
        for first, last, _ in sorted(self._widths):
            if first > after + 1:
                yield after + 1, first - 1
            after = max(after, last)
        if after < LAST_COLUMN:
            yield after + 1, LAST_COLUMN

    def _filter(self, tree: GrowingTree, element: Element) -> None:
        """Rows may be hidden where any column of the filter narrows them down."""
        if any(len(column) for column in tree.entries(element)):
            self._filtered = checked_range(element.get("ref", ""), self._letters)

    def _page_lines(self, tree: GrowingTree, element: Element) -> None:
        others = {kind for name, kind in _DIFFERENT if is_true(element.get(name))}
        self._printed |= {name for name in _LINES if name.startswith(tuple(others))}
        for line in tree.entries(element):
            name = local_name(line)
            if name in _LINES:
                self._lines.append((name, tree.text(line, 1).strip()))

    def _drawing(self, _tree: GrowingTree, element: Element) -> None:
        self._drawings.append(attribute(element, OFFICE_RELATIONSHIPS, "id"))

    def _back(self, _tree: GrowingTree, _element: Element) -> None:
        """A picture behind all cells (18.3.1.67)."""
        self._backed = True

    def _view(self, _tree: GrowingTree, element: Element) -> None:
        """Formulas shown in place of values, and zeros not shown at all (18.3.1.87)."""
        self._formulas = is_true(element.get("showFormulas"))
        self._blank_zeros = not is_true(element.get("showZeros", "1"))


def _read_over(_tree: GrowingTree, _element: Element) -> None:
    """Nothing in the element is looked at; its reader passes over it."""


def _number(text: str) -> int:
    """The number of a column, or 0 where the text is none."""
    digits = text.isascii() and text.isdecimal() and len(text) <= len(str(LAST_COLUMN))
    return min(int(text), LAST_COLUMN) if digits else 0
