"""Where the cells of the plan stand in a returned file, after a person moved rows or sheets."""

from collections.abc import Iterable, Mapping, Sequence

from builder.book.sheet import Formula
from builder.formula.address import area_address, quoted_sheet
from builder.formula.expression import Area, Cell
from builder.formula.value import ErrorValue
from builder.frozen import frozen
from builder.kit.kit_plan import ScoredPlan
from builder.model.returned import NOTHING, ReturnedCell, ReturnedSheet, ReturnedWorkbook
from builder.verify.anchors import (
    broken_rows,
    cut_rows,
    found_columns,
    kept_rows,
    marked_rows,
    name_target,
    named_rows,
)
from builder.verify.found_sheets import found_sheets
from builder.verify.moved_lines import Lines, follow
from builder.verify.pristine import Pristine
from builder.verify.strays import find_strays

_NO_LINES = Lines(places={}, gone=frozenset(), jumps=(), moved=())


@frozen
class Alignment:
    """The way from plan to file.

    ``sheets`` maps a planned sheet to the file's, and lacks the ``lost`` ones, which are gone or
    hold nothing any more, and those for the applicant's own use of which that is so; ``rows`` and
    ``columns`` tell, by planned sheet, where they went on the sheets on which any did. ``unmoved``
    are the sheets where all stands in its place; ``strays`` inputs that went without their rows.
    """

    sheets: Mapping[str, ReturnedSheet]
    unmoved: Mapping[str, ReturnedSheet]
    lost: tuple[str, ...]
    rows: Mapping[str, Lines]
    columns: Mapping[str, Lines]
    strays: Mapping[Cell, Cell]

    @property
    def untouched(self) -> bool:
        """Whether every cell stands where the plan put it."""
        return not (
            self.rows
            or self.columns
            or self.strays
            or any(n != sheet.name for n, sheet in self.sheets.items())
        )

    def locate(self, cell: Cell) -> Cell:
        """The cell of the file in which a planned cell now stands."""
        if cell in self.strays:
            return self.strays[cell]
        sheet = self.sheets.get(cell.sheet)
        return Cell(
            sheet=cell.sheet if sheet is None else sheet.name,
            row=self.rows.get(cell.sheet, _NO_LINES).places.get(cell.row, cell.row),
            column=self.columns.get(cell.sheet, _NO_LINES).places.get(cell.column, cell.column),
        )

    def holds(self, cell: Cell) -> bool:
        """Whether the file still has the planned cell, whatever is in it now."""
        return (
            cell.sheet in self.sheets
            and cell.row not in self.rows.get(cell.sheet, _NO_LINES).gone
            and cell.column not in self.columns.get(cell.sheet, _NO_LINES).gone
        )

    @property
    def complete(self) -> bool:
        """Whether every planned sheet, row and column is there, in the planned order."""
        return not self.lost and not any(
            lines.gone or lines.moved for lines in (*self.rows.values(), *self.columns.values())
        )

    def reaches(self, formula: Formula, home: Cell) -> bool:
        """Whether the file still has every cell that a formula planned for ``home`` names.

        Where it has not, spreadsheets put ``#REF!`` or a shorter area: a consequence, no fault.
        """
        named = (piece for piece in formula.pieces if not isinstance(piece, str))
        ends = (end for piece in named for end in _ends(piece))
        return all(self.holds(formula.meant(home, end)) for end in ends)

    def clipped(self, formula: Formula, home: Cell) -> str:
        """The text of a formula that names cells which are gone, as spreadsheets make it of it."""
        return "".join(
            piece if isinstance(piece, str) else self._clipped(piece, formula, home)
            for piece in formula.pieces
        )

    def _clipped(self, piece: Cell | Area, formula: Formula, home: Cell) -> str:
        """What is left of an area whose first or last rows went; of a cell that went, an error."""
        cells = (formula.meant(home, piece),) if isinstance(piece, Cell) else piece.cells
        top, end = (next(filter(self.holds, side), None) for side in (cells, reversed(cells)))
        if top is None or end is None:
            return ErrorValue.REF
        first, last = self.locate(top), self.locate(end)
        prefix = "" if first.sheet == self.locate(home).sheet else f"{quoted_sheet(first.sheet)}!"
        return prefix + area_address(first.row, first.column, last.row, last.column)

    def moved_sheet(self, formula: Formula, home: Cell) -> str:
        """The first sheet where a formula stands or looks on which lines went, or that is gone."""
        named = (piece.sheet for piece in formula.pieces if not isinstance(piece, str))
        sheets = (home.sheet, *named)
        return next(
            (one for one in sheets if one in self.rows or one in self.columns or one in self.lost),
            "",
        )

    def is_disturbed(self, sheet: str) -> bool:
        """Whether rows or columns of a sheet were put in another order.

        Names then stay behind, and spreadsheets rewrite formulas in ways of their own:
        consequences, no faults.
        """
        return any(
            lines.moved
            for by_sheet in (self.rows, self.columns)
            for lines in (by_sheet.get(sheet, _NO_LINES),)
        )

    def disturbs(self, formula: Formula, home: Cell) -> bool:
        """Whether the order was disturbed where a formula stands or looks."""
        named = (piece.sheet for piece in formula.pieces if not isinstance(piece, str))
        return self.is_disturbed(home.sheet) or any(map(self.is_disturbed, named))

    def returned(self, cell: Cell) -> ReturnedCell:
        """What the file holds where the planned cell now stands; an empty cell where nothing."""
        sheet, row, column = cell
        found = self.unmoved.get(sheet)
        if found is not None:
            return found.cells.get((row, column), NOTHING)
        if not self.holds(cell):
            return NOTHING
        place = self.locate(cell)
        return self.sheets[sheet].cells.get((place.row, place.column), NOTHING)

    def contents(self, sheet: str, places: Sequence[tuple[int, int]]) -> Iterable[ReturnedCell]:
        """What the file holds at places of one planned sheet, in their order."""
        found = self.unmoved.get(sheet)
        if found is not None:
            return found.contents(places)
        return [self.returned(Cell(sheet, row, column)) for row, column in places]


