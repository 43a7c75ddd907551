"""The rows of the evidence table that prove nothing, and why."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.kit.kit_plan import EvidenceRowPlan, KitPlan
from builder.kit.status import EVIDENCE_NO_INDICATOR, EVIDENCE_NO_NAME, EVIDENCE_UNKNOWN
from builder.verify.held import Held
from builder.verify.open_rows import NOTHING_LEFT

# The finding for each word an evidence row can show.
_EVIDENCE_CODES = {
    EVIDENCE_NO_INDICATOR: "QA702",
    EVIDENCE_UNKNOWN: "QA703",
    EVIDENCE_NO_NAME: "QA704",
}


def check_evidence_rows(held: Held[KitPlan]) -> Iterator[Finding]:
    """One finding for every evidence row that names no indicator, an unknown one, or no name.

    What stands in a list that was altered is told there.
    """
    known = {leaf.label.casefold() for leaf in held.plan.leaves}
    for row in held.plan.evidence:
        word = str(held.value(row.status))
        code = _EVIDENCE_CODES.get(word)
        listed = word == EVIDENCE_UNKNOWN and held.as_filed.value(row.status) != word
        if code and not listed:
            cell = row.indicator
            if word == EVIDENCE_NO_NAME:
                cell = row.name
            elif word == EVIDENCE_UNKNOWN:
                cell = _first_unknown(held, row, known)
            bare = held.left_bare.get(row.number, NOTHING_LEFT)
            labels = "、".join(f"“{leaf.label}”" for leaf in bare.leaves)
            left = f"，{labels}{'' if bare.names else '可能'}因此缺证据" if labels else ""
            actual = held.shown(cell)
            yield held.finding(code, cell, actual=actual, number=row.number, left=left)


def _first_unknown(held: Held[KitPlan], row: EvidenceRowPlan, known: set[str]) -> Cell:
    """The first cell of a row whose indicator is not among the known ones."""
    named = (row.indicator, *(cell for cell in row.also if held.value(cell)))
    return next((cell for cell in named if str(held.value(cell)).casefold() not in known), named[0])
