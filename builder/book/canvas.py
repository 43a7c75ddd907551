"""A sheet while it is being laid out, before it becomes a frozen plan."""

from builder.book.sheet import CellPlan, Content, Formula, Merge
from builder.book.style import Style
from builder.book.text_height import row_height
from builder.formula.expression import Cell, Expression


class Canvas:
    """The cells, merges and heights of one sheet, collected in any order."""

    def __init__(self, name: str, widths: tuple[float, ...]) -> None:
        """Start an empty sheet with the widths of its columns."""
        self.name = name
        self.widths = widths
        self.merges: list[Merge] = []
        self._cells: dict[tuple[int, int], CellPlan] = {}
        self._heights: dict[int, float] = {}

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
            self.merges.append(area)
        return self.put(area.first_row, area.first_column, style, content)

    def line(self, row: int, style: Style, text: str, *, last_column: int = 0) -> Cell:
        """Set a text across the sheet in one row as high as the text needs."""
        last = last_column or len(self.widths)
        area = Merge(first_row=row, first_column=1, last_row=row, last_column=last)
        self.fit(row, ((text, sum(self.widths[:last])),))
        return self.span(area, style, text)

    def fit(self, row: int, texts: tuple[tuple[str, float], ...], *, least: float = 20.0) -> None:
        """Make a row high enough for its ``(text, width)`` pairs."""
        self._heights[row] = row_height(texts, least=least)

    @property
    def cells(self) -> tuple[CellPlan, ...]:
        """The cells in row-major order."""
        return tuple(cell for _, cell in sorted(self._cells.items()))

    @property
    def heights(self) -> tuple[tuple[int, float], ...]:
        """The heights that were set, by row."""
        return tuple(sorted(self._heights.items()))