def align(pristine: Pristine[ScoredPlan], workbook: ReturnedWorkbook) -> Alignment:
    """The alignment that the file's fixed texts and defined names bear witness to.

    A text is believed before a name: a name may be redirected while nothing has moved, and a row
    that was sorted leaves its name behind.
    """
    plan = pristine.plan
    targets = {
        name: first if text == pristine.addresses[name] else name_target(text)
        for name, (first, _) in pristine.corners.items()
        for text in (workbook.names.get(name, ""),)
    }
    pointing = {
        sheet.name: [
            (name, place)
            for name in pristine.names[sheet.name]
            if (place := targets[name.name]) is not None
        ]
        for sheet in plan.sheets
    }
    there = found_sheets(pristine, workbook, pointing)
    sheets: dict[str, ReturnedSheet] = {}
    rows: dict[str, Lines] = {}
    columns: dict[str, Lines] = {}
    strays: dict[Cell, Cell] = {}
    for sheet in plan.sheets:
        found = there.get(sheet.name)
        if found is None or found.is_bare:
            continue
        sheets[sheet.name] = found
        names = [one for one in pointing[sheet.name] if one[1].sheet == found.name]
        across = found_columns(names, pristine.heads[sheet.name], found)
        moved: dict[int, int] | None = None
        if any(planned != place for planned, place in across.items()):
            columns[sheet.name] = follow(range(1, len(sheet.widths) + 1), across)
            moved = {place: column for column, place in columns[sheet.name].places.items()}
        broken = broken_rows(pristine.names[sheet.name], workbook)
        anchors = named_rows(names)
        stays = not broken and all(planned == place for planned, place in anchors.items())
        marks = pristine.marked[sheet.name]
        astray = any(place[1:] != pristine.corners[name.name][0][1:] for name, place in names)
        if stays and not astray and found.values(marks.places) == marks.items:
            continue
        marked = marked_rows(pristine.marks[sheet.name], found, moved)
        # What its own text finds was not deleted, whatever was pasted over its answers.
        broken -= marked.keys()
        anchors |= kept_rows(anchors, sheet, found) | marked
        broken |= cut_rows(pristine.marks[sheet.name], anchors, found)
        if broken or any(planned != place for planned, place in anchors.items()):
            rows[sheet.name] = follow(sorted({cell.row for cell in sheet.cells}), anchors, broken)
        if astray and sheet.name not in rows and sheet.name not in columns:
            strays |= find_strays(pristine, names, found)
    moved_sheets = {*rows, *columns, *(cell.sheet for cell in strays)}
    unmoved = {name: found for name, found in sheets.items() if name not in moved_sheets}
    lost = tuple(sheet.name for sheet in plan.sheets if sheet.name not in sheets and not sheet.own)
    return Alignment(
        sheets=sheets, unmoved=unmoved, lost=lost, rows=rows, columns=columns, strays=strays
    )


def _ends(piece: Cell | Area) -> tuple[Cell, ...]:
    if isinstance(piece, Cell):
        return (piece,)
    rows = (piece.first_row, piece.last_row)
    return tuple(Cell(sheet=piece.sheet, row=row, column=piece.column) for row in rows)
