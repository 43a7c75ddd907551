"""Cells that somebody joined with others, so that only one of them is seen."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.kit.kit_plan import ScoredPlan
from builder.verify.cell_rules import area_of, holds
from builder.verify.held import Held
from builder.verify.seen_sheets import seen_sheets


def check_merges(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every merge that swallows planned cells, at the first one swallowed."""
    for seen in seen_sheets(held.pristine.sights, held.alignment):
        # Where rows moved, the planned merges went with them or stayed behind.
        for merge in seen.sheet.merges if seen.in_place else ():
            if merge in seen.sight.merges:
                continue
            area = area_of(merge)
            corner = (area.first_row, area.first_column)
            swallowed = [
                place
                for place in sorted(seen.sight.saying)
                for found in (held.alignment.locate(seen.cell(place))[1:],)
                if found != corner and holds(area, found)
            ]
            if swallowed:
                weighty = any(place in seen.sight.weighty for place in swallowed)
                yield held.finding(
                    "QA489" if weighty else "QA490",
                    seen.cell(swallowed[0]),
                    actual=merge,
                    count=str(len(swallowed)),
                )
