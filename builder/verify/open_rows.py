"""Scored items without evidence because the row that was to prove them is not in order."""

from collections.abc import Iterator, Mapping

from builder.kit.kit_plan import EvidenceRowPlan, KitPlan, LeafPlan, ScoredPlan
from builder.kit.status import OPEN_EVIDENCE, UNPROVED
from builder.model.nearest import nearest
from builder.verify.held import Held


def left_bare(held: Held[ScoredPlan]) -> Mapping[str, tuple[LeafPlan, ...]]:
    """The items that each row of evidence would prove that is told as not in order, by its number.

    A row is meant for the items it names, or nearly names. Rows that name none are meant for the
    items that are left, unless there are more of these.
    """
    plan = held.plan
    if not isinstance(plan, KitPlan):
        return {}
    bare = {
        leaf.label.casefold(): leaf
        for leaf in plan.leaves
        if held.holds(leaf.status) and held.value(leaf.status) == UNPROVED
    }
    rows = [row for row in plan.evidence if bare and held.value(row.status) in OPEN_EVIDENCE]
    every = [leaf.label.casefold() for leaf in plan.leaves] if rows else []
    meant = {row.number: tuple(_meant(held, row, bare, every)) for row in rows}
    found = {leaf for leaves in meant.values() for leaf in leaves}
    left = tuple(leaf for leaf in bare.values() if leaf not in found)
    strange = [number for number, leaves in meant.items() if not leaves]
    return meant | (dict.fromkeys(strange, left) if len(left) <= len(strange) else {})


def _meant(
    held: Held[ScoredPlan], row: EvidenceRowPlan, bare: Mapping[str, LeafPlan], every: list[str]
) -> Iterator[LeafPlan]:
    """The items without evidence that a row names, or that are most like what it names."""
    for said in (held.said(cell).casefold().strip() for cell in row.indicators):
        begins = (label for label in every if said and label.startswith(f"{said} "))
        label = said if said in every else next(begins, "") or nearest(said, every)
        if label in bare:
            yield bare[label]
