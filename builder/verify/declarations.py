"""What was declared beside the scores: eligibility, vetoes, deletions and replacements."""

from collections.abc import Iterator
from decimal import Decimal

from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.formula.render import plain_number
from builder.formula.value import ErrorValue
from builder.plan.evaluation import Evaluation
from builder.plan.status import (
    DONE,
    FLAGGED,
    UNANSWERED,
    UNAPPROVED,
    UNKNOWN_ADJUSTMENT,
    UNNAMED,
    UNPROVED,
    UNPROVED_CLAIM,
)
from builder.plan.workbook import WorkbookPlan
from builder.verify.alignment import Alignment
from builder.verify.structure import place_of, shown

_ADJUSTMENT_CODES = {UNAPPROVED: "QA911", UNNAMED: "QA912", UNKNOWN_ADJUSTMENT: "QA913"}


def check_declarations(
    plan: WorkbookPlan, alignment: Alignment, evaluation: Evaluation, path: str
) -> Iterator[Finding]:
    """One finding for every answer that is open, flagged or not proved."""
    for item in plan.confirmations:
        state = _word(evaluation, item.status, otherwise=UNANSWERED)
        codes = {
            UNANSWERED: "QA901",
            FLAGGED: "QA904" if item.veto else "QA902",
            UNPROVED_CLAIM: "QA903",
        }
        if state in codes and alignment.holds(item.answer):
            cell = item.proof if state == UNPROVED_CLAIM else item.answer
            yield _finding(codes[state], item.label, item.answer, cell, alignment, evaluation, path)
    for row in plan.adjustments:
        state = _word(evaluation, row.status, otherwise=UNKNOWN_ADJUSTMENT)
        code = _ADJUSTMENT_CODES.get(state)
        if code and alignment.holds(row.answer):
            yield _finding(code, row.label, row.answer, row.answer, alignment, evaluation, path)
    for leaf in plan.leaves:
        points = evaluation.value(leaf.counted)
        # A score that is missing or wrong is told as such.
        scored = evaluation.value(leaf.status) in (DONE, UNPROVED) and alignment.holds(leaf.score)
        if leaf.veto and scored and isinstance(points, Decimal) and points < leaf.points:
            yield Finding(
                code="QA906",
                place=place_of(alignment, leaf.score, path, leaf.code),
                expected=plain_number(leaf.points),
                actual=plain_number(points),
                details={"label": leaf.label},
            )


def _word(evaluation: Evaluation, status: Cell, *, otherwise: str) -> str:
    """The word a status shows; an error value typed as the answer leaves it without one."""
    state = evaluation.value(status)
    return otherwise if isinstance(state, ErrorValue) else str(state)


def _finding(
    code: str,
    label: str,
    answer: Cell,
    cell: Cell,
    alignment: Alignment,
    evaluation: Evaluation,
    path: str,
) -> Finding:
    return Finding(
        code=code,
        place=place_of(alignment, cell, path),
        actual=shown(evaluation.value(answer)),
        details={"label": label},
    )
