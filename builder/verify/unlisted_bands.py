"""Bands that are none of their list: the cause of a percent that fits no band."""

from decimal import Decimal

from builder.book.book_plan import InputKind, InputPlan
from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held
from builder.verify.score_states import percent_text


def misfit(held: Held[ScoredPlan], percent: Cell) -> str:
    """Why a percent fits no band, and which one was perhaps meant."""
    value = held.value(percent)
    if value is None:
        return "还没有选，只选了档"
    hundredth = value / 100 if isinstance(value, Decimal) else Decimal(0)
    hint = f"；是不是 {percent_text(hundredth)}" if 0 < hundredth <= 1 < hundredth * 100 else ""
    item = _band_beside(held, percent)
    chosen = item is not None and held.typed(item.name)
    return f"{'不在本档' if chosen else '没有选档，不知道落在哪一档'}{hint}"


def unlisted_band(held: Held[ScoredPlan], beside: Cell, label: str) -> Finding | None:
    """The finding at the band in the row of a cell, where something else than a band is typed."""
    item = _band_beside(held, beside)
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


def _band_beside(held: Held[ScoredPlan], beside: Cell) -> InputPlan | None:
    """The band typed in the row of a cell, if any is."""
    return next(
        (one for one in held.inputs if one.kind is InputKind.BAND and one.cell[:2] == beside[:2]),
        None,
    )


def _is_unlisted(held: Held[ScoredPlan], item: InputPlan) -> bool:
    known = item.name in held.options or held.filled[item.name].formula is not None
    return not known and held.typed(item.name) not in ("", *item.allowed.options)
