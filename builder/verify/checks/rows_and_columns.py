"""Rows and columns that were inserted, deleted or put in another order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from builder.book.areas import in_words
from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address, cell_place, column_letters
from builder.formula.expression import Cell
from builder.kit.kit_plan import ScoredPlan
from builder.kit.sheet_names import EVIDENCE, METRICS
from builder.verify.difference import shortened
from builder.verify.held import Held

_NO_MORE = {"also": ""}
# Where a sheet itself has room for more.
_ROOM = {METRICS: "每组的空行", EVIDENCE: "表中的空行"}


def check_lines(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every place where lines came or went, and one for an order disturbed.

    Formulas that this broke or moved are counted in the first of a sheet. Rows that were only room
    for more are missed by nobody: unless formulas broke, those after the last in use are not told.
    """
    broken = _broken(held)
    for sheet in held.plan.sheets:
        told = [*_rows(held, sheet.name, broken), *_columns(held, sheet.name)]
        for number, finding in enumerate(told):
            cells = broken.get(sheet.name, ()) if number == 0 else ()
            also = f"，因此另有 {len(cells)} 格公式断开或错位" if cells else ""
            details = {**finding.details, "also": also}
            areas = held.areas(cells)
            yield replace(finding, details=details, areas=areas)
    yield from _strays(held)


def _strays(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for the inputs of a sheet that went without their rows."""
    by_sheet: dict[str, list[Cell]] = {}
    for cell in sorted(held.alignment.strays):
        by_sheet.setdefault(cell.sheet, []).append(cell)
    for cells in by_sheet.values():
        areas = held.areas(cells)
        found = held.finding(
            "QA438",
            cells[0],
            actual=str(abs(held.alignment.locate(cells[0]).row - cells[0].row)),
            count=str(len(cells)),
            places=in_words([area.rpartition("!")[2] for area in areas]),
        )
        yield replace(found, areas=areas)


def _broken(held: Held[ScoredPlan]) -> dict[str, list[Cell]]:
    """The formulas that are not to be used now, by the sheet whose lines went or moved."""
    found: dict[str, list[Cell]] = {}
    for one in held.altered:
        if one.follows and held.holds(one.cell):
            found.setdefault(one.follows, []).append(one.cell)
    return found


def _rows(
    held: Held[ScoredPlan], sheet: str, broken: Mapping[str, Sequence[Cell]]
) -> Iterator[Finding]:
    lines = held.alignment.rows.get(sheet)
    if lines is None:
        return
    room = frozenset() if broken.get(sheet) else held.plan.room.get(sheet, frozenset())
    for jump in lines.jumps:
        cell, count = Cell(sheet, jump.line, 1), str(abs(jump.offset))
        if jump.offset > 0:
            yield _inserted(held, cell, jump.offset)
        elif not lines.gone or not lines.gone <= room:
            yield held.finding("QA404", cell, actual=count, also="")
        elif any(row > jump.line for row in _in_use(held, sheet)):
            yield held.finding("QA467", cell, actual=count, also="")
    if lines.moved:
        first, count = lines.moved[0], str(len(lines.moved))
        cell = Cell(sheet, first, 1)
        yield held.finding("QA405", cell, expected=str(first), actual=count, also="")


def _inserted(held: Held[ScoredPlan], after: Cell, count: int) -> Finding:
    """Rows that were put in before a planned one: told at the first of them, with what it says."""
    place = held.place(after)
    row = cell_place(place.cell)[0] - count
    returned = held.alignment.sheets[after.sheet]
    texts = (
        cell.value
        for (line, _), cell in sorted(returned.cells.items())
        if row <= line < row + count and isinstance(cell.value, str) and cell.value.strip()
    )
    said = next(texts, "")
    return Finding(
        code="QA403",
        place=replace(place, cell=cell_address(row, 1)),
        actual=str(count),
        details={
            "said": f"，写着“{shortened(said)}”" if said else "",
            "where": _ROOM.get(after.sheet, "“自评说明”或“证据清单”"),
            **_NO_MORE,
        },
    )


def _in_use(held: Held[ScoredPlan], sheet: str) -> Iterator[int]:
    """The rows of a sheet in which something is filled in."""
    return (item.cell.row for item in held.inputs if item.cell.sheet == sheet)


def _columns(held: Held[ScoredPlan], sheet: str) -> Iterator[Finding]:
    lines = held.alignment.columns.get(sheet)
    if lines is None:
        return
    for jump in lines.jumps:
        code = "QA406" if jump.offset > 0 else "QA407"
        place = _head(held, Cell(sheet, 1, jump.line))
        yield Finding(code=code, place=place, actual=str(abs(jump.offset)), details=_NO_MORE)
    if lines.moved:
        first = lines.moved[0]
        place = _head(held, Cell(sheet, 1, first))
        yield Finding(code="QA408", place=place, expected=column_letters(first), details=_NO_MORE)


def _head(held: Held[ScoredPlan], cell: Cell) -> Place:
    """The head of a column; the first row, whatever else moved, is where a person looks."""
    found = held.alignment.locate(cell)
    return Place(path=held.path, sheet=found.sheet, cell=cell_address(1, found.column))
