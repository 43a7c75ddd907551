"""How the sheets print."""

import re
from collections.abc import Iterator

from builder.book.print_area import print_area
from builder.book.sheet import PrintedRows, SheetPlan
from builder.findings.finding import Finding
from builder.formula.address import column_number
from builder.formula.expression import Cell
from builder.formula.normal import normal_formula
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held

_PRINT_TITLES = "_xlnm.Print_Titles"
# What a program makes of a changing area where somebody sets up the page: as it is then.
_SET_UP = re.compile(r"[^!]+!\$A\$1:\$([A-Z]+)\$([0-9]+)")


def check_printing(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """At most one finding for all sheets that no longer print as they were handed out."""
    tabs = {sheet.name: place for place, sheet in enumerate(held.workbook.sheets)}
    names = held.workbook.names
    changed: list[str] = []
    for sheet in held.plan.sheets:
        if sheet.name not in held.alignment.unmoved:
            continue
        found = held.alignment.sheets[sheet.name].name
        titles = names.get(f"{tabs[found]}!{_PRINT_TITLES}", "")
        area = f"{tabs[found]}!_xlnm.Print_Area"
        wanted = f"$1:${sheet.head_rows}" if sheet.head_rows else ""
        if titles.rpartition("!")[2] != wanted or not _prints_all(held, sheet, names.get(area)):
            changed.append(found)
    if changed:
        yield held.sheet_finding("QA437", changed[0], actual="、".join(changed))


def _prints_all(held: Held[ScoredPlan], sheet: SheetPlan, area: str | None) -> bool:
    """Whether everything prints that is filled in."""
    if area is None or sheet.printed is None:
        return area is None
    rows = sheet.printed
    called = {planned: found.name for planned, found in held.alignment.sheets.items()}
    if normal_formula(area) == normal_formula(print_area(sheet.name, rows, called)):
        return True
    set_up = _SET_UP.fullmatch(area)
    return (
        set_up is not None
        and column_number(set_up[1]) >= rows.reach
        and int(set_up[2]) >= _last_used(held, sheet, rows)
    )


def _last_used(held: Held[ScoredPlan], sheet: SheetPlan, rows: PrintedRows) -> int:
    """The last row that must print, as far as the cells of the sheet itself say so."""
    column, first = rows.said
    if rows.down_to is not None:
        return rows.least
    cells = (Cell(sheet.name, row, column) for row in range(rows.last, first - 1, -1))
    return next((cell.row for cell in cells if held.value(cell) != ""), first)
