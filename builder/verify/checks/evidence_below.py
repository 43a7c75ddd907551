"""What was written below the evidence table, where nothing is read."""

from collections.abc import Iterator

from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import EVIDENCE
from builder.verify.held import Held
from builder.verify.quoting import shown


def check_evidence_below(held: Held[KitPlan]) -> Iterator[Finding]:
    """At most one finding for what stands in rows after the last of the table."""
    alignment, evidence = held.alignment, held.plan.evidence
    sheet = alignment.sheets.get(EVIDENCE)
    # Where nothing moved the last row planned is the last row there.
    rows = evidence[-1:] if EVIDENCE in alignment.unmoved else evidence
    there = [row for row in rows if held.holds(row.name)]
    if sheet is None or not there:
        return
    row, number = max((alignment.locate(each.name).row, each.number) for each in there)
    below = sorted(
        place for place, cell in sheet.cells.items() if place[0] > row and cell.value is not None
    )
    if below:
        yield Finding(
            code="QA707",
            place=Place(path=held.path, sheet=sheet.name, cell=cell_address(*below[0])),
            actual=shown(sheet.value(*below[0])),
            details={"number": number, "count": str(len({place[0] for place in below}))},
        )
