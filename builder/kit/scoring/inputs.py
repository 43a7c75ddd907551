"""The inputs of a scoring row."""

from decimal import Decimal

from builder.book.book_plan import Allowed, InputKind, InputPlan
from builder.formula.expression import Cell
from builder.kit.indicator_input import indicator_input
from builder.kit.scoring.layout import Layout
from builder.kit.ways.asked import Ask
from builder.model.official import Indicator
from builder.model.scales import percent_step

# So many a row shows whole, as high as a row can be.
NOTE_LENGTH = 600


def asked_input(node: Indicator, cell: Cell, ask: Ask, noun: str) -> InputPlan:
    """What is asked in a leaf's own row; ``noun`` is what points are called."""
    name = "score" if ask.kind is InputKind.SCORE else "answer"
    return indicator_input(name, ask.kind, node, cell, ask.text or noun, ask.allowed)


def part_input(node: Indicator, cell: Cell, ask: Ask, place: int) -> InputPlan:
    """What is asked in a row beneath a leaf, counted from 0."""
    return indicator_input(f"answer{place + 1}", ask.kind, node, cell, ask.text, ask.allowed)


def band_inputs(
    node: Indicator, band: Cell, percent: Cell, layout: Layout
) -> tuple[InputPlan, InputPlan]:
    """A band from the list, and a percent inside it as a decimal fraction."""
    bands = Allowed(options=() if layout.bands is None else layout.bands.names)
    percents = Allowed(low=Decimal(0), high=Decimal(1), step=percent_step(layout.scheme))
    return (
        indicator_input("band", InputKind.BAND, node, band, "档次", bands),
        indicator_input("percent", InputKind.PERCENT, node, percent, "百分比", percents),
    )


def note_input(node: Indicator, cell: Cell) -> InputPlan:
    """An explanation in words."""
    allowed = Allowed(longest=NOTE_LENGTH)
    return indicator_input("note", InputKind.TEXT, node, cell, "自评说明", allowed)
