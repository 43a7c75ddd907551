"""A sheet as data: its cells and formulas, what its inputs accept, what lies over it.

Writers transcribe it and verifiers compare with it. Rows and columns count from 1; widths are
characters of the standard font, heights are points (1/72 inch).
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Self

from builder.book.charts import ChartPlan
from builder.book.style import Style
from builder.formula.expression import Cell, Expression
from builder.formula.render import Piece, pieces
from builder.frozen import frozen


@frozen(slots=True)
class Formula:
    """A computed content; its value is evaluated from the same expression that is written.

    In a table of like rows all rows share the expression of the first: ``shift`` is how many rows
    further down a cell of that row is meant. Areas are the same for all of them: they have names
    or lie on other sheets.
    """

    expression: Expression
    pieces: tuple[Piece, ...]
    shift: int = 0

    @classmethod
    def of(cls, expression: Expression) -> Self:
        """The formula of an expression, its text taken apart once for all that write it."""
        return cls(expression=expression, pieces=pieces(expression))

    def first(self, home: Cell) -> Cell:
        """The cell that holds the shared expression as it is where this formula is in ``home``."""
        return Cell(sheet=home.sheet, row=home.row - self.shift, column=home.column)

    def meant(self, home: Cell, reference: Cell) -> Cell:
        """The cell that ``reference`` means where the formula stands in ``home``."""
        if self.shift and reference.sheet == home.sheet and reference.row == home.row - self.shift:
            return Cell(reference.sheet, home.row, reference.column)
        return reference


Content = str | Decimal | Formula | None


@frozen(slots=True)
class CellPlan:
    """One cell: where it stands, how it looks, what it holds."""

    row: int
    column: int
    style: Style
    content: Content = None


@frozen(slots=True)
class Merge:
    """A rectangle of cells shown as one, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @classmethod
    def of(cls, cell: Cell) -> Self:
        """The rectangle of one cell."""
        return cls.between(cell, cell)

    @classmethod
    def each(cls, cells: Iterable[Cell]) -> tuple[Self, ...]:
        """The rectangles of single cells."""
        return tuple(map(cls.of, cells))

    @classmethod
    def between(cls, first: Cell, last: Cell) -> Self:
        """The rectangle from its top left cell to its bottom right one."""
        (_, top, left), (_, bottom, right) = first, last
        return cls(first_row=top, first_column=left, last_row=bottom, last_column=right)

    @classmethod
    def across(cls, row: int, first: int, last: int) -> Self:
        """Some columns of one row."""
        return cls(first_row=row, first_column=first, last_row=row, last_column=last)

    @classmethod
    def down(cls, column: int, first: int, last: int) -> Self:
        """Some rows of one column."""
        return cls(first_row=first, first_column=column, last_row=last, last_column=column)


class ValidationKind(StrEnum):
    """The data validations in use; the value is the name in the file (ECMA-376 18.18.21)."""

    LIST = "list"
    CUSTOM = "custom"
    TEXT_LENGTH = "textLength"


@frozen(slots=True)
class ValidationPlan:
    """What a group of like cells accepts, and what is said before and after typing.

    ``rule`` is an expression for the first of ``cells`` (custom), a defined name or quoted list
    (list), or the greatest length (text length).
    """

    kind: ValidationKind
    rule: Expression | str
    cells: tuple[Merge, ...]
    title: str
    prompt: str
    error: str

    @classmethod
    def choice(
        cls,
        options: Iterable[str],
        cells: tuple[Merge, ...],
        *,
        title: str,
        prompt: str,
        error: str,
    ) -> Self:
        """One of a few words, which the rule itself lists."""
        rule = f'"{",".join(options)}"'
        kind = ValidationKind.LIST
        return cls(kind=kind, rule=rule, cells=cells, title=title, prompt=prompt, error=error)

    @classmethod
    def text(
        cls, longest: int, cells: tuple[Merge, ...], *, title: str, prompt: str, error: str = ""
    ) -> Self:
        """A text up to a length."""
        return cls(
            kind=ValidationKind.TEXT_LENGTH,
            rule=str(longest),
            cells=cells,
            title=title,
            prompt=prompt,
            error=error or f"“{title}”不超过 {longest} 字。",
        )


