"""What the formulas of a plan show while nobody has touched what they name, worked out once.

Of the rows of long lists most are never filled in, and their formulas come to the same in every
file.
"""

from dataclasses import replace

from builder.book.dependents import named_by
from builder.book.evaluation import Contents, Evaluation, Untouched
from builder.formula.expression import Cell
from builder.formula.value import ErrorValue


def with_untouched(contents: Contents) -> Contents:
    """The same contents, and what those formulas show that name no other formula."""
    inputs = frozenset(contents.inputs.values())
    blank = Evaluation(contents, {})
    naming: dict[Cell, list[Cell]] = {}
    looked_through: set[Cell] = set()
    values = {}
    for place, formula in contents.formulas.items():
        cells, areas = named_by(place, formula)
        within = {cell for area in areas for cell in area.cells}
        if not contents.formulas.keys().isdisjoint(within.union(cells)) or inputs & within:
            continue
        value = blank.value(place)
        if not isinstance(value, ErrorValue):
            values[place] = value
            looked_through |= within
            for cell in dict.fromkeys(cells):
                naming.setdefault(cell, []).append(place)
    return replace(
        contents,
        untouched=Untouched(
            values=values,
            naming={cell: tuple(places) for cell, places in naming.items()},
            looked_through=frozenset(looked_through),
        ),
    )
