"""Which cap, rule or agreement changed a number, in words."""

from collections.abc import Iterator

from builder.book.evaluation import Evaluation
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
