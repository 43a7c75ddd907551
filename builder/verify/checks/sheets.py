"""Sheets that are gone, renamed or added."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.kit.kit_plan import ScoredPlan
from builder.kit.sheet_names import CARRIED, PROBLEMS
from builder.verify.held import Held
from builder.verify.hidden_sheets import copies_of, hidden_sheets

# Sheets that WPS adds by itself, for pictures kept in cells.
_OF_PROGRAMS = ("WpsReserved_",)


def check_sheets(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every planned sheet that is not there under its name.

    What was there for the applicant's own use may be gone, and older workbooks never had it.
    """
    for sheet in held.plan.sheets:
        found = held.alignment.sheets.get(sheet.name)
        if found is None and sheet.own:
            continue
        if found is None:
            code = "QA410" if sheet.name in held.emptied else "QA401"
            yield held.sheet_finding(code, sheet.name, expected=sheet.name)
        elif found.name != sheet.name:
            yield held.sheet_finding("QA402", found.name, expected=sheet.name, actual=found.name)


def check_added_sheets(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every sheet that was not planned.

    The copy of a hidden sheet is told with the sheet.
    """
    known = {sheet.name for sheet in held.alignment.sheets.values()} | {PROBLEMS, CARRIED}
    known |= {sheet.name for sheet in held.plan.sheets}
    known |= {copy.name for seen in hidden_sheets(held) for copy in copies_of(held, seen)}
    for sheet in held.workbook.sheets:
        if sheet.name not in known and not sheet.name.startswith(_OF_PROGRAMS):
            yield held.sheet_finding("QA409", sheet.name, actual=sheet.name)
