"""Answers to leaves that are scored by options, figures and counts."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from builder.book.book_plan import InputKind, InputPlan
from builder.formula.value import Value
from builder.kit.kit_plan import LeafPlan, ScoredPlan
from builder.kit.option_lists import MET
from builder.kit.ways.measured import holds
from builder.model.leaf_rules import Cases, Measure, PickMany, PickOne, Ratio

_MOST_CASES = 12
_FIGURES = tuple(map(Decimal, (100, 80, 60, 40, 20, 10, 5, 2, 1)))


def answers_of(plan: ScoredPlan, leaf: LeafPlan) -> tuple[InputPlan, ...]:
    """The inputs that a leaf asks for, parts first."""
    cells = [*(part.answer for part in leaf.parts), leaf.score]
    by_cell = {item.cell: item for item in plan.inputs}
    return tuple(by_cell[cell] for cell in cells if cell in by_cell)


def full_answers(plan: ScoredPlan, leaf: LeafPlan) -> dict[str, Value]:
    """The answers that give a leaf full marks."""
    items = answers_of(plan, leaf)
    match leaf.rule:
        case PickOne(options=options):
            best = max(range(len(options)), key=lambda place: options[place].points)
            answers: dict[str, Value] = {items[0].name: items[0].allowed.options[best]}
            return answers | {item.name: leaf.points for item in items[1:]}
        case PickMany():
            return {item.name: MET for item in items}
        case Cases(deducted=deducted):
            return {item.name: Decimal(0 if deducted else _MOST_CASES) for item in items}
        case Measure() as rule:
            given = next(
                figures for figures in _figures(rule) if _points(rule, figures) == leaf.points
            )
            return {item.name: figure for item, figure in zip(items, given, strict=True)}
    raise TypeError(leaf.rule)


@st.composite
def some_answers(draw: DrawFn, plan: ScoredPlan, leaf: LeafPlan) -> dict[str, Value]:
    """Answers nothing is wrong with; of options with ranges the points lie inside."""
    items, rule = answers_of(plan, leaf), leaf.rule
    answers: dict[str, Value] = {}
    for item in items:
        if item.kind is InputKind.OPTION:
            answers[item.name] = draw(st.sampled_from(item.allowed.options))
        elif item.kind is InputKind.COUNT:
            answers[item.name] = Decimal(draw(st.integers(0, _MOST_CASES)))
        elif item.kind is InputKind.FIGURE:
            answers[item.name] = Decimal(draw(st.integers(1, 100)))
    if isinstance(rule, PickOne) and leaf.parts:
        chosen = rule.options[items[0].allowed.options.index(str(answers[items[0].name]))]
        least = chosen.points if chosen.least is None else chosen.least
        answers[items[1].name] = Decimal(draw(st.integers(int(least), int(chosen.points))))
    return answers


def strange_answer(item: InputPlan) -> SearchStrategy[Value]:
    """Anything that a person may put where an option, a figure or a count belongs, else nothing."""
    if item.kind not in (InputKind.OPTION, InputKind.FIGURE, InputKind.COUNT):
        return st.none()
    words = st.sampled_from(("好", "没有的选项", " ", "A", *item.allowed.options))
    numbers = st.decimals(Decimal(-20), Decimal(200), places=2)
    return st.one_of(words, numbers, st.integers(0, 20).map(Decimal), st.booleans(), st.none())


def _figures(rule: Measure) -> Iterator[tuple[Decimal, ...]]:
    if rule.formula is not None:
        yield from product(_FIGURES, repeat=len(rule.data))
        return
    for span in rule.spans:
        yield (next(end for end in (span.low, span.high) if end is not None),)
    for knot in rule.knots:
        yield (knot.value,)


def _points(rule: Measure, figures: tuple[Decimal, ...]) -> Decimal | None:
    value = figures[0]
    if rule.formula is not None:
        by_letter = {datum.letter: figure for datum, figure in zip(rule.data, figures, strict=True)}
        value = round(value_of(rule.formula, by_letter), 6)
    if rule.spans:
        return next((span.points for span in rule.spans if holds(span, value)), None)
    ends = [knot.points for knot in rule.knots if knot.value == value]
    past = rule.knots[-1].points if value >= rule.knots[-1].value else None
    return ends[0] if ends else past


def value_of(ratio: Ratio, figures: dict[str, Decimal]) -> Decimal:
    """What a formula comes to, reckoned apart from the program's own expressions."""
    if ratio.left is None or ratio.right is None:
        return figures[ratio.letter] if ratio.number is None else ratio.number
    left, right = value_of(ratio.left, figures), value_of(ratio.right, figures)
    match ratio.sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "^":
            # A root is found by its logarithm, which is right to a double's digits.
            whole = right == right.to_integral_value()
            return left**right if whole else Decimal(f"{float(left) ** float(right):.12f}")
    return left / right
