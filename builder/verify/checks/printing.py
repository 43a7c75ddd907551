"""How the sheets print."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held

_PRINT_TITLES = "_xlnm.Print_Titles"


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
        if titles.rpartition("!")[2] != wanted or area in names:
            changed.append(found)
    if changed:
        yield held.sheet_finding("QA437", changed[0], actual="、".join(changed))
