"""Leaves that are scored by options, figures and counts, and their answers."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from builder.book.book_plan import InputPlan
from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.formula.render import plain_number
from builder.formula.value import ErrorValue
from builder.kit.kit_plan import LeafPlan, ScoredPlan
from builder.kit.status import (
    BELOW,
    BLANK,
    NOT_A_NUMBER,
    OFF_COUNT,
    OFF_LIST,
    OFF_OPTION,
    OFF_TABLE,
    PART_NO_NUMBER,
    UNFILLED,
    UNWORKABLE,
)
from builder.kit.ways.table import way_of
from builder.model.leaf_rules import Measure, PickOne
from builder.verify.held import Held
from builder.verify.legible import Formats
from builder.verify.quoting import shown

# The finding for each word that an answer's row shows.
CODES: Mapping[str, str] = {
    BLANK: "QA538",
    UNFILLED: "QA538",
    OFF_LIST: "QA539",
    NOT_A_NUMBER: "QA540",
    PART_NO_NUMBER: "QA540",
    OFF_COUNT: "QA541",
    OFF_OPTION: "QA542",
    UNWORKABLE: "QA543",
    OFF_TABLE: "QA544",
    BELOW: "QA546",
}


def check_leaf_answers(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every answer that is missing or cannot count, at its own cell."""
    items = {item.cell: item for item in held.plan.inputs}
    for leaf in held.plan.leaves:
        if leaf.rule is None:
            continue
        states = [_word(held, part.status) for part in leaf.parts]
        if states and all(state == UNFILLED for state in states):
            first = leaf.parts[0].answer
            yield from _told(held, UNFILLED, leaf, first, items)
            continue
        for part, state in zip(leaf.parts, states, strict=True):
            yield from _told(held, state, leaf, part.answer, items)
        yield from _told(held, _word(held, leaf.status), leaf, leaf.score, items)
        yield from _share_as_fraction(held, leaf)


def _told(
    held: Held[ScoredPlan],
    state: str,
    leaf: LeafPlan,
    cell: Cell,
    items: Mapping[Cell, InputPlan],
) -> Iterator[Finding]:
    code, item = CODES.get(state), items.get(cell)
    if code is None or not held.holds(cell):
        return
    if state in (BLANK, UNFILLED) and held.alignment.returned(cell).formula is not None:
        # Told at the formula that was typed for an answer.
        return
    if state == UNWORKABLE:
        cell = leaf.parts[0].answer
    whole = cell == leaf.score or (leaf.parts and state == UNFILLED and _all_blank(held, leaf))
    yield held.finding(
        code,
        cell,
        indicator=leaf.code,
        expected=_expected(held, leaf, item, code),
        actual=shown(held.value(leaf.score if state == OFF_TABLE else cell)),
        label=leaf.label if whole or item is None else item.title,
        wanted="" if leaf.rule is None else way_of(leaf.rule).wanted,
        unit=f"（单位：{item.allowed.unit}）" if item is not None and item.allowed.unit else "",
        option=shown(held.value(leaf.parts[0].answer)) if code == CODES[OFF_OPTION] else "",
    )


def _all_blank(held: Held[ScoredPlan], leaf: LeafPlan) -> bool:
    return all(_word(held, part.status) == UNFILLED for part in leaf.parts)


def _expected(held: Held[ScoredPlan], leaf: LeafPlan, item: InputPlan | None, code: str) -> str:
    if code == CODES[OFF_OPTION] and isinstance(leaf.rule, PickOne):
        chosen = held.value(leaf.parts[0].answer)
        words = _options(held, leaf)
        option = leaf.rule.options[words.index(str(chosen))] if chosen in words else None
        if option is None:
            return ""
        least = option.points if option.least is None else option.least
        return f"{plain_number(least)}–{plain_number(option.points)}"
    if item is not None and item.allowed.options:
        return "、".join(item.allowed.options)
    return "" if item is None else item.allowed.span


def _options(held: Held[ScoredPlan], leaf: LeafPlan) -> tuple[str, ...]:
    cell = leaf.parts[0].answer
    return next(item.allowed.options for item in held.plan.inputs if item.cell == cell)


def _share_as_fraction(held: Held[ScoredPlan], leaf: LeafPlan) -> Iterator[Finding]:
    """A hint where a figure in percent is below 1, as a fraction would be."""
    rule, value = leaf.rule, held.value(leaf.score)
    if not isinstance(rule, Measure) or rule.formula is not None or rule.unit != "%":
        return
    bounds = [end for span in rule.spans for end in (span.low, span.high) if end]
    bounds += [knot.value for knot in rule.knots if knot.value]
    small = isinstance(value, Decimal) and 0 < value < 1 <= min(map(abs, bounds), default=0)
    look = (
        Formats(held.workbook.looks)[held.alignment.returned(leaf.score).style] if small else None
    )
    # What is shown as a percentage is told as that.
    if look is not None and isinstance(value, Decimal) and not look.of(value).percent:
        yield held.finding(
            "QA545",
            leaf.score,
            indicator=leaf.code,
            expected=plain_number((value * 100).normalize()),
            actual=plain_number(value),
            label=leaf.label,
        )


def _word(held: Held[ScoredPlan], status: Cell) -> str:
    state = held.value(status)
    return "" if isinstance(state, ErrorValue) else str(state)
