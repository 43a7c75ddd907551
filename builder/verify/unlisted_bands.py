"""Bands that are none of their list: the cause of a percent that fits no band."""

from builder.book.book_plan import InputKind, InputPlan
from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held


def unlisted_band(held: Held[ScoredPlan], beside: Cell, label: str) -> Finding | None:
    """The finding at the band in the row of a cell, where something else than a band is typed."""
    item = next(
        (one for one in held.inputs if one.kind is InputKind.BAND and one.cell[:2] == beside[:2]),
        None,
    )
    if item is None or not _is_unlisted(held, item):
        return None
    return held.finding(
        "QA468",
        item.cell,
        indicator=item.indicator,
        expected="、".join(item.allowed.options),
        actual=held.typed(item.name),
        label=label,
    )


def _is_unlisted(held: Held[ScoredPlan], item: InputPlan) -> bool:
    known = item.name in held.options or held.filled[item.name].formula is not None
    return not known and held.typed(item.name) not in ("", *item.allowed.options)
