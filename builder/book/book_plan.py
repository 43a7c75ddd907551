"""Any workbook as data: its sheets and names, and what its inputs take."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Self

from builder.book.sheet import Formula, Merge, SheetPlan
from builder.formula.expression import Area, Cell
from builder.formula.render import plain_number
from builder.frozen import frozen


class InputKind(StrEnum):
    """What an input asks for; the value is what JSON carries."""

    SCORE = "score"
    BAND = "band"
    PERCENT = "percent"
    TEXT = "text"
    EVIDENCE = "evidence"
    METRIC = "metric"
    CHOICE = "choice"
    CONFIRMATION = "confirmation"
    FIELD = "field"
    OPTION = "option"
    FIGURE = "figure"
    COUNT = "count"
    OWN = "own"


# What is asked for points: the points themselves, or what they are worked out from.
SCORED_KINDS = (
    *(InputKind.SCORE, InputKind.BAND, InputKind.PERCENT),
    *(InputKind.OPTION, InputKind.FIGURE, InputKind.COUNT),
)


@frozen(slots=True)
class Allowed:
    """What an input accepts: a range with its step, a list, a text up to a length, or a number.

    ``unit`` is that of a number, which a person may write behind it.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    step: Decimal | None = None
    options: tuple[str, ...] = ()
    longest: int | None = None
    unit: str = ""

    @property
    def span(self) -> str:
        """The range in words, both ends included; empty where any number will do."""
        low, high = ("" if end is None else plain_number(end) for end in (self.low, self.high))
        if low and high:
            return f"{low}–{high}"
        return f"{low} 以上" if low else f"{high} 以下" if high else ""


@frozen(slots=True)
class InputPlan:
    """One cell that takes an answer.

    ``name`` is stable across editions of the layout: it is built from the indicator's code, or in
    a table from the table's name and the row. ``table`` is empty for a cell of its own name.
    """

    name: str
    kind: InputKind
    cell: Cell
    title: str
    allowed: Allowed
    indicator: str = ""
    table: str = ""


@frozen(slots=True)
class NamePlan:
    """A defined name of the workbook for a rectangle on a sheet."""

    name: str
    sheet: str
    area: Merge

    @classmethod
    def of(cls, name: str, cell: Cell) -> Self:
        """The name of one cell."""
        return cls(name=name, sheet=cell.sheet, area=Merge.of(cell))

    @classmethod
    def of_list(cls, name: str, cells: Area) -> Self:
        """The name of a column of cells."""
        area = Merge.down(cells.column, cells.first_row, cells.last_row)
        return cls(name=name, sheet=cells.sheet, area=area)


@frozen
class BookPlan:
    """Any workbook as data: what a writer needs to make the file and an evaluation its values.

    ``page_note`` stands at the head of every printed page. ``shortened`` shows the points that are
    printed or computed with two decimals; the cells still hold all of them.
    """

    title: str
    page_note: str = ""
    sheets: tuple[SheetPlan, ...]
    inputs: tuple[InputPlan, ...] = ()
    names: tuple[NamePlan, ...] = ()
    shortened: bool = False

    @property
    def carried(self) -> tuple[tuple[str, str], ...]:
        """What the file says it is: custom properties with their values; nothing by default."""
        return ()

    def sheet(self, name: str) -> SheetPlan:
        """The sheet of that name, which exists."""
        return next(sheet for sheet in self.sheets if sheet.name == name)

    @property
    def formulas(self) -> Iterator[tuple[Cell, Formula]]:
        """Every computed cell and its formula, sheet by sheet."""
        for sheet in self.sheets:
            for cell in sheet.cells:
                if isinstance(cell.content, Formula):
                    place = Cell(sheet=sheet.name, row=cell.row, column=cell.column)
                    yield place, cell.content