@frozen(slots=True)
class ConditionPlan:
    """A style that lies over ``cells`` while ``rule``, written for their first cell, is true."""

    rule: Expression
    cells: tuple[Merge, ...]
    style: Style


@frozen(slots=True)
class FilterPlan:
    """A table whose rows can be narrowed down, its heading row included, on a locked sheet too.

    ``buttons`` are the columns with a button. ``covered`` are texts by row and column under merged
    cells, where nobody sees them: a filter keeps the rows a merged cell spans by the text in each.
    """

    area: Merge
    buttons: tuple[int, ...]
    covered: tuple[tuple[int, int, str], ...] = ()


@frozen(slots=True)
class PrintedRows:
    """The rows that print of a sheet with room for more: to the last one that is used.

    That is ``down_to``, or the last of the cells ``said``, a part of a column, that holds a text.
    All columns print to ``reach``, ``least`` rows print in any case, none after ``last``.
    """

    reach: int
    last: int
    least: int
    down_to: Expression | None = None
    said: tuple[int, int] = (0, 0)


class Visibility(StrEnum):
    """Whether a reader sees a sheet's tab (ECMA-376 18.18.68)."""

    VISIBLE = "visible"
    HIDDEN = "veryHidden"


@frozen
class SheetPlan:
    """One sheet, cells in row-major order; ``head_rows`` stay in sight and repeat on every page.

    ``outline`` are the rows that fold away under the row after them, both ends included, with how
    deep they are nested, from 1. ``breaks`` are the rows after which a printed page ends,
    ``printed`` are those that print where not all do.
    ``growing`` are the rows that a spreadsheet makes higher as somebody types into them. Columns
    that one page would print too small stand on ``pages_across``, each beginning with the
    ``head_columns``.

    ``column_styles``, where a sheet has room for many like rows, are how its columns look from the
    first: a blank cell that looks so costs nothing. The rows after the last are then hidden, so
    that nobody enters anything where it would not be read. A sheet that is not ``locked`` is one
    whose rows a person may move, insert and delete. On one that ``begins_high`` rows are tall: what
    stands in them begins at their top, side by side, the rows of sums aside. One that is for the
    ``own`` use of who fills in the workbook may be deleted: nobody else needs it.
    """

    name: str
    cells: tuple[CellPlan, ...]
    widths: tuple[float, ...]
    column_styles: tuple[Style, ...] = ()
    heights: tuple[tuple[int, float], ...] = ()
    merges: tuple[Merge, ...] = ()
    validations: tuple[ValidationPlan, ...] = ()
    conditions: tuple[ConditionPlan, ...] = ()
    charts: tuple[ChartPlan, ...] = ()
    outline: tuple[tuple[int, int, int], ...] = ()
    breaks: tuple[int, ...] = ()
    growing: tuple[int, ...] = ()
    filter: FilterPlan | None = None
    printed: PrintedRows | None = None
    head_rows: int = 0
    head_columns: int = 0
    pages_across: int = 1
    landscape: bool = False
    tab_style: Style = Style.HEADER
    visibility: Visibility = Visibility.VISIBLE
    locked: bool = True
    own: bool = False
    begins_high: bool = False

    @property
    def covered(self) -> Mapping[tuple[int, int], str]:
        """The texts by row and column that lie under merged cells, for the sheet's filter."""
        texts = self.filter.covered if self.filter else ()
        return {(row, column): text for row, column, text in texts}

    def is_room(self, cell: CellPlan) -> bool:
        """Whether a cell is planned blank and looks as its whole column does."""
        styles = self.column_styles
        return bool(styles) and cell.content is None and styles[cell.column - 1] is cell.style
