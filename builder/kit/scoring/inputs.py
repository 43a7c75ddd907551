"""The inputs of a scoring row."""

from decimal import Decimal

from builder.book.book_plan import Allowed, InputKind, InputPlan
from builder.formula.expression import Cell
from builder.kit.indicator_input import indicator_input
from builder.kit.scoring.layout import Layout
from builder.model.official import Indicator

NOTE_LENGTH = 2000


def score_input(
    node: Indicator, cell: Cell, noun: str, points: Decimal, step: Decimal
) -> InputPlan:
    """A score in points, from 0 to the points in steps; ``noun`` is what it is called."""
    allowed = Allowed(low=Decimal(0), high=points, step=step)
    return indicator_input("score", InputKind.SCORE, node, cell, noun, allowed)


def band_inputs(
    node: Indicator, band: Cell, percent: Cell, layout: Layout
) -> tuple[InputPlan, InputPlan]:
    """A band from the list, and a percent inside it as a decimal fraction."""
    bands = Allowed(options=() if layout.bands is None else layout.bands.names)
    percents = Allowed(low=Decimal(0), high=Decimal(1), step=layout.scheme.step)
    return (
        indicator_input("band", InputKind.BAND, node, band, "档", bands),
        indicator_input("percent", InputKind.PERCENT, node, percent, "百分比", percents),
    )


def note_input(node: Indicator, cell: Cell) -> InputPlan:
    """An explanation in words."""
    allowed = Allowed(longest=NOTE_LENGTH)
    return indicator_input("note", InputKind.TEXT, node, cell, "自评说明", allowed)
