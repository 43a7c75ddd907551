"""Where the cells of the plan stand in a returned file, after a person moved rows or sheets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from builder.formula.expression import Area, Cell
from builder.model.returned import ReturnedCell, ReturnedSheet, ReturnedWorkbook
from builder.plan.workbook import Formula, SheetPlan
from builder.verify.anchors import broken_rows, marked_rows, name_target, renamed_sheet
from builder.verify.pristine import Pristine

_NOTHING = ReturnedCell()


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
    ``columns`` map what moved, by planned sheet. ``shifts`` are the jumps, first row first;
    ``gone`` are the planned rows that somebody deleted. ``unmoved`` are the cells of the sheets
    where all stands in its place.
    """

    sheets: Mapping[str, ReturnedSheet]
    unmoved: Mapping[str, Mapping[tuple[int, int], ReturnedCell]]
    rows: Mapping[str, Mapping[int, int]]
    columns: Mapping[str, Mapping[int, int]]
    shifts: tuple[Shift, ...]
    gone: Mapping[str, frozenset[int]]

    @property
    def untouched(self) -> bool:
        """Whether every cell stands where the plan put it."""
        return not (
            self.rows or self.columns or any(n != sheet.name for n, sheet in self.sheets.items())
        )

    def locate(self, cell: Cell) -> Cell:
        """The cell of the file in which a planned cell now stands."""
        sheet = self.sheets.get(cell.sheet)
        return Cell(
            sheet=cell.sheet if sheet is None else sheet.name,
            row=self.rows.get(cell.sheet, {}).get(cell.row, cell.row),
            column=self.columns.get(cell.sheet, {}).get(cell.column, cell.column),
        )

    def holds(self, cell: Cell) -> bool:
        """Whether the file still has the planned cell, whatever is in it now."""
        return cell.sheet in self.sheets and cell.row not in self.gone.get(cell.sheet, ())

    def reaches(self, formula: Formula, home: Cell) -> bool:
        """Whether the file still has every cell that a formula planned for ``home`` names.

        Where it has not, spreadsheets put ``#REF!`` or a shorter area: a consequence, no fault.
        """
        named = (piece for piece in formula.pieces if not isinstance(piece, str))
        ends = (end for piece in named for end in _ends(piece))
        return all(self.holds(formula.meant(home, end)) for end in ends)

    def returned(self, cell: Cell) -> ReturnedCell:
        """What the file holds where the planned cell now stands; an empty cell where nothing."""
        sheet, row, column = cell
        if sheet in self.unmoved:
            return self.unmoved[sheet].get((row, column), _NOTHING)
        if sheet not in self.sheets or row in self.gone.get(sheet, ()):
            return _NOTHING
        row = self.rows.get(sheet, {}).get(row, row)
        column = self.columns.get(sheet, {}).get(column, column)
        return self.sheets[sheet].cells.get((row, column), _NOTHING)


def align(pristine: Pristine, workbook: ReturnedWorkbook) -> Alignment:
    """The alignment that the file's defined names and fixed texts bear witness to."""
    plan = pristine.plan
    targets = {name.name: name_target(workbook.names.get(name.name, "")) for name in plan.names}
    sheets: dict[str, ReturnedSheet] = {}
    rows: dict[str, Mapping[int, int]] = {}
    columns: dict[str, Mapping[int, int]] = {}
    shifts: list[Shift] = []
    gone: dict[str, frozenset[int]] = {}
    for sheet in plan.sheets:
        names = [
            (name, place)
            for name in plan.names
            if name.sheet == sheet.name and (place := targets[name.name]) is not None
        ]
        found = workbook.sheet(sheet.name) or renamed_sheet(names, pristine, sheet, workbook)
        if found is None:
            continue
        sheets[sheet.name] = found
        broken = broken_rows(plan, sheet, workbook)
        marked = marked_rows(pristine.marks[sheet.name], found)
        anchors = {planned: row for planned, row in marked.items() if planned not in broken}
        anchors |= {name.area.first_row: place.row for name, place in names}
        if broken or any(planned != place for planned, place in anchors.items()):
            rows[sheet.name], gone[sheet.name], jumps = _stretch(sheet, anchors, broken)
            shifts += jumps
        moved = {name.area.first_column: place.column for name, place in names}
        if any(planned != place for planned, place in moved.items()):
            columns[sheet.name] = _follow(range(1, len(sheet.widths) + 1), moved)
    unmoved = {
        name: found.cells
        for name, found in sheets.items()
        if name not in rows and name not in columns
    }
    return Alignment(
        sheets=sheets, unmoved=unmoved, rows=rows, columns=columns, shifts=tuple(shifts), gone=gone
    )


def _ends(piece: Cell | Area) -> tuple[Cell, ...]:
    if isinstance(piece, Cell):
        return (piece,)
    rows = (piece.first_row, piece.last_row)
    return tuple(Cell(sheet=piece.sheet, row=row, column=piece.column) for row in rows)


def _stretch(
    sheet: SheetPlan, anchors: Mapping[int, int], broken: frozenset[int]
) -> tuple[dict[int, int], frozenset[int], list[Shift]]:
    """Every planned row's place, the rows that are gone, and where the distance changes."""
    planned_rows = sorted({cell.row for cell in sheet.cells})
    places = _follow(planned_rows, anchors)
    taken = set(anchors.values())
    lost = (row for row in planned_rows if row not in anchors and places[row] in taken)
    gone = broken.union(lost)
    shifts: list[Shift] = []
    offset = 0
    for row in planned_rows:
        if row in anchors and places[row] - row != offset:
            shifts.append(Shift(sheet=sheet.name, row=row, offset=places[row] - row - offset))
            offset = places[row] - row
    tail = [row for row in sorted(gone) if row > max(anchors, default=0)]
    if tail:
        shifts.append(Shift(sheet=sheet.name, row=tail[0], offset=-len(tail)))
    return places, gone, shifts


def _follow(planned: Iterable[int], anchors: Mapping[int, int]) -> dict[int, int]:
    """Each planned line where its anchor says, or as far off as the anchor before it."""
    places: dict[int, int] = {}
    offset = 0
    for line in planned:
        if line in anchors:
            offset = anchors[line] - line
        places[line] = line + offset
    return places
