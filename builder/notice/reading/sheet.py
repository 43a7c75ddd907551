"""A notice that is a workbook: every sheet as lines and tables, merged cells as one."""

import re
from decimal import Decimal

from builder.formula.address import column_letters, column_number
from builder.formula.value import Value
from builder.model.returned import ReturnedCell, ReturnedSheet, ReturnedWorkbook
from builder.notice.lines import Block, Cell, Line, Numbering, Table

_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
# A title has one cell, a table at least so many in a row.
_TABLE = 2
_WIDEST, _LONGEST = 100, 20_000


def read_sheets(workbook: ReturnedWorkbook) -> tuple[Block, ...]:
    """The blocks of all sheets that are seen; what formulas say is what was last calculated."""
    numbering = Numbering()
    seen = (sheet for sheet in workbook.sheets if sheet.state == "visible")
    return tuple(block for sheet in seen for block in _Sheet(sheet, numbering).read())


_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class _Sheet:
    """One sheet, looked at row by row."""

    def __init__(self, sheet: ReturnedSheet, numbering: Numbering) -> None:
        self._sheet = sheet
        self._numbering = numbering
        held = {
            at: words
            for at, cell in sheet.cells.items()
            if (words := _words(cell)) and at[0] <= _LONGEST and at[1] <= _WIDEST
        }
        self._held = held
        self._height = max((row for row, _ in held), default=0)
        self._width = max((column for _, column in held), default=0)
        self._spans: dict[tuple[int, int], tuple[int, int]] = {}
        self._covered: dict[tuple[int, int], tuple[int, int]] = {}
        for merge in sheet.merges:
            self._merge(merge)

    def read(self) -> list[Block]:
        """The blocks: a row of one cell that no table holds is a line."""
        blocks: list[Block] = []
        rows: list[tuple[Cell, ...]] = []
        begun = 0
        for row in range(1, self._height + 1):
            cells = self._row(row)
            filled = sum(bool(cell.lines) for cell in cells)
            # What is merged downwards holds the table together where nothing else is written.
            inside = any(self._covered.get((row, at), (row, 0))[0] < row for at in self._columns)
            if rows and (not filled and not inside):
                blocks.append(self._table(rows, begun))
                rows = []
            elif filled >= _TABLE or inside or (rows and not self._parts(cells, row)):
                begun = begun if rows else row
                rows.append(cells)
            elif filled:
                if rows:
                    blocks.append(self._table(rows, begun))
                    rows = []
                blocks += [line for cell in cells for line in cell.lines]
        if rows:
            blocks.append(self._table(rows, begun))
        return blocks

    def _parts(self, cells: tuple[Cell, ...], row: int) -> bool:
        """Whether a row with one text in it, merged from side to side, ends the table above it.

        Where a row with a number in it follows, the text stands over rows of the same table.
        """
        across = any(cell.lines and cell.across >= self._width for cell in cells)
        below = [self._held.get((row + 1, at), "") for at in self._columns]
        goes_on = sum(map(bool, below)) >= _TABLE and any(map(_NUMBER.fullmatch, below))
        return across and not goes_on

    def _table(self, rows: list[tuple[Cell, ...]], begun: int) -> Table:
        return Table(rows=tuple(rows), place=f"工作表“{self._sheet.name}”第 {begun} 行起的表")

    def _row(self, row: int) -> tuple[Cell, ...]:
        return tuple(self._cell(row, column) for column in self._columns)

    def _cell(self, row: int, column: int) -> Cell:
        if (row, column) in self._covered:
            return Cell(covered=True)
        lines: tuple[Line, ...] = ()
        if (row, column) in self._held:
            place = f"{self._sheet.name}!{column_letters(column)}{row}"
            lines = self._numbering.lines(self._held[row, column], place)
        down, across = self._spans.get((row, column), (1, 1))
        return Cell(lines=lines, across=across, down=down)

    @property
    def _columns(self) -> range:
        return range(1, self._width + 1)

    def _merge(self, merge: str) -> None:
        found = _RANGE.fullmatch(merge)
        if found is None or found[3] is None:
            return
        left, right = column_number(found[1]), min(column_number(found[3]), self._width)
        top, bottom = int(found[2]), min(int(found[4]), self._height)
        if top > bottom or left > right:
            return
        self._spans[top, left] = (bottom - top + 1, right - left + 1)
        for row in range(top, bottom + 1):
            self._covered.update({(row, column): (top, left) for column in range(left, right + 1)})
        del self._covered[top, left]


def _words(cell: ReturnedCell) -> str:
    value: Value = cell.value
    if not cell.calculated:
        # Nobody knows what it would say: it is asked about as it stands.
        return f"={cell.formula}"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.replace("\r", "") if isinstance(value, str) else ""
