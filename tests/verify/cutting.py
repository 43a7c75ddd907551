"""What programs leave of a workbook file after somebody cut cells and pasted them."""

import re
from collections.abc import Collection, Mapping
from functools import partial

from builder.formula.address import cell_address, cell_place
from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.verify.cell_rules import area_of
from tests.verify.tampering import (
    REFERENCE,
    WORKBOOK,
    edited,
    formulas,
    names,
    packed,
    parts_of,
    sheet_part,
    without_shared_formulas,
)

_CELL = re.compile(r'<c r="([A-Z]+\d+)"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)


def with_cells_cut(
    content: bytes, plan: KitPlan, area: tuple[Cell, Cell], to: Cell, *, breaks: bool = True
) -> bytes:
    """The file after the cells of an area were cut and pasted from ``to`` on.

    What looked at the cells looks where they went; ``breaks`` says whether what looked at the
    cells pasted over points nowhere, as Excel leaves it, or still at them, as LibreOffice does.
    """
    first, last = area
    moved = {
        Cell(first.sheet, row, column): Cell(
            to.sheet, row - first.row + to.row, column - first.column + to.column
        )
        for row in range(first.row, last.row + 1)
        for column in range(first.column, last.column + 1)
    }
    follow = partial(_followed, moved, moved.values() if breaks else ())
    for sheet in plan.sheets:
        if b't="shared"' in parts_of(content)[sheet_part(plan, sheet.name)]:
            content = without_shared_formulas(content, plan, sheet.name)
    parts = parts_of(content)
    for sheet in plan.sheets:
        part = sheet_part(plan, sheet.name)
        parts[part] = formulas(parts[part].decode(), partial(follow, sheet.name)).encode()
    parts[WORKBOOK] = names(parts[WORKBOOK].decode(), partial(follow, "")).encode()
    assert first.sheet == to.sheet
    return edited(packed(parts), sheet_part(plan, to.sheet), partial(_pasted, moved))


def _followed(moved: Mapping[Cell, Cell], broken: Collection[Cell], home: str, formula: str) -> str:
    def follow(match: re.Match[str]) -> str:
        named, column, row, *rest = match.groups()
        if rest[1] is not None:
            return match[0]
        sheet = (named or home).strip("'")
        cell = Cell(sheet, *cell_place(f"{column}{row}".replace("$", "")))
        prefix = f"{named}!" if named else ""
        if cell in moved:
            address = cell_address(*moved[cell][1:])
            return prefix + (re.sub(r"([A-Z]+)", r"$\1$", address) if "$" in match[0] else address)
        return f"{prefix}#REF!" if cell in broken else match[0]

    pieces = re.split(r'("(?:[^"]|"")*")', formula)
    return "".join(p if p.startswith('"') else REFERENCE.sub(follow, p) for p in pieces)


def _pasted(moved: dict[Cell, Cell], xml: str) -> str:
    """The sheet with the cells where they went, and the rules that they took with them."""
    there = {cell[1:]: place[1:] for cell, place in moved.items()}
    stood = {cell_place(match[1]): match[0] for match in _CELL.finditer(xml)}
    left = {at: markup for at, markup in stood.items() if at not in {*there, *there.values()}}
    for cell, place in there.items():
        if cell in stood:
            left[place] = stood[cell].replace(cell_address(*cell), cell_address(*place), 1)

    def row(match: re.Match[str]) -> str:
        cells = "".join(left[at] for at in sorted(left) if at[0] == int(match[2]))
        return f"{match[1]}>{cells}</row>"

    xml = re.sub(r'(<row r="(\d+)"[^>]*?)(?:/>|>.*?</row>)', row, xml, flags=re.DOTALL)
    return re.sub(r'(<dataValidation [^>]*sqref=")([^"]*)', partial(_ruled, moved), xml)


def _ruled(moved: dict[Cell, Cell], match: re.Match[str]) -> str:
    cells = {
        (row, column)
        for area in map(area_of, match[2].split())
        for row in range(area.first_row, area.last_row + 1)
        for column in range(area.first_column, area.last_column + 1)
    }
    went = {place[1:] for cell, place in moved.items() if cell[1:] in cells}
    gone = {cell[1:] for cell in (*moved, *moved.values())}
    left = sorted((cells - gone) | went)
    return match[1] + " ".join(cell_address(*place) for place in left)
