"""Scored items without evidence because the row that was to prove them is not in order."""

from collections.abc import Iterator, Mapping

from builder.book.evaluation import Evaluation
from builder.frozen import frozen
from builder.kit.kit_plan import EvidenceRowPlan, KitPlan, LeafPlan, ScoredPlan
from builder.kit.status import OPEN_EVIDENCE, UNPROVED
from builder.model.nearest import nearest
from builder.verify.alignment import Alignment
from builder.verify.quoting import words


@frozen
class LeftBare:
    """The items a row of evidence would prove; whether it ``names`` them, or may be meant."""

    leaves: tuple[LeafPlan, ...]
    names: bool = True


NOTHING_LEFT = LeftBare(leaves=())


def left_bare(plan: ScoredPlan, exact: Evaluation, alignment: Alignment) -> Mapping[str, LeftBare]:
    """What each row of evidence leaves bare that is told as not in order, by its number.

    A row is meant for the items it names, or nearly names. Rows that name none may be meant for the
    items that are left, unless there are more of these.
    """
    if not isinstance(plan, KitPlan):
        return {}
    bare = {
        leaf.label.casefold(): leaf
        for leaf in plan.leaves
        if alignment.holds(leaf.status) and exact.value(leaf.status) == UNPROVED
    }
    rows = [row for row in plan.evidence if bare and exact.value(row.status) in OPEN_EVIDENCE]
    every = [leaf.label.casefold() for leaf in plan.leaves] if rows else []
    meant = {row.number: LeftBare(leaves=tuple(_meant(exact, row, bare, every))) for row in rows}
    found = {leaf for one in meant.values() for leaf in one.leaves}
    left = tuple(leaf for leaf in bare.values() if leaf not in found)
    strange = [number for number, one in meant.items() if not one.leaves]
    if len(left) > len(strange):
        return meant
    return meant | dict.fromkeys(strange, LeftBare(leaves=left, names=len(strange) == 1))


def _meant(
    exact: Evaluation, row: EvidenceRowPlan, bare: Mapping[str, LeafPlan], every: list[str]
) -> Iterator[LeafPlan]:
    """The items without evidence that a row names, or that are most like what it names."""
    named = (words(exact.value(cell)).casefold().strip() for cell in row.indicators)
    for said in filter(None, named):
        begins = (label for label in every if label.startswith(f"{said} "))
        label = said if said in every else next(begins, "") or nearest(said, every)
        if label in bare:
            yield bare[label]
