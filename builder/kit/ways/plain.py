"""Leaves that are scored as most notices do: points typed, or a percent in a band."""

from decimal import Decimal

from builder.book.book_plan import Allowed, InputKind
from builder.book.evaluation import Evaluation
from builder.book.style import Style
from builder.formula.render import plain_number, short_number
from builder.formula.words import AND, ISNUMBER, NOT, equal, less, more
from builder.kit.kit_plan import LeafPlan
from builder.kit.status import (
    BELOW,
    BLANK,
    NO_REASON,
    NOT_A_NUMBER,
    OFF_BAND,
    OFF_STEP,
    OVER,
    counted_percent,
    counted_points,
    is_blank,
    on_step,
)
from builder.kit.ways.asked import Answered, Ask, Asking, Case, Judged
from builder.model.days import made_a_day
from builder.model.leaf_rules import DirectPoints, PercentInBand


def asks_points(_rule: DirectPoints, asking: Asking) -> tuple[Ask, ...]:
    """A score in points, from 0 to full marks in steps."""
    allowed = Allowed(low=Decimal(0), high=asking.points, step=asking.step)
    return (
        Ask(kind=InputKind.SCORE, text="", style=Style.INPUT_POINTS, allowed=allowed, own=True),
    )


def judged_points(_rule: DirectPoints, leaf: Answered) -> Judged:
    """Points as they are typed, never over full marks."""
    score = leaf.score
    return Judged(
        worth=counted_points(score, leaf.limit),
        wrong=(
            (equal(score, ""), BLANK),
            (NOT(ISNUMBER(score)), NOT_A_NUMBER),
            (less(score, 0), BELOW),
            (NOT(on_step(score, leaf.asking.step)), OFF_STEP),
            (more(score, leaf.limit), OVER),
        ),
    )


def explained_points(rule: DirectPoints, asking: Asking) -> tuple[str, ...]:
    """The step, where it is the leaf's own."""
    return () if rule.step is None else (f"打分以 {plain_number(asking.step)} 分为一级。",)


def told_points(_rule: DirectPoints, leaf: LeafPlan, values: Evaluation) -> str:
    """What counts of points that cannot count as they are."""
    typed, counted = values.value(leaf.score), values.points(leaf.counted)
    if not isinstance(typed, Decimal) or typed == counted:
        return ""
    day = made_a_day(typed)
    said = f"填的是日期 {day}" if day else f"填 {short_number(typed)} 分"
    full = short_number(leaf.points)
    return f"{said}，按 {short_number(counted)} 分计（分值 {full} 分）"


def judged_percent(_rule: PercentInBand, leaf: Answered) -> Judged:
    """A percent of full marks that must lie in its band."""
    percent, fits = leaf.score, leaf.fits
    unexplained = AND(less(percent, leaf.described_from), is_blank(leaf.reason))
    wrong: tuple[Case, ...] = (
        (equal(percent, ""), BLANK),
        (NOT(ISNUMBER(percent)), NOT_A_NUMBER),
        # A percent that weights compute need not be a step of any band.
        *(((equal(fits, 0), OFF_BAND),) if fits is not None else ()),
        *(((unexplained, NO_REASON),) if leaf.described_from else ()),
    )
    return Judged(worth=counted_percent(percent, leaf.limit), wrong=wrong)


def explained_percent(_rule: PercentInBand, _asking: Asking) -> tuple[str, ...]:
    """Nothing: the bands are explained once for all."""
    return ()


def told_percent(_rule: PercentInBand, _leaf: LeafPlan, _values: Evaluation) -> str:
    """Nothing: a percent of full marks is plain."""
    return ""
