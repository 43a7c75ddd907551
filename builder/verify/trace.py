"""Which cap, rule or agreement changed a number, in words."""

from collections.abc import Iterator
from decimal import Decimal

from builder.book.evaluation import Evaluation
from builder.kit.kit_plan import KitPlan
from builder.kit.status import REMOVED, SCORED_THOUGH_REMOVED
from builder.model.days import made_a_day
from builder.verify.quoting import number_words


def trace(plan: KitPlan, evaluation: Evaluation) -> Iterator[str]:
    """One sentence for every number that is not simply what was typed or added up."""
    yield from plan.corrections
    for leaf in plan.leaves:
        typed, counted = evaluation.value(leaf.score), evaluation.points(leaf.counted)
        state = evaluation.value(leaf.status)
        if state == REMOVED:
            yield f"“{leaf.label}”经批准删减，不计分。"
        elif state == SCORED_THOUGH_REMOVED:
            yield f"“{leaf.label}”经批准删减，所填的不计分。"
        elif not leaf.banded and isinstance(typed, Decimal) and typed != counted:
            yield (
                f"“{leaf.label}”{_typed(typed)}，"
                f"按 {number_words(counted)} 分计（分值 {number_words(leaf.points)} 分）。"
            )
    for told in plan.told:
        words = evaluation.value(told.words)
        if isinstance(words, str) and words != told.neutral:
            yield words


def _typed(value: Decimal) -> str:
    day = made_a_day(value)
    return f"填的是日期 {day}" if day else f"填 {number_words(value)} 分"
