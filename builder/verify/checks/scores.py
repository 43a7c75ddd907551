"""Scored rows that are not in order."""

from collections.abc import Iterator

from builder.book.book_plan import InputKind
from builder.findings.finding import Finding
from builder.formula.render import plain_number
from builder.formula.value import ErrorValue
from builder.kit.kit_plan import LeafPlan, ScoredPlan
from builder.kit.sheet_names import EVIDENCE
from builder.kit.status import BLANK, NOT_A_NUMBER, UNPROVED
from builder.model.days import made_a_day
from builder.verify.held import Held
from builder.verify.quoting import shown
from builder.verify.score_states import IN_BAND, SCORE_CODES, percent_text
from builder.verify.unlisted_bands import misfit, unlisted_band


def check_scores(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every scored row that is not in order, by the word its row shows."""
    for leaf in held.plan.leaves:
        code = _code(held, leaf)
        if code:
            band = unlisted_band(held, leaf.score, leaf.label) if leaf.banded else None
            yield band or _finding(held, code, leaf)


def _code(held: Held[ScoredPlan], leaf: LeafPlan) -> str | None:
    """The finding for a scored row, ``None`` where it is in order or its fault is told already."""
    if not held.holds(leaf.score):
        return None
    if isinstance(held.value(leaf.score), ErrorValue):
        return SCORE_CODES[NOT_A_NUMBER]
    state = str(held.value(leaf.status))
    typed_formula = held.alignment.returned(leaf.score).formula is not None
    told = (
        # Told where it is answered: at a formula typed for an answer, or at the clauses weighed.
        state == BLANK and (leaf.computed or typed_formula),
        state == UNPROVED and EVIDENCE not in held.alignment.sheets,
    )
    return None if any(told) else SCORE_CODES.get(state)


def _finding(held: Held[ScoredPlan], code: str, leaf: LeafPlan) -> Finding:
    value = held.value(leaf.score)
    if leaf.banded:
        expected = wanted = IN_BAND
        actual = given = percent_text(value)
        details = {"misfit": misfit(held, leaf.score)}
    else:
        expected = f"0–{plain_number(leaf.points)}"
        wanted = f" {expected} 之间的自评分"
        made = made_a_day(value)
        day = f"（成了日期 {made}）" if made else ""
        actual = f"{shown(value)}{day}"
        given = f"{shown(value)} 分{day}"
        steps = (
            item.allowed.step
            for item in held.plan.inputs
            if item.kind is InputKind.SCORE and item.cell == leaf.score
        )
        step = next(steps, None)
        details = {"step": plain_number(step) if step else ""}
    return held.finding(
        code,
        leaf.score,
        indicator=leaf.code,
        expected=expected,
        actual=actual,
        label=leaf.label,
        given=given,
        wanted=wanted,
        **details,
    )
