"""Which cap, rule or agreement changed a number, in words."""

from collections.abc import Iterator

from builder.book.evaluation import Evaluation
from builder.kit.conclusion_words import PASSED
from builder.kit.kit_plan import KitPlan
from builder.kit.status import BLANK, REMOVED, SCORED_THOUGH_REMOVED
from builder.kit.ways.table import told


def trace(plan: KitPlan, evaluation: Evaluation) -> Iterator[str]:
    """One sentence for every number that is not simply what was typed or added up."""
    yield from plan.corrections
    for leaf in plan.leaves:
        state = evaluation.value(leaf.status)
        if state == REMOVED:
            yield f"“{leaf.label}”经批准删减，不计分。"
        elif state == SCORED_THOUGH_REMOVED:
            yield f"“{leaf.label}”经批准删减，所填的不计分。"
        elif leaf.rule is not None and state == BLANK:
            continue
        elif said := told(leaf, evaluation):
            yield f"“{leaf.label}”{said}。"
    for one in plan.told:
        words = evaluation.value(one.words)
        if isinstance(words, str) and words != one.neutral:
            yield words
    yield from _concluded(plan, evaluation)


def _concluded(plan: KitPlan, evaluation: Evaluation) -> Iterator[str]:
    """The gates that are not met, each with what follows, and the level."""
    for gate in plan.conclusion.gates:
        state = evaluation.value(gate.state)
        if state != PASSED:
            decides = "（由主办单位认定，不改变得分）"
            after = f"，后果：{gate.consequence}{decides}" if gate.consequence else ""
            now = evaluation.value(gate.now)
            yield f"门槛 {gate.code}“{gate.wording}”{state}：{gate.rule}，现为 {now}{after}。"
    if plan.conclusion.level is not None:
        yield f"等级：{evaluation.value(plan.conclusion.level)}。"
