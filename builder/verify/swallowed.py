"""Planned cells that somebody joined with others, so that nothing of them is seen."""

from collections.abc import Iterator

from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.kit.kit_plan import ScoredPlan
from builder.verify.cell_rules import area_of, holds
from builder.verify.held import Held
from builder.verify.seen_sheets import seen_sheets


@frozen
class Swallowed:
    """The planned ``cells`` that one foreign ``merge`` covers; ``weighty`` where a score is one."""

    merge: str
    cells: tuple[Cell, ...]
    weighty: bool


def swallowed(held: Held[ScoredPlan]) -> Iterator[Swallowed]:
    """What every merge that the plan does not know covers, if anything."""
    for seen in seen_sheets(held.pristine.sights, held.alignment):
        # Where rows moved, the planned merges went with them or stayed behind.
        for merge in seen.sheet.merges if seen.in_place else ():
            if merge in seen.sight.merges:
                continue
            area = area_of(merge)
            corner = (area.first_row, area.first_column)
            places = [
                place
                for place in sorted(seen.sight.saying)
                for found in (held.alignment.locate(seen.cell(place))[1:],)
                if found != corner and holds(area, found)
            ]
            if places:
                yield Swallowed(
                    merge=merge,
                    cells=tuple(map(seen.cell, places)),
                    weighty=any(place in seen.sight.weighty for place in places),
                )


def is_swallowed(held: Held[ScoredPlan], cell: Cell) -> bool:
    """Whether a merge covers a planned cell, which then holds nothing and is told as joined."""
    return any(cell in one.cells for one in swallowed(held))
