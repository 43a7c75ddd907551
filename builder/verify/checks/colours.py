"""The colours that lie over cells while a rule holds."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.kit.kit_plan import ScoredPlan
from builder.verify.cell_rules import returned_conditions, uncovered
from builder.verify.held import Held


def check_colours(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """At most one finding for the colours of all sheets whose cells did not move."""
    cells: list[Cell] = []
    said: list[str] = []
    for sheet in held.plan.sheets:
        if sheet.name not in held.alignment.unmoved:
            continue
        found = returned_conditions(held.alignment.sheets[sheet.name].conditions)
        lost = {
            place
            for rule in held.pristine.conditions[sheet.name]
            for place in uncovered(rule, found.get(rule.said, ()))
        }
        if lost:
            cells.append(Cell(sheet.name, *min(lost)))
            said.append(f"“{held.alignment.sheets[sheet.name].name}”有 {len(lost)} 格")
    if cells:
        yield held.finding("QA436", cells[0], actual="、".join(said))
