"""A planned workbook as tables of a page: what is printed, what is filled in, what is computed."""

from decimal import Decimal

from builder.book.book_plan import BookPlan
from builder.book.sheet import Formula, Merge, SheetPlan, Visibility
from builder.formula.render import plain_number
from builder.frozen import frozen

# As much as a person looks at; the file itself has all of it.
_MOST_ROWS, _MOST_COLUMNS = 400, 30


@frozen
class Shown:
    """A cell of the table: its words, what it is, how far it reaches."""

    words: str
    kind: str
    across: int = 1
    down: int = 1


@frozen
class Table:
    """A sheet: its name, its rows, and how many rows the page leaves out."""

    name: str
    rows: tuple[tuple[Shown, ...], ...]
    left: int


def sheets_of(plan: BookPlan) -> tuple[Table, ...]:
    """The visible sheets as tables."""
    inputs = {(one.cell.sheet, one.cell.row, one.cell.column) for one in plan.inputs}
    return tuple(
        _table(sheet, inputs) for sheet in plan.sheets if sheet.visibility is Visibility.VISIBLE
    )


def _table(sheet: SheetPlan, inputs: set[tuple[str, int, int]]) -> Table:
    cells = {(one.row, one.column): one for one in sheet.cells}
    merged = {(one.first_row, one.first_column): one for one in sheet.merges}
    covered = {place for one in sheet.merges for place in _covered(one)}
    last = max((row for row, _ in cells), default=0)
    widest = min(max((column for _, column in cells), default=0), _MOST_COLUMNS)
    rows = []
    for row in range(1, min(last, _MOST_ROWS) + 1):
        shown = []
        for column in range(1, widest + 1):
            if (row, column) in covered:
                continue
            cell, area = cells.get((row, column)), merged.get((row, column))
            kind, words = "", ""
            if (sheet.name, row, column) in inputs:
                kind = "input"
            elif cell is not None and isinstance(cell.content, Formula):
                kind = "computed"
                words = "（计算）"
            if cell is not None and isinstance(cell.content, str):
                words = cell.content
            elif cell is not None and isinstance(cell.content, Decimal):
                words = plain_number(cell.content)
            across = 1 if area is None else area.last_column - area.first_column + 1
            down = 1 if area is None else area.last_row - area.first_row + 1
            shown.append(Shown(words=words, kind=kind, across=across, down=down))
        rows.append(tuple(shown))
    return Table(name=sheet.name, rows=tuple(rows), left=max(0, last - _MOST_ROWS))


def _covered(area: Merge) -> set[tuple[int, int]]:
    rows = range(area.first_row, area.last_row + 1)
    columns = range(area.first_column, area.last_column + 1)
    return {(row, column) for row in rows for column in columns} - {
        (area.first_row, area.first_column)
    }
