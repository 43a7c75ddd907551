"""结论: every gate with its requirement, how things stand and what follows, then the level."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from builder.book.canvas import Canvas
from builder.book.sheet import ConditionPlan, Merge
from builder.book.style import Style
from builder.formula.expression import Cell, Expression, constant
from builder.formula.words import (
    IF,
    OR,
    ROUND,
    at_least,
    equal,
    less,
    more,
)
from builder.frozen import frozen
from builder.kit.conclusion_words import (
    FAILED,
    NO_LEVEL,
    PASSED,
    UNDECIDED,
    gate_rule,
    level_rule,
)
from builder.kit.gate_state import (
    Item,
    answered_item,
    gate_item,
    now_of,
    open_rows,
    scored_item,
    state_of,
    total_of,
)
from builder.kit.kit_plan import ConclusionPlan, ConfirmationPlan, GatePlan
from builder.kit.scoring.scoring_plan import ScoringPlan
from builder.kit.status import first_word
from builder.model.gate_items import items_of, points_wanted, shown_gates
from builder.model.gates import Gate, Level
from builder.model.joins import PLACES
from builder.model.points import TOTAL
from builder.model.scheme import Scheme

_HINT = (
    "门槛和等级按上面的得分和回答判断，只供参考，不改变得分；后果由主办单位认定。"
    "还有未评、未答的，写“还不能判断”。"
)
_HEADINGS = ("要求", "现状", "达到", "未定", "结果", "后果")


class Columns(NamedTuple):
    """The first and last column of what a gate says: rule, now, reached, open, state, what then."""

    rule: tuple[int, int]
    now: tuple[int, int]
    reached: tuple[int, int]
    still_open: tuple[int, int]
    state: tuple[int, int]
    after: tuple[int, int]


@frozen
class Judged:
    """What gates are asked of in one workbook."""

    scheme: Scheme
    scoring: ScoringPlan
    confirmations: tuple[ConfirmationPlan, ...] = ()
    removable: frozenset[str] = frozenset()


def conclusion_block(
    canvas: Canvas, row: int, columns: Columns, judged: Judged
) -> tuple[ConclusionPlan, int]:
    """Write the block from a row on; return its cells and the next free row."""
    scheme = judged.scheme
    if not scheme.gates and not scheme.levels:
        return ConclusionPlan(), row
    canvas.line(row, Style.HEADER, "结论")
    row = canvas.lines(row + 1, Style.GUIDE, (_HINT,))
    for place, heading in zip(columns, _HEADINGS, strict=True):
        canvas.span(Merge.across(row, *place), Style.HEADER, heading)
    canvas.fit(row, (), least=24)
    states: dict[str, Cell] = {}
    gates = []
    for gate in shown_gates(scheme):
        row += 1
        plan = _gate_row(canvas, row, columns, judged, gate, states)
        states[gate.code] = plan.state
        gates.append(plan)
    reached: list[tuple[Level, Cell]] = []
    for level in scheme.levels:
        row += 1
        reached.append((level, _level_row(canvas, row, columns, judged, level, states)))
    level_cell = None
    if reached:
        row += 1
        canvas.span(Merge.across(row, 1, columns.rule[1]), Style.TOTAL, "等级")
        level_cell = canvas.compute_across(
            row, columns.now[0], columns.after[1], Style.TOTAL, _first_level(reached)
        )
        canvas.fit(row, (), least=28)
    return ConclusionPlan(gates=tuple(gates), level=level_cell), row + 1


def conclusion_colours(conclusion: ConclusionPlan) -> tuple[ConditionPlan, ...]:
    """Colour for what is not met, and lightly for what is still open."""
    if not conclusion.gates:
        return ()
    first = conclusion.gates[0].state
    states = Merge.each(gate.state for gate in conclusion.gates)
    return (
        ConditionPlan(rule=equal(first, FAILED), cells=states, style=Style.ALERT),
        ConditionPlan(rule=equal(first, UNDECIDED), cells=states, style=Style.PENDING),
    )


def _gate_row(
    canvas: Canvas,
    row: int,
    columns: Columns,
    judged: Judged,
    gate: Gate,
    states: Mapping[str, Cell],
) -> GatePlan:
    rule = gate_rule(judged.scheme, gate)
    items = [_item(judged, gate, code, states) for code in items_of(judged.scheme, gate)]
    reached = _count(canvas, row, columns.reached, [item.reached for item in items])
    still_open = _count(canvas, row, columns.still_open, [item.open for item in items])
    now = canvas.compute_across(row, *columns.now, Style.STATUS, now_of(items, reached))
    state = canvas.compute_across(
        row, *columns.state, Style.STATUS, state_of(items, reached, still_open, gate.at_least)
    )
    after = gate.consequence or "—"
    canvas.span(Merge.across(row, *columns.after), Style.OFFICIAL, after)
    words = f"{gate.code}　{gate.wording}\n（{rule}）"
    _fitted_words(canvas, row, columns, words, after)
    return GatePlan(
        code=gate.code,
        wording=gate.wording,
        rule=rule,
        consequence=gate.consequence,
        now=now,
        state=state,
    )


def _level_row(
    canvas: Canvas,
    row: int,
    columns: Columns,
    judged: Judged,
    level: Level,
    states: Mapping[str, Cell],
) -> Cell:
    words = f"等级　{level.name}\n（{level_rule(level)}）"
    for place in (columns.now, columns.reached, columns.still_open, columns.after):
        canvas.span(Merge.across(row, *place), Style.NOTE)
    state = canvas.compute_across(
        row, *columns.state, Style.STATUS, _level_state(judged, level, states)
    )
    _fitted_words(canvas, row, columns, words, "")
    return state


def _item(judged: Judged, gate: Gate, code: str, states: Mapping[str, Cell]) -> Item:
    scheme, scoring = judged.scheme, judged.scoring
    if code in states:
        return gate_item(states[code])
    wanted = points_wanted(scheme, code, gate.reach)
    if wanted is None:
        return answered_item([one for one in judged.confirmations if one.condition == code])
    if code == TOTAL:
        return scored_item(scoring.total, wanted, scoring.leaves, removable=False)
    codes = {one.code for node in scheme.walk if node.code == code for one in node.walk}
    return scored_item(
        scoring.scores[code],
        wanted,
        [leaf for leaf in scoring.leaves if leaf.code in codes],
        removable=bool(codes & judged.removable),
    )


def _level_state(judged: Judged, level: Level, states: Mapping[str, Cell]) -> Expression:
    """The word for one level: what keeps it out first, then what is still open."""
    total = ROUND(judged.scoring.total, PLACES)
    gates = [states[code] for code in level.gates]
    fails = [equal(state, FAILED) for state in gates]
    opens = [equal(state, UNDECIDED) for state in gates]
    outside = (
        *(() if level.points is None else (less(total, level.points),)),
        *(() if level.below is None else (at_least(total, level.below),)),
    )
    if outside:
        opens.append(more(open_rows(judged.scoring.leaves), 0))
    cases = (
        *(((_any(fails), FAILED),) if fails else ()),
        *(((_any(opens), UNDECIDED),) if opens else ()),
        *(((_any(outside), FAILED),) if outside else ()),
    )
    return first_word(*cases, otherwise=PASSED)


def _first_level(reached: Sequence[tuple[Level, Cell]]) -> Expression:
    """The name of the highest level that holds, unless a higher one is still open."""
    chosen: Expression = constant(NO_LEVEL)
    for level, state in reversed(reached):
        chosen = IF(equal(state, UNDECIDED), UNDECIDED, chosen)
        chosen = IF(equal(state, PASSED), level.name, chosen)
    return chosen


def _any(conditions: Sequence[Expression]) -> Expression:
    return conditions[0] if len(conditions) == 1 else OR(*conditions)


def _count(canvas: Canvas, row: int, place: tuple[int, int], parts: Sequence[Expression]) -> Cell:
    return canvas.compute_across(row, *place, Style.COMPUTED_COUNT, total_of(parts))


def _fitted_words(canvas: Canvas, row: int, columns: Columns, words: str, after: str) -> None:
    canvas.span(Merge.across(row, *columns.rule), Style.OFFICIAL, words)
    widths = canvas.widths
    canvas.fit(
        row,
        (
            (words, sum(widths[columns.rule[0] - 1 : columns.rule[1]])),
            (after, sum(widths[columns.after[0] - 1 : columns.after[1]])),
        ),
        least=32,
    )
