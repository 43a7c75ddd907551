"""The inputs of a scoring row."""

from decimal import Decimal

from builder.book.book_plan import Allowed, InputKind, InputPlan
from builder.book.naming import indicator_name
from builder.formula.expression import Cell
from builder.kit.scoring.layout import Layout
from builder.model.official import Indicator

NOTE_LENGTH = 2000


def score_input(node: Indicator, cell: Cell, points: Decimal, step: Decimal) -> InputPlan:
    """A score in points, from 0 to the points in steps."""
    return InputPlan(
        name=indicator_name("score", node.code),
        kind=InputKind.SCORE,
        cell=cell,
        title=f"{node.label}　自评分",
        allowed=Allowed(low=Decimal(0), high=points, step=step),
        indicator=node.code,
    )


def band_inputs(
    node: Indicator, band: Cell, percent: Cell, layout: Layout
) -> tuple[InputPlan, InputPlan]:
    """A band from the list, and a percent inside it as a decimal fraction."""
    names = () if layout.bands is None else layout.bands.names
    return (
        InputPlan(
            name=indicator_name("band", node.code),
            kind=InputKind.BAND,
            cell=band,
            title=f"{node.label}　档",
            allowed=Allowed(options=names),
            indicator=node.code,
        ),
        InputPlan(
            name=indicator_name("percent", node.code),
            kind=InputKind.PERCENT,
            cell=percent,
            title=f"{node.label}　百分比",
            allowed=Allowed(low=Decimal(0), high=Decimal(1), step=layout.scheme.step),
            indicator=node.code,
        ),
    )


def note_input(node: Indicator, cell: Cell) -> InputPlan:
    """An explanation in words."""
    return InputPlan(
        name=indicator_name("note", node.code),
        kind=InputKind.TEXT,
        cell=cell,
        title=f"{node.label}　自评说明",
        allowed=Allowed(longest=NOTE_LENGTH),
        indicator=node.code,
    )
