"""Planned sheets that were there to be seen, and what is shown in their place."""

from collections.abc import Iterator

from builder.kit.kit_plan import ScoredPlan
from builder.model.returned import ReturnedSheet
from builder.verify.anchors import marked_rows
from builder.verify.held import Held
from builder.verify.seen_sheets import Seen, seen_sheets

_VISIBLE = "visible"


def hidden_sheets(held: Held[ScoredPlan]) -> Iterator[Seen]:
    """The planned sheets that were there to be seen and whose tabs are gone."""
    for seen in seen_sheets(held.pristine.sights, held.alignment):
        if seen.sheet.state != _VISIBLE:
            yield seen


def copies_of(held: Held[ScoredPlan], seen: Seen) -> Iterator[ReturnedSheet]:
    """The sheets that people see and that say most of what a planned sheet says."""
    marks = held.pristine.marks[seen.sight.name]
    known = {sheet.name for sheet in held.alignment.sheets.values()}
    for sheet in held.workbook.sheets:
        if sheet.name in known or sheet.state != _VISIBLE:
            continue
        if 2 * len(marked_rows(marks, sheet)) > len(set(marks.values())):
            yield sheet
