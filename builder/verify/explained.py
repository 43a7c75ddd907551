"""Shown numbers that are right but for an answer that cannot stand: they follow from it."""

from collections.abc import Iterable
from decimal import Decimal

from builder.book.evaluation import Evaluation
from builder.formula.expression import Cell
from builder.formula.value import ErrorValue, Value
from builder.kit.kit_plan import LeafPlan, ScoredPlan
from builder.kit.status import BELOW, NOT_A_NUMBER, OFF_STEP, OVER
from builder.verify.held import Held

# Told where they stand, whatever the workbook made of them.
_IMPOSSIBLE = (NOT_A_NUMBER, BELOW, OFF_STEP, OVER)


def before_the_fault(held: Held[ScoredPlan]) -> Evaluation | None:
    """The values as they were while the rows with an impossible score still had what they show.

    ``None`` where no score is impossible.
    """
    names = {item.cell: item.name for item in held.inputs}
    earlier: dict[str, Value] = {
        names[leaf.score]: _shown_score(held, leaf)
        for leaf in held.plan.leaves
        if leaf.score in names and leaf.rule is None and _is_impossible(held, leaf)
    }
    if not earlier:
        return None
    typed = {name: cell.value for name, cell in held.filled.items()}
    overrides = {one.cell: one.value for one in held.altered}
    return Evaluation(held.pristine.contents, {**typed, **earlier}, overrides)


def _is_impossible(held: Held[ScoredPlan], leaf: LeafPlan) -> bool:
    value = held.value(leaf.score)
    return isinstance(value, ErrorValue) or str(held.value(leaf.status)) in _IMPOSSIBLE


def _shown_score(held: Held[ScoredPlan], leaf: LeafPlan) -> Value:
    """What must have been typed for what the row's counted score shows."""
    shown = held.alignment.returned(leaf.counted).value
    if not isinstance(shown, Decimal):
        return None
    return shown / leaf.points if leaf.banded and leaf.points else shown


def explained(cells: Iterable[Cell], held: Held[ScoredPlan], earlier: Evaluation) -> bool:
    """Whether all these cells show what followed before the fault."""
    return all(
        same_value(held.alignment.returned(cell).value, earlier.value(cell)) for cell in cells
    )


# Far below any step of a score, far above what binary arithmetic loses.
TOLERANCE = Decimal("1e-9")


def same_value(cached: Value, computed: Value) -> bool:
    """Whether a value that a file shows is the computed one, what binary arithmetic loses aside."""
    if isinstance(cached, Decimal) and isinstance(computed, Decimal):
        return abs(cached - computed) <= TOLERANCE * max(Decimal(1), abs(computed))
    return (cached or "") == (computed or "")
