"""Leaves that are measured: a figure, or a formula of figures, and the points it is worth."""

from decimal import Decimal

from builder.book.book_plan import Allowed, InputKind
from builder.book.evaluation import Evaluation
from builder.book.style import Style
from builder.formula.expression import Cell, Expression, constant
from builder.formula.render import plain_number, short_number
from builder.formula.words import (
    AND,
    IF,
    INT,
    ISNUMBER,
    NOT,
    OR,
    ROUND,
    at_least,
    at_most,
    different,
    divided,
    equal,
    less,
    minus,
    more,
    plus,
    raised,
    times,
)
from builder.kit.kit_plan import LeafPlan
from builder.kit.status import (
    BELOW,
    BLANK,
    NOT_A_NUMBER,
    OFF_COUNT,
    OFF_TABLE,
    PART_NO_NUMBER,
    UNFILLED,
    UNWORKABLE,
)
from builder.kit.ways.asked import Answered, Ask, Asking, Case, Judged
from builder.kit.ways.counted import PLACES, counted_states
from builder.kit.ways.options import unfinished
from builder.model.leaf_rules import Datum, Knot, Measure, Ratio, Span

_SIGNS = {"+": plus, "-": minus, "*": times, "/": divided, "^": raised}


def asks_figures(rule: Measure, _asking: Asking) -> tuple[Ask, ...]:
    """The figure itself, or every figure of its formula."""
    return tuple(_ask(datum, own=rule.formula is None) for datum in rule.data)


def part_of_figures(
    rule: Measure, _asking: Asking, place: int, cell: Cell, _worth: Cell
) -> tuple[Expression | None, tuple[Case, ...]]:
    """The state of a figure in a row of its own: counts are whole, and few go below nought."""
    datum = rule.data[place]
    if datum.is_count:
        return None, counted_states(cell)
    states = ((equal(cell, ""), UNFILLED), (NOT(ISNUMBER(cell)), PART_NO_NUMBER))
    return None, states if datum.goes_below else (*states, (less(cell, 0), BELOW))


def score_of_figures(rule: Measure, leaf: Answered) -> Expression:
    """What the formula comes to, nothing where a figure is missing or it cannot be worked out."""
    if rule.formula is None:
        raise TypeError("a figure that is typed is not worked out")
    cells = {datum.letter: part.answer for datum, part in zip(rule.data, leaf.parts, strict=True)}
    value: Expression = ROUND(_of(rule.formula, cells), PLACES)
    # The innermost is asked first: a later one may be divided by it.
    for condition in reversed(_conditions(rule.formula, cells)):
        value = IF(condition, value, "")
    return IF(AND(*(ISNUMBER(cell) for cell in cells.values())), value, "")


def judged_figure(rule: Measure, leaf: Answered) -> Judged:
    """The points of the figure by its table."""
    score = leaf.score
    points = _by_spans(rule.spans, score) if rule.spans else _straight(rule, score)
    outside = _outside(rule.spans, score)
    wrong: tuple[Case, ...]
    if rule.formula is None:
        wrong = ((equal(score, ""), BLANK), (NOT(ISNUMBER(score)), NOT_A_NUMBER))
        if rule.data[0].is_count:
            broken = OR(less(score, 0), different(score, INT(score)))
            wrong = (*wrong, (broken, OFF_COUNT))
    else:
        wrong = (*unfinished(leaf), (NOT(ISNUMBER(score)), UNWORKABLE))
    if outside is not None:
        wrong = (*wrong, (outside, OFF_TABLE))
    return Judged(worth=IF(ISNUMBER(score), points, 0), wrong=wrong)


def explained_figure(rule: Measure, _asking: Asking) -> tuple[str, ...]:
    """How the figure is got and what it is worth."""
    unit = f"（单位：{rule.unit}）" if rule.unit else ""
    share = "，结果按百分数计" if rule.formula is not None and rule.unit == "%" else ""
    how = (
        f"指标值＝{_printed(rule.written)}{share}{unit}"
        if rule.formula is not None
        else (f"填指标值{unit}")
    )
    if rule.spans:
        rows = "；".join(f"{span.printed} 得 {plain_number(span.points)} 分" for span in rule.spans)
        return (f"分档：{how}。{rows}。",)
    rows = "；".join(
        f"{plain_number(knot.value)}{rule.unit} 得 {plain_number(knot.points)} 分"
        for knot in rule.knots
    )
    places = "" if rule.places is None else f"，四舍五入到小数点后 {rule.places} 位"
    return (f"插值：{how}。{rows}；两点之间按比例计算{places}，两端以外按端点计。",)


