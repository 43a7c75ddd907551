"""What the formulas of a plan show while nobody has touched what they name, worked out once.

Of the rows of long lists most are never filled in, and their formulas come to the same in every
file.
"""

from dataclasses import replace

from builder.book.dependents import named_by
from builder.book.evaluation import Contents, Evaluation, Untouched
from builder.formula.expression import Area, Cell
from builder.formula.value import ErrorValue


def with_untouched(contents: Contents) -> Contents:
    """The same contents, and what those formulas show that name no other formula."""
    inputs = frozenset(contents.inputs.values())
    blank = Evaluation(contents, {})
    naming: dict[Cell, list[Cell]] = {}
    # Many formulas name the same areas, and these are long.
    fixed: dict[Area, bool] = {}
    looked_through: set[Area] = set()
    values = {}
    for place, formula in contents.formulas.items():
        cells, areas = named_by(place, formula)
        if not contents.formulas.keys().isdisjoint(cells):
            continue
        for area in areas:
            if area not in fixed:
                within = area.cells
                fixed[area] = inputs.isdisjoint(within) and contents.formulas.keys().isdisjoint(
                    within
                )
        if not all(map(fixed.__getitem__, areas)):
            continue
        value = blank.value(place)
        if not isinstance(value, ErrorValue):
            values[place] = value
            looked_through.update(areas)
            for cell in cells:
                naming.setdefault(cell, []).append(place)
    return replace(
        contents,
        untouched=Untouched(
            values=values,
            naming={cell: tuple(places) for cell, places in naming.items()},
            looked_through=frozenset(cell for area in looked_through for cell in area.cells),
        ),
    )
