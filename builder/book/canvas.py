"""A sheet while it is being laid out, before it becomes a frozen plan."""

from collections.abc import Iterable

from builder.book.sheet import CellPlan, Content, Formula, Merge, SheetPlan
from builder.book.style import Style
from builder.book.text_height import row_height
from builder.book.text_pieces import pieces
from builder.formula.expression import Cell, Expression


class Canvas:
    """The cells, merges and heights of one sheet, collected in any order."""

    def __init__(self, name: str, widths: tuple[float, ...]) -> None:
        """Start an empty sheet with the widths of its columns."""
        self.name = name
        self.widths = widths
        self._merges: list[Merge] = []
        self._cells: dict[tuple[int, int], CellPlan] = {}
        self._heights: dict[int, float] = {}
        self._growing: set[int] = set()

    def cell(self, row: int, column: int) -> Cell:
        """The reference by which formulas name a cell of this sheet."""
        return Cell(sheet=self.name, row=row, column=column)

    def put(self, row: int, column: int, style: Style, content: Content = None) -> Cell:
        """Set a cell and return the reference to it."""
        self._cells[row, column] = CellPlan(row=row, column=column, style=style, content=content)
        return self.cell(row, column)

    def compute(self, row: int, column: int, style: Style, expression: Expression) -> Cell:
        """Set a computed cell and return the reference to it."""
        return self.put(row, column, style, Formula.of(expression))

    def span(self, area: Merge, style: Style, content: Content = None) -> Cell:
        """Set a rectangle shown as one cell; a single cell is not merged."""
        for row in range(area.first_row, area.last_row + 1):
            for column in range(area.first_column, area.last_column + 1):
                self.put(row, column, style)
        if (area.first_row, area.first_column) != (area.last_row, area.last_column):
            self._merges.append(area)
        return self.put(area.first_row, area.first_column, style, content)

    def compute_across(
        self, row: int, first: int, last: int, style: Style, expression: Expression
    ) -> Cell:
        """Set a computed content shown over some columns of a row."""
        return self.span(Merge.across(row, first, last), style, Formula.of(expression))

    def line(self, row: int, style: Style, text: str) -> Cell:
        """Set a text across the sheet in one row as high as the text needs."""
        self.fit(row, ((text, sum(self.widths)),))
        return self.span(Merge.across(row, 1, len(self.widths)), style, text)

    def lines(self, row: int, style: Style, texts: Iterable[str]) -> int:
        """Set each text across the sheet in rows of its own; return the next free row."""
        for text in texts:
            for piece in pieces(text, sum(self.widths)):
                self.line(row, style, piece)
                row += 1
        return row

    def title(self, text: str, *, height: float = 34) -> None:
        """Set what the sheet is called across its first row."""
        self.line(1, Style.TITLE, text)
        self.fit(1, (), least=height)

    def headings(self, row: int, texts: Iterable[str], *, height: float = 26) -> None:
        """Set the headings of a table from the first column on."""
        for column, text in enumerate(texts, start=1):
            self.put(row, column, Style.HEADER, text)
        self.fit(row, (), least=height)

    def texts(self, row: int, first: int, texts: tuple[str, ...]) -> None:
        """Set texts from a column to the last one, in a row as high as they need."""
        for column, text in enumerate(texts, start=first):
            self.put(row, column, Style.OFFICIAL, text)
        self.fit(row, tuple(zip(texts, self.widths[first - 1 :], strict=True)), least=22)

    def fill(self, row: int, columns: Iterable[int], style: Style) -> None:
        """Set blank cells of one look."""
        for column in columns:
            self.put(row, column, style)

    def fit(self, row: int, texts: tuple[tuple[str, float], ...], *, least: float = 20.0) -> None:
        """Make a row high enough for its ``(text, width)`` pairs."""
        self._heights[row] = row_height(texts, least=least)

    def make_room(self, row: int, text: str, width: float) -> None:
        """Make a row that has its height already high enough for one more text."""
        self.fit(row, ((text, width),), least=self._heights.get(row, 0.0))

    def grow(self, row: int, texts: tuple[tuple[str, float], ...], *, least: float) -> None:
        """Make a row as high as it needs now, and let it become higher as somebody types."""
        self.fit(row, texts, least=least)
        self.let_grow(row)

    def let_grow(self, row: int) -> None:
        """Let a row that has its height become higher as somebody types."""
        self._growing.add(row)

    @property
    def heights(self) -> tuple[tuple[int, float], ...]:
        """The heights that were set, by row."""
        return tuple(sorted(self._heights.items()))

    @property
    def sheet(self) -> SheetPlan:
        """The sheet as it is laid out, before it is said what lies over its cells."""
        return SheetPlan(
            name=self.name,
            cells=tuple(cell for _, cell in sorted(self._cells.items())),
            widths=self.widths,
            heights=self.heights,
            merges=tuple(self._merges),
            growing=tuple(sorted(self._growing)),
        )
