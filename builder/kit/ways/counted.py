"""Leaves that count cases: points off full marks for each, or points for each from nothing."""

from decimal import Decimal

from builder.book.book_plan import Allowed, InputKind
from builder.book.evaluation import Evaluation
from builder.book.style import Style
from builder.formula.expression import Cell, Expression
from builder.formula.render import plain_number, short_number
from builder.formula.words import (
    IF,
    INT,
    ISNUMBER,
    MAX,
    MIN,
    NOT,
    OR,
    ROUND,
    SUM,
    different,
    equal,
    less,
    minus,
    plus,
    times,
)
from builder.kit.kit_plan import LeafPlan
from builder.kit.status import OFF_COUNT, PART_NO_NUMBER, UNFILLED
from builder.kit.ways.asked import Answered, Ask, Asking
from builder.kit.ways.asked import Case as Word
from builder.kit.ways.options import capped, points_of_parts
from builder.model.leaf_rules import Case, Cases

# Decimal places no points of a notice reach.
PLACES = 6


def asks_cases(rule: Cases, _asking: Asking) -> tuple[Ask, ...]:
    """Of each kind how many there were."""
    return tuple(
        Ask(
            kind=InputKind.COUNT,
            text=f"{case.text}（{_tariff(case, rule)}）",
            style=Style.INPUT_POINTS,
            allowed=Allowed(low=Decimal(0), step=Decimal(1), unit="次"),
        )
        for case in rule.cases
    )


def part_of_cases(
    rule: Cases, _asking: Asking, place: int, cell: Cell, _worth: Cell
) -> tuple[Expression | None, tuple[Word, ...]]:
    """The points of so many cases, up to their most; what is taken off is below nothing."""
    case = rule.cases[place]
    points: Expression = times(MAX(0, cell), case.each)
    if case.most is not None:
        points = MIN(case.most, points)
    if rule.deducted:
        points = minus(0, points)
    return IF(ISNUMBER(cell), ROUND(points, PLACES), 0), counted_states(cell)


def counted_states(cell: Cell) -> tuple[Word, ...]:
    """What may be wrong with a number of cases."""
    return (
        (equal(cell, ""), UNFILLED),
        (NOT(ISNUMBER(cell)), PART_NO_NUMBER),
        (OR(less(cell, 0), different(cell, INT(cell))), OFF_COUNT),
    )


def score_of_cases(rule: Cases, leaf: Answered) -> Expression:
    """Full marks less what is taken off, or what is added; the highest alone if only it counts."""
    area = points_of_parts(leaf)
    if rule.deducted:
        return MAX(0, plus(leaf.limit, SUM(area)))
    return MAX(area) if rule.highest else SUM(area)


def explained_cases(rule: Cases, asking: Asking) -> tuple[str, ...]:
    """How cases are counted."""
    full = plain_number(asking.points)
    if rule.deducted:
        return (f"扣分：满分 {full} 分，按各行次数扣，扣完为止；没有发生的填 0。",)
    how = "只按得分最高的一行计，不累加" if rule.highest else "各行相加"
    return (f"加分：按各行次数加分，{how}，最多 {full} 分；没有的填 0。",)


def told_cases(rule: Cases, leaf: LeafPlan, values: Evaluation) -> str:
    """What every kind took off or added."""
    said = []
    for part, case in zip(leaf.parts, rule.cases, strict=True):
        number = values.value(part.answer)
        if part.points is not None and isinstance(number, Decimal) and number:
            points = abs(values.points(part.points))
            most = "（封顶）" if points != abs(number) * case.each else ""
            verb = "扣" if rule.deducted else "加"
            said.append(
                f"“{case.text}”{short_number(number)}×{plain_number(case.each)}{verb} "
                f"{short_number(points)} 分{most}"
            )
    whole = "、".join(said) or ("没有扣分" if rule.deducted else "没有加分")
    only = "，只计最高的一行" if rule.highest and len(said) > 1 else ""
    return f"{whole}{only}{capped(leaf, values)}"


def _tariff(case: Case, rule: Cases) -> str:
    verb = "扣" if rule.deducted else "加"
    most = "" if case.most is None else f"，最多{verb} {plain_number(case.most)} 分"
    return f"每次{verb} {plain_number(case.each)} 分{most}"