def told_figure(rule: Measure, leaf: LeafPlan, values: Evaluation) -> str:
    """The figure, and by which row or between which points it is worth its points."""
    value = values.value(leaf.score)
    points = short_number(values.points(leaf.counted))
    if not isinstance(value, Decimal):
        return "指标值算不出，得 0 分"
    figures = "、".join(
        f"{datum.letter}={values.value(part.answer)}"
        for datum, part in zip(rule.data, leaf.parts, strict=False)
    )
    whence = f"{figures}，" if figures else ""
    said = f"{whence}指标值 {short_number(value)}{rule.unit}"
    if rule.spans:
        row = next((span.printed for span in rule.spans if holds(span, value)), "")
        return f"{said}，{f'在“{row}”一档' if row else '不在任何一档'}，得 {points} 分"
    return f"{said}，{_between(rule, value)}，得 {points} 分"


def holds(span: Span, value: Decimal) -> bool:
    """Whether a value is one of a row's."""
    low = span.low is None or value > span.low or (span.with_low and value == span.low)
    return low and (
        span.high is None or value < span.high or (span.with_high and value == span.high)
    )


def _ask(datum: Datum, *, own: bool) -> Ask:
    unit = f"（{datum.unit}）" if datum.unit else ""
    text = f"{datum.letter}：{datum.name}{unit}" if datum.letter else f"{datum.name}{unit}"
    return Ask(
        kind=InputKind.FIGURE,
        text=text,
        style=Style.INPUT_POINTS,
        allowed=Allowed(unit=datum.unit),
        own=own,
    )


def _of(ratio: Ratio, cells: dict[str, Cell]) -> Expression:
    if ratio.left is not None and ratio.right is not None:
        return _SIGNS[ratio.sign](_of(ratio.left, cells), _of(ratio.right, cells))
    if ratio.number is not None:
        return constant(ratio.number)
    return cells[ratio.letter]


def _conditions(ratio: Ratio, cells: dict[str, Cell]) -> list[Expression]:
    """What a formula asks of its parts, the innermost first; a number never fails by chance.

    A divisor is not nought, and nothing below nought has a root.
    """
    if ratio.left is None or ratio.right is None:
        return []
    found = [*_conditions(ratio.left, cells), *_conditions(ratio.right, cells)]
    own: Expression | None = None
    if ratio.sign == "/" and ratio.right.number is None:
        own = different(_of(ratio.right, cells), 0)
    elif ratio.is_root:
        own = at_least(_of(ratio.left, cells), 0)
    return found if own is None or own in found else [*found, own]


def _by_spans(spans: tuple[Span, ...], score: Cell) -> Expression:
    """The points of the first row from above whose lower bound is reached, inside the table."""
    points: Expression = constant(0)
    for span in reversed(spans):
        if span.low is None:
            points = constant(span.points)
        else:
            reached = at_least(score, span.low) if span.with_low else more(score, span.low)
            points = IF(reached, span.points, points)
    top = _above(spans[0], score)
    return points if top is None else IF(top, 0, points)


def _outside(spans: tuple[Span, ...], score: Cell) -> Expression | None:
    """Whether a figure lies above the highest row or below the lowest, where these end."""
    if not spans:
        return None
    lowest = spans[-1]
    below = None
    if lowest.low is not None:
        below = less(score, lowest.low) if lowest.with_low else at_most(score, lowest.low)
    ends = [end for end in (_above(spans[0], score), below) if end is not None]
    return OR(*ends) if ends else None


def _above(span: Span, score: Cell) -> Expression | None:
    if span.high is None:
        return None
    return more(score, span.high) if span.with_high else at_least(score, span.high)


def _straight(rule: Measure, score: Cell) -> Expression:
    """The points between two given ones; beyond the ends those of the ends."""
    points: Expression = constant(rule.knots[-1].points)
    for low, high in reversed(tuple(zip(rule.knots, rule.knots[1:], strict=False))):
        points = IF(less(score, high.value), _line(low, high, score), points)
    points = IF(at_most(score, rule.knots[0].value), rule.knots[0].points, points)
    return ROUND(points, PLACES if rule.places is None else rule.places)


def _line(low: Knot, high: Knot, score: Cell) -> Expression:
    rise, run = high.points - low.points, high.value - low.value
    return plus(low.points, divided(times(minus(score, low.value), rise), run))


def _between(rule: Measure, value: Decimal) -> str:
    first, last = rule.knots[0], rule.knots[-1]
    if value <= first.value or value >= last.value:
        end = first if value <= first.value else last
        return f"按端点 {plain_number(end.value)}{rule.unit} 计"
    low, high = next(
        (low, high)
        for low, high in zip(rule.knots, rule.knots[1:], strict=False)
        if low.value <= value < high.value
    )
    return (
        f"在 {plain_number(low.value)}{rule.unit}（{plain_number(low.points)} 分）"
        f"和 {plain_number(high.value)}{rule.unit}（{plain_number(high.points)} 分）之间按比例"
    )


def _printed(written: str) -> str:
    return written.replace("*", "×").replace("/", "÷")
