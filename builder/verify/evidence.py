"""The rows of the evidence table that prove nothing, and why."""

from collections.abc import Iterator

from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.plan.evaluation import Evaluation
from builder.plan.sheet_names import EVIDENCE
from builder.plan.status import EVIDENCE_NO_INDICATOR, EVIDENCE_NO_NAME, EVIDENCE_UNKNOWN
from builder.plan.workbook import EvidenceRowPlan, WorkbookPlan
from builder.verify.alignment import Alignment
from builder.verify.structure import place_of, shown

# The finding for each word an evidence row can show.
_EVIDENCE_CODES = {
    EVIDENCE_NO_INDICATOR: "QA702",
    EVIDENCE_UNKNOWN: "QA703",
    EVIDENCE_NO_NAME: "QA704",
}


def check_evidence(
    plan: WorkbookPlan, alignment: Alignment, evaluation: Evaluation, path: str
) -> Iterator[Finding]:
    """One finding for every evidence row that names no indicator, an unknown one, or no name."""
    known = {leaf.label.casefold() for leaf in plan.leaves}
    for row in plan.evidence:
        word = str(evaluation.value(row.status))
        code = _EVIDENCE_CODES.get(word)
        if code:
            cell = row.indicator
            if word == EVIDENCE_NO_NAME:
                cell = row.name
            elif word == EVIDENCE_UNKNOWN:
                cell = _first_unknown(row, evaluation, known)
            yield Finding(
                code=code,
                place=place_of(alignment, cell, path),
                actual=shown(evaluation.value(cell)),
                details={"number": row.number},
            )


def check_evidence_below(plan: WorkbookPlan, alignment: Alignment, path: str) -> Iterator[Finding]:
    """At most one finding for what stands in rows after the last of the table."""
    sheet = alignment.sheets.get(EVIDENCE)
    # Where nothing moved the last row planned is the last row there.
    rows = plan.evidence[-1:] if EVIDENCE in alignment.unmoved else plan.evidence
    held = [row for row in rows if alignment.holds(row.name)]
    if sheet is None or not held:
        return
    row, number = max((alignment.locate(each.name).row, each.number) for each in held)
    below = sorted(
        place for place, cell in sheet.cells.items() if place[0] > row and cell.value is not None
    )
    if below:
        yield Finding(
            code="QA707",
            place=Place(path=path, sheet=sheet.name, cell=cell_address(*below[0])),
            actual=shown(sheet.value(*below[0])),
            details={"number": number, "count": str(len({place[0] for place in below}))},
        )


def _first_unknown(row: EvidenceRowPlan, evaluation: Evaluation, known: set[str]) -> Cell:
    """The first cell of a row whose indicator is not among the known ones."""
    named = (row.indicator, *(cell for cell in row.also if evaluation.value(cell)))
    return next(
        (cell for cell in named if str(evaluation.value(cell)).casefold() not in known), named[0]
    )
