"""What was declared beside the scores: eligibility, vetoes, deletions and replacements."""

from collections.abc import Iterator
from decimal import Decimal

from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.formula.render import plain_number
from builder.formula.value import ErrorValue
from builder.kit.kit_plan import ConfirmationPlan, KitPlan
from builder.kit.status import (
    DONE,
    FLAGGED,
    LACKS_FIGURES,
    UNANSWERED,
    UNAPPROVED,
    UNKNOWN_ADJUSTMENT,
    UNNAMED,
    UNPROVED_CLAIM,
    UNPROVED_SCORE,
)
from builder.verify.difference import shortened
from builder.verify.held import Held

_ADJUSTMENT_CODES = {UNAPPROVED: "QA911", UNNAMED: "QA912", UNKNOWN_ADJUSTMENT: "QA913"}


def check_declarations(held: Held[KitPlan]) -> Iterator[Finding]:
    """One finding for every answer that is open, flagged or not proved."""
    for item in held.plan.confirmations:
        state = _word(held, item.status, otherwise=UNANSWERED)
        codes = {
            UNANSWERED: "QA901",
            FLAGGED: "QA904" if item.veto else "QA902",
            UNPROVED_CLAIM: "QA903",
        }
        if state in codes and held.holds(item.answer):
            cell = item.proof if state == UNPROVED_CLAIM else item.answer
            answer = held.shown(item.answer)
            yield held.finding(codes[state], cell, actual=answer, label=_label(item))
    for row in held.plan.adjustments:
        state = _word(held, row.status, otherwise=UNKNOWN_ADJUSTMENT)
        code = _ADJUSTMENT_CODES.get(state)
        if code and held.holds(row.answer):
            yield held.finding(code, row.answer, actual=held.shown(row.answer), label=row.label)
    for leaf in held.plan.leaves:
        points = held.value(leaf.counted)
        # A score that is missing or wrong is told as such.
        scored = held.value(leaf.status) in (DONE, *UNPROVED_SCORE, LACKS_FIGURES) and held.holds(
            leaf.score
        )
        if leaf.veto and scored and isinstance(points, Decimal) and points < leaf.points:
            yield held.finding(
                "QA906",
                leaf.score,
                indicator=leaf.code,
                expected=plain_number(leaf.points),
                actual=plain_number(points),
                label=leaf.label,
            )


def _label(item: ConfirmationPlan) -> str:
    """What is asked, in words that say it away from the sheet, too."""
    number = item.label.partition("\u3000")[0]
    return f"{number}\u3000{shortened(item.wording.lstrip('—'))}" if item.wording else item.label


def _word(held: Held[KitPlan], status: Cell, *, otherwise: str) -> str:
    """The word a status shows; an error value typed as the answer leaves it without one."""
    state = held.value(status)
    return otherwise if isinstance(state, ErrorValue) else str(state)
