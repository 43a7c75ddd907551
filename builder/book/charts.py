"""Charts as data: what is drawn, from which cells, and over which cells of the sheet it lies."""

from enum import StrEnum
from typing import Self

from builder.formula.expression import Cell
from builder.frozen import frozen


class ChartKind(StrEnum):
    """The kinds of chart in use; the value is the element that draws it (ECMA-376 21.2.2)."""

    LINE = "lineChart"
    RADAR = "radarChart"
    BAR = "barChart"


@frozen(slots=True)
class CellRange:
    """A row or a column of cells, both ends included, on whatever sheet."""

    first: Cell
    last: Cell

    @classmethod
    def down(cls, sheet: str, column: int, first: int, last: int) -> Self:
        """Some rows of one column."""
        return cls(first=Cell(sheet, first, column), last=Cell(sheet, last, column))

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells in reading order."""
        first, last = self.first, self.last
        return tuple(
            Cell(first.sheet, row, column)
            for row in range(first.row, last.row + 1)
            for column in range(first.column, last.column + 1)
        )


@frozen(slots=True)
class SeriesPlan:
    """One line, ring or row of bars: the cell that names it and the numbers it shows."""

    name: Cell
    values: CellRange


@frozen(slots=True)
class ChartPlan:
    """One chart; it covers the sheet from ``top_left`` to the corner before ``bottom_right``.

    ``highest`` is where the axis of values ends, ``None`` where the program may choose.
    A chart ``titled`` by a cell has no axis of values: they stand at their points. Where the cell
    and the points are empty nothing is to be seen; ``title`` then only names it.
    ``percent`` shows values as percents, which are decimal fractions; ``signed`` lets the axis go
    below nought, with the names of the values under everything.
    """

    kind: ChartKind
    title: str
    categories: CellRange
    series: tuple[SeriesPlan, ...]
    top_left: tuple[int, int]
    bottom_right: tuple[int, int]
    highest: int | None = None
    percent: bool = False
    signed: bool = False
    titled: Cell | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell that is drawn or named."""
        shown = (cell for one in self.series for cell in (one.name, *one.values.cells))
        return (*self.categories.cells, *shown)
