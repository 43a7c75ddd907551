"""Scored rows that are not in order."""

from collections.abc import Iterator
from decimal import Decimal

from builder.book.book_plan import InputKind, InputPlan
from builder.findings.finding import Finding
from builder.formula.render import plain_number
from builder.formula.value import ErrorValue
from builder.kit.kit_plan import LeafPlan, ScoredPlan
from builder.kit.sheet_names import EVIDENCE
from builder.kit.status import (
    BELOW,
    BLANK,
    NOT_A_NUMBER,
    OFF_STEP,
    SCORED_THOUGH_REMOVED,
    UNPROVED,
)
from builder.kit.ways.table import way_of
from builder.model.days import made_a_day
from builder.verify.held import Held
from builder.verify.quoting import shown
from builder.verify.score_states import IN_BAND, SCORE_CODES, percent_text
from builder.verify.swallowed import is_swallowed
from builder.verify.typed_numbers import is_bare_number
from builder.verify.unlisted_bands import misfit, unlisted_band

# What may be wrong with a score, however it comes about.
_OF_ANY = (UNPROVED, SCORED_THOUGH_REMOVED, OFF_STEP)


def check_scores(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every scored row that is not in order, by the word its row shows."""
    told_by_row = {leaf.code for one in held.left_bare.values() for leaf in one.leaves}
    for leaf in held.plan.leaves:
        code = _code(held, leaf)
        if code and (code != SCORE_CODES[UNPROVED] or leaf.code not in told_by_row):
            band = unlisted_band(held, leaf.score, leaf.label) if leaf.banded else None
            yield band or _finding(held, code, leaf)


def _code(held: Held[ScoredPlan], leaf: LeafPlan) -> str | None:
    """The finding for a scored row, ``None`` where it is in order or its fault is told already."""
    if not held.holds(leaf.score):
        return None
    value = held.value(leaf.score)
    asked = leaf.rule is None and not leaf.computed
    typed_formula = asked and held.alignment.returned(leaf.score).formula is not None
    if typed_formula and not isinstance(value, Decimal):
        # Told as a formula where an answer belongs, whatever it comes to.
        return None
    if isinstance(value, ErrorValue) and leaf.rule is None:
        return SCORE_CODES[NOT_A_NUMBER]
    state = str(held.value(leaf.status))
    if leaf.rule is not None and state not in _OF_ANY:
        # Told by what is asked instead of points.
        return None
    told = (
        # Told at the clauses weighed, or as a cell that was joined with another.
        state == BLANK and (leaf.computed or is_swallowed(held, leaf.score)),
        state == UNPROVED and EVIDENCE not in held.alignment.sheets,
        # Proved by the names that were put in place of the planned ones, which is told.
        state == UNPROVED and held.as_filed.value(leaf.status) != UNPROVED,
    )
    return None if any(told) else SCORE_CODES.get(state)


def _off_step(held: Held[ScoredPlan], leaf: LeafPlan, item: InputPlan | None) -> dict[str, str]:
    """The step of a score, and what is wrong with one that is none of its steps."""
    step = plain_number(item.allowed.step) if item is not None and item.allowed.step else ""
    below = str(held.value(leaf.status)) == BELOW
    return {"step": step, "misfit": "低于 0" if below else f"不是 {step} 分的倍数"}


def _asked(held: Held[ScoredPlan], leaf: LeafPlan) -> InputPlan | None:
    """The input in which a score is typed; looked for only where something is to be told."""
    scores = (item for item in held.plan.inputs if item.kind is InputKind.SCORE)
    return next((item for item in scores if item.cell == leaf.score), None)


def _finding(held: Held[ScoredPlan], code: str, leaf: LeafPlan) -> Finding:
    value, item = held.value(leaf.score), _asked(held, leaf)
    made = made_a_day(value)
    day = f"（成了日期 {made}）" if made else ""
    if leaf.rule is not None:
        points = plain_number(held.exact.points(leaf.counted))
        expected = wanted = way_of(leaf.rule).wanted
        actual = given = f"{points} 分"
        if item is not None:
            expected, actual = item.allowed.span, shown(value)
        details = _off_step(held, leaf, item)
    elif leaf.banded:
        expected = wanted = IN_BAND
        actual = given = f"{percent_text(value)}{day}"
        details = {"misfit": misfit(held, leaf.score)}
    else:
        expected = f"0–{plain_number(leaf.points)}"
        wanted = f" {expected} 之间的自评分"
        actual = f"{shown(value)}{day}"
        given = f"{shown(value)} 分{day}"
        details = _off_step(held, leaf, item)
    return held.finding(
        code,
        leaf.score,
        indicator=leaf.code,
        expected=expected,
        actual=actual,
        label=leaf.label,
        given=given,
        wanted=wanted,
        nature="是按文字存的，不是数字" if is_bare_number(value) else "不是数字",
        **details,
    )
