"""What was written beside or below the tables, or into cells in which nothing is read."""

from collections import Counter
from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.kit.kit_plan import ScoredPlan
from builder.kit.sheet_names import EVIDENCE
from builder.verify.beside import written_at
from builder.verify.held import Held
from builder.verify.seen_sheets import Seen, seen_sheets
from builder.verify.sight import Place


def check_beside(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """At most one finding on a sheet, which names the range of all that is not read."""
    for seen in seen_sheets(held.pristine.sights, held.alignment):
        pasted = {place[1:] for place in held.cuts.moved.values() if place.sheet == seen.sheet.name}
        strange = set(_strange(seen)) - pasted
        over = _overwritten(held, seen) if strange else frozenset()
        yield from written_at(held.path, seen.sheet, (at for at in strange if at[0] not in over))


def _overwritten(held: Held[ScoredPlan], seen: Seen) -> frozenset[int]:
    """The rows of the file of which several cells were overwritten: told there, as one."""
    cells = (one.cell for one in held.altered if one.code and not one.is_empty)
    rows = Counter(
        held.alignment.locate(cell).row for cell in cells if cell.sheet == seen.sight.name
    )
    return frozenset(row for row, count in rows.items() if count > 1)


def _strange(seen: Seen) -> Iterator[Place]:
    """The places of the file that no planned cell with a content has."""
    sight, alignment = seen.sight, seen.alignment
    if seen.in_place:
        yield from seen.sheet.cells.keys() & sight.empty
        outside = seen.sheet.cells.keys() - sight.planned
        # Below the table of evidence is a question of its own.
        yield from (p for p in outside if sight.name != EVIDENCE or p[0] <= sight.last)
        return
    if alignment.is_disturbed(sight.name):
        return
    cells = [Cell(sight.name, *place) for place in sorted(sight.planned)]
    # What was pushed onto another planned cell is what stands there.
    cells.sort(key=alignment.strays.__contains__)
    located = {alignment.locate(cell)[1:]: cell[1:] for cell in cells if alignment.holds(cell)}
    if not located:
        return
    rows, columns = ({place[line] for place in located} for line in (0, 1))
    for place in seen.sheet.cells:
        # What stands in rows and columns that were inserted is told with these.
        known = (place[0] in rows or place[0] > max(rows)) and (
            place[1] in columns or place[1] > max(columns)
        )
        below = sight.name == EVIDENCE and place[0] > max(rows)
        if known and not below and located.get(place) not in sight.taken:
            yield place
