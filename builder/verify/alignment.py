"""Where the cells of the plan stand in a returned file, after a person moved rows or sheets."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from builder.formula.expression import Cell
from builder.model.returned import ReturnedCell, ReturnedSheet, ReturnedWorkbook
from builder.plan.workbook import NamePlan, SheetPlan, WorkbookPlan

_TARGET = re.compile(
    r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?[A-Z]{1,3}\$?\d+)?", re.ASCII
)


@dataclass(frozen=True, kw_only=True)
class Shift:
    """A jump: from plan row ``row`` on, rows stand ``offset`` further down than before it."""

    sheet: str
    row: int
    offset: int


@dataclass(frozen=True, kw_only=True)
class Alignment:
    """The way from plan to file.

    ``sheets`` maps a planned sheet to the file's, and lacks those that are gone; ``rows`` and
    ``columns`` map what moved, by planned sheet. ``shifts`` are the jumps, first row first.
    """

    sheets: Mapping[str, ReturnedSheet]
    rows: Mapping[str, Mapping[int, int]]
    columns: Mapping[str, Mapping[int, int]]
    shifts: tuple[Shift, ...]

    def locate(self, cell: Cell) -> Cell:
        """The cell of the file in which a planned cell now stands."""
        sheet = self.sheets.get(cell.sheet)
        return Cell(
            sheet=cell.sheet if sheet is None else sheet.name,
            row=self.rows.get(cell.sheet, {}).get(cell.row, cell.row),
            column=self.columns.get(cell.sheet, {}).get(cell.column, cell.column),
        )

    def returned(self, cell: Cell) -> ReturnedCell:
        """What the file holds where the planned cell now stands; an empty cell where nothing."""
        sheet = self.sheets.get(cell.sheet)
        if sheet is None:
            return ReturnedCell()
        place = self.locate(cell)
        return sheet.cells.get((place.row, place.column), ReturnedCell())


def align(plan: WorkbookPlan, workbook: ReturnedWorkbook) -> Alignment:
    """The alignment that the file's defined names and fixed texts bear witness to."""
    targets = {name.name: _target(workbook.names.get(name.name, "")) for name in plan.names}
    sheets: dict[str, ReturnedSheet] = {}
    rows: dict[str, Mapping[int, int]] = {}
    columns: dict[str, Mapping[int, int]] = {}
    shifts: list[Shift] = []
    for sheet in plan.sheets:
        found = workbook.sheet(sheet.name) or _renamed(plan, sheet, targets, workbook)
        if found is None:
            continue
        sheets[sheet.name] = found
        anchors = _row_anchors(sheet, found) | _named_rows(plan, sheet, targets)
        if any(planned != place for planned, place in anchors.items()):
            rows[sheet.name], jumps = _stretch(sheet, anchors)
            shifts += jumps
        moved = _named_columns(plan, sheet, targets)
        if any(planned != place for planned, place in moved.items()):
            columns[sheet.name] = _follow(range(1, len(sheet.widths) + 1), moved)
    return Alignment(sheets=sheets, rows=rows, columns=columns, shifts=tuple(shifts))


def _target(text: str) -> Cell | None:
    match = _TARGET.fullmatch(text)
    if match is None:
        return None
    sheet = (match[1] or "").replace("''", "'") or match[2]
    column = 0
    for letter in match[3]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return Cell(sheet=sheet, row=int(match[4]), column=column)


def _names_on(plan: WorkbookPlan, sheet: SheetPlan) -> tuple[NamePlan, ...]:
    return tuple(name for name in plan.names if name.sheet == sheet.name)


def _renamed(
    plan: WorkbookPlan,
    sheet: SheetPlan,
    targets: Mapping[str, Cell | None],
    workbook: ReturnedWorkbook,
) -> ReturnedSheet | None:
    """The sheet that the names of a missing sheet now point to, if they agree on one."""
    pointed = {place.sheet for name in _names_on(plan, sheet) if (place := targets[name.name])}
    return workbook.sheet(pointed.pop()) if len(pointed) == 1 else None


def _row_anchors(sheet: SheetPlan, found: ReturnedSheet) -> dict[int, int]:
    """Rows that a text unique in its column on both sides finds again."""
    planned: dict[tuple[int, str], list[int]] = {}
    for cell in sheet.cells:
        if isinstance(cell.content, str):
            planned.setdefault((cell.column, cell.content), []).append(cell.row)
    actual: dict[tuple[int, str], list[int]] = {}
    for (row, column), content in found.cells.items():
        if isinstance(content.value, str):
            actual.setdefault((column, content.value), []).append(row)
    return {
        rows[0]: actual[key][0]
        for key, rows in planned.items()
        if len(rows) == 1 and len(actual.get(key, ())) == 1
    }


def _named_rows(
    plan: WorkbookPlan, sheet: SheetPlan, targets: Mapping[str, Cell | None]
) -> dict[int, int]:
    return {
        name.area.first_row: place.row
        for name in _names_on(plan, sheet)
        if (place := targets[name.name])
    }


def _named_columns(
    plan: WorkbookPlan, sheet: SheetPlan, targets: Mapping[str, Cell | None]
) -> dict[int, int]:
    return {
        name.area.first_column: place.column
        for name in _names_on(plan, sheet)
        if (place := targets[name.name])
    }


def _stretch(sheet: SheetPlan, anchors: Mapping[int, int]) -> tuple[dict[int, int], list[Shift]]:
    """Every planned row's place, and the rows at which the distance changes."""
    planned_rows = sorted({cell.row for cell in sheet.cells})
    places = _follow(planned_rows, anchors)
    shifts: list[Shift] = []
    offset = 0
    for row in planned_rows:
        if row in anchors and places[row] - row != offset:
            shifts.append(Shift(sheet=sheet.name, row=row, offset=places[row] - row - offset))
            offset = places[row] - row
    return places, shifts


def _follow(planned: range | list[int], anchors: Mapping[int, int]) -> dict[int, int]:
    """Each planned line where its anchor says, or as far off as the anchor before it."""
    places: dict[int, int] = {}
    offset = 0
    for line in planned:
        if line in anchors:
            offset = anchors[line] - line
        places[line] = line + offset
    return places
