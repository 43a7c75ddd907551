"""The next points that a leaf can come to by the rule that scores it, and what they demand."""

from decimal import Decimal

from builder.formula.expression import Expression, constant
from builder.formula.words import (
    IF,
    INT,
    MIN,
    NOT,
    OR,
    ROUND,
    divided,
    equal,
    minus,
    more,
    plus,
    times,
)
from builder.frozen import frozen
from builder.kit.kit_plan import LeafPlan
from builder.kit.ways.asked import Asking
from builder.model.joins import PLACES
from builder.model.leaf_rules import DirectPoints, PercentInBand, PickOne
from builder.model.scales import percent_step, usable_bands
from builder.model.scheme import Scheme

TENTH, FULL = "得分率提高一成", "提高到满分"
# Without bands there is no next one: steps of the same share of full marks can be compared.
_TENTHS = 10


@frozen
class NextStep:
    """What a leaf comes to next; ``easy`` is whether no more is demanded than for what it has.

    ``how`` says what the step is, empty where it is one of a percent in its band.
    """

    points: Expression
    easy: Expression
    how: str


def next_step(scheme: Scheme, leaf: LeafPlan, asking: Asking) -> NextStep:
    """The next step up of a leaf from the points that count; full marks where nobody can say."""
    rule, full = asking.rule, leaf.points
    if isinstance(rule, DirectPoints):
        return NextStep(points=_a_tenth_more(leaf, asking.step), easy=constant(1), how=TENTH)
    if isinstance(rule, PercentInBand) and not leaf.computed and full:
        percent = next_percent(scheme, leaf.counted, full)
        lows = (band.low for band in usable_bands(scheme) if band.low)
        begins = OR(*(equal(ROUND(percent, PLACES), low) for low in lows))
        return NextStep(
            points=ROUND(times(full, percent), PLACES), easy=IF(NOT(begins), 1, 0), how=""
        )
    if isinstance(rule, PickOne) and not rule.has_ranges:
        higher = (
            IF(more(option.points, leaf.counted), option.points, full) for option in rule.options
        )
        return NextStep(points=MIN(*higher), easy=constant(0), how="改选更高的一项")
    return NextStep(points=constant(full), easy=constant(0), how=FULL)


def next_percent(scheme: Scheme, points: Expression, full: Expression | Decimal) -> Expression:
    """The percent after the one that some points are of full marks, as a decimal fraction."""
    share = divided(points, full)
    return MIN(1, ROUND(_stepped(share, percent_step(scheme)), PLACES))


def _a_tenth_more(leaf: LeafPlan, step: Decimal) -> Expression:
    """The next tenth of full marks, rounded up to what can be typed."""
    full = leaf.points
    if not full:
        return constant(0)
    tenths = plus(INT(ROUND(divided(times(leaf.counted, _TENTHS), full), PLACES)), 1)
    steps = INT(minus(0, ROUND(divided(times(tenths, full / _TENTHS), step), PLACES)))
    return MIN(full, ROUND(times(minus(0, steps), step), PLACES))


def _stepped(value: Expression, step: Decimal) -> Expression:
    """The multiple of a step after a value, safe from binary rounding."""
    return times(plus(INT(ROUND(divided(value, step), PLACES)), 1), step)
