"""Leaves that pick: one of some options, points inside one, or all that are met."""

from decimal import Decimal

from builder.book.book_plan import Allowed, InputKind
from builder.book.evaluation import Evaluation
from builder.book.style import Style
from builder.formula.expression import Area, Cell, Expression
from builder.formula.render import plain_number, short_number
from builder.formula.words import (
    AND,
    COUNTIF,
    IF,
    ISNUMBER,
    LARGE,
    MAX,
    MIN,
    NOT,
    OR,
    SUM,
    different,
    equal,
    less,
    more,
    plus,
    times,
)
from builder.kit.kit_plan import LeafPlan
from builder.kit.option_lists import MET, UNMET
from builder.kit.status import (
    BLANK,
    NOT_A_NUMBER,
    OFF_LIST,
    OFF_OPTION,
    OFF_STEP,
    PARTLY,
    RECORDED,
    UNFILLED,
    none_of,
    on_step,
)
from builder.kit.ways.asked import Answered, Ask, Asking, Case, Judged
from builder.model.leaf_rules import Cases, PickMany, PickOne
from builder.model.option_words import option_words

MET_OR_NOT = (MET, UNMET)


def asks_one(rule: PickOne, asking: Asking) -> tuple[Ask, ...]:
    """The option; where some leave points to choose, the points as well."""
    words = () if asking.listed is None else asking.listed.words
    option = Ask(
        kind=InputKind.OPTION,
        text="选项",
        style=Style.INPUT_OPTION,
        allowed=Allowed(options=words),
        own=not rule.has_ranges,
    )
    if not rule.has_ranges:
        return (option,)
    allowed = Allowed(low=Decimal(0), high=asking.points, step=asking.step)
    return (
        option,
        Ask(
            kind=InputKind.SCORE,
            text="选项内的得分",
            style=Style.INPUT_POINTS,
            allowed=allowed,
            own=True,
        ),
    )


def part_of_one(
    _rule: PickOne, asking: Asking, _place: int, cell: Cell, _worth: Cell
) -> tuple[Expression | None, tuple[Case, ...]]:
    """The state of an option in a row of its own."""
    if asking.listed is None:
        raise TypeError(asking.node.code)
    return None, ((equal(cell, ""), UNFILLED), (NOT(asking.listed.chosen(cell)), OFF_LIST))


def judged_one(rule: PickOne, leaf: Answered) -> Judged:
    """The points of the option, or what was typed inside it."""
    listed, score = leaf.listed, leaf.score
    if not rule.has_ranges:
        wrong: tuple[Case, ...] = (
            (equal(score, ""), BLANK),
            (NOT(listed.chosen(score)), OFF_LIST),
        )
        return Judged(worth=listed.worth(score), wrong=wrong)
    (option,) = leaf.parts
    top = listed.worth(option.answer)
    outside = OR(less(score, listed.least_of(option.answer)), more(score, top))
    return Judged(
        worth=IF(ISNUMBER(score), MAX(0, MIN(score, top)), 0),
        wrong=(
            (different(option.status, RECORDED), PARTLY),
            (equal(score, ""), BLANK),
            (NOT(ISNUMBER(score)), NOT_A_NUMBER),
            (NOT(on_step(score, leaf.asking.step)), OFF_STEP),
            (outside, OFF_OPTION),
        ),
    )


def explained_one(rule: PickOne, asking: Asking) -> tuple[str, ...]:
    """What to choose; options that no criterion prints are listed."""
    how = "先选一项，再在它的分数范围内打分" if rule.has_ranges else "只选一项"
    if any(item.points is not None for item in asking.node.criteria):
        return (f"择一：{how}。",)
    return (f"择一：{how}：{'；'.join(option_words(rule.options))}。",)


def told_one(rule: PickOne, leaf: LeafPlan, values: Evaluation) -> str:
    """Which option gave the points."""
    cell = leaf.parts[0].answer if leaf.parts else leaf.score
    points = short_number(values.points(leaf.counted))
    typed = values.value(leaf.score)
    inside = (
        f"，打 {short_number(typed)} 分" if rule.has_ranges and isinstance(typed, Decimal) else ""
    )
    return f"选“{values.value(cell)}”{inside}，得 {points} 分"


def asks_many(rule: PickMany, _asking: Asking) -> tuple[Ask, ...]:
    """Of each option whether it is met."""
    return tuple(
        Ask(
            kind=InputKind.OPTION,
            text=option.text,
            style=Style.INPUT_OPTION,
            allowed=Allowed(options=MET_OR_NOT),
            worth=option.points,
        )
        for option in rule.options
    )


def part_of_many(
    _rule: PickMany, _asking: Asking, _place: int, cell: Cell, worth: Cell
) -> tuple[Expression | None, tuple[Case, ...]]:
    """The points of an option that is met."""
    points = times(COUNTIF(Area.between(cell, cell), MET), worth)
    return points, ((equal(cell, ""), UNFILLED), (none_of(cell, MET_OR_NOT), OFF_LIST))


def score_of_many(rule: PickMany, leaf: Answered) -> Expression:
    """All points that are met, or the best so many of them."""
    area = points_of_parts(leaf)
    if rule.best is None or rule.best >= len(rule.options):
        return SUM(area)
    return plus(0, *(LARGE(area, place) for place in range(1, rule.best + 1)))


def judged_parts(_rule: PickMany | Cases, leaf: Answered) -> Judged:
    """What is met, left or gained, up to full marks."""
    return Judged(worth=MIN(leaf.limit, leaf.score), wrong=unfinished(leaf))


def explained_many(rule: PickMany, asking: Asking) -> tuple[str, ...]:
    """What counts of what is met."""
    best = "" if rule.best is None else f"，取得分最高的 {rule.best} 项"
    return (f"多选：每项选“{MET}”或“{UNMET}”{best}，合计最多 {plain_number(asking.points)} 分。",)


def told_many(rule: PickMany, leaf: LeafPlan, values: Evaluation) -> str:
    """How many are met and what they come to."""
    met = sum(values.value(part.answer) == MET for part in leaf.parts)
    best = "" if rule.best is None else f"，取最高 {rule.best} 项"
    return f"符合 {met} 项{best}{capped(leaf, values)}"


def points_of_parts(leaf: Answered) -> Area:
    """The points of the parts, which stand one under another."""
    cells = [part.points for part in leaf.parts if part.points is not None]
    return Area.between(cells[0], cells[-1])


def unfinished(leaf: Answered) -> tuple[Case, ...]:
    """That a part is not in order; nothing was begun where none is filled in."""
    states = [part.status for part in leaf.parts]
    none = AND(*(equal(state, UNFILLED) for state in states))
    wrong = OR(*(different(state, RECORDED) for state in states))
    return (none, BLANK), (wrong, PARTLY)


def capped(leaf: LeafPlan, values: Evaluation) -> str:
    """What parts come to, and what counts of it where that is less."""
    worked, counted = values.points(leaf.score), values.points(leaf.counted)
    if worked == counted:
        return f"，得 {short_number(counted)} 分"
    return f"，合 {short_number(worked)} 分，按 {short_number(counted)} 分计"
