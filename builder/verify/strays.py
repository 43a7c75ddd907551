"""Inputs that were pushed along their column while the rows around them stayed.

Inserting or deleting single cells does it. A name alone proves nothing, for it may be redirected;
the formulas of the sheet must look for the inputs where the names say.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from builder.book.book_plan import NamePlan
from builder.book.formula_text import formula_text
from builder.formula.expression import Cell
from builder.kit.kit_plan import ScoredPlan
from builder.model.returned import NOTHING, ReturnedSheet
from builder.verify.pristine import Pristine

# Fewer may have been cut and pasted one by one.
_FEWEST = 3


def find_strays(
    pristine: Pristine[ScoredPlan],
    names: Iterable[tuple[NamePlan, Cell]],
    found: ReturnedSheet,
) -> dict[Cell, Cell]:
    """Where the inputs of a sheet stand that went, by where they were planned."""
    pushed: defaultdict[tuple[int, int], dict[Cell, Cell]] = defaultdict(dict)
    for name, place in names:
        first, last = pristine.corners[name.name]
        if first == last and place.column == first.column and place.row != first.row:
            pushed[first.column, place.row - first.row][first] = place
    strays: dict[Cell, Cell] = {}
    for moved in pushed.values():
        if len(moved) >= _FEWEST and _is_followed(pristine, moved, found):
            strays |= moved
    return strays


def _is_followed(
    pristine: Pristine[ScoredPlan], moved: Mapping[Cell, Cell], found: ReturnedSheet
) -> bool:
    """Whether the formulas of the sheet that name the inputs name them where they went."""
    rows = {cell.row for cell in moved}
    asked = agreed = 0
    for home in pristine.formulas[next(iter(moved)).sheet].items:
        formula = pristine.contents.formulas[home]
        if home.row not in rows or not moved.keys() & set(formula.pieces):
            continue
        asked += 1
        returned = found.cells.get((home.row, home.column), NOTHING).formula
        expected = formula_text(formula, home, lambda cell: moved.get(cell, cell))
        agreed += returned is not None and pristine.agrees(returned, expected)
    return bool(asked) and agreed == asked
