"""The rows of the evidence table that prove nothing, and why."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.plan.evaluation import Evaluation
from builder.plan.status import EVIDENCE_NO_INDICATOR, EVIDENCE_NO_NAME, EVIDENCE_UNKNOWN
from builder.plan.workbook import WorkbookPlan
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
    for row in plan.evidence:
        code = _EVIDENCE_CODES.get(str(evaluation.value(row.status)))
        if code:
            cell = row.name if code == _EVIDENCE_CODES[EVIDENCE_NO_NAME] else row.indicator
            yield Finding(
                code=code,
                place=place_of(alignment, cell, path),
                actual=shown(evaluation.value(row.indicator)),
                details={"number": row.number},
            )
