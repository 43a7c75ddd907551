"""Which computed cells follow from some inputs, and their values without computing the rest."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from builder.book.book_plan import BookPlan
from builder.book.evaluation import Contents, Evaluation
from builder.book.sheet import Formula
from builder.formula.expression import Area, Cell
from builder.formula.value import ErrorValue, Value
from builder.frozen import frozen


@frozen
class Dependents:
    """The computed cells that can change with some inputs, and all that their formulas name.

    ``contents`` hold nothing else, so that evaluating them costs no more than these cells.
    """

    cells: tuple[Cell, ...]
    contents: Contents

    def values(self, answers: Mapping[str, Value]) -> dict[Cell, Value]:
        """The value of every such cell once these answers are given."""
        evaluation = Evaluation(self.contents, answers)
        return {cell: evaluation.value(cell) for cell in self.cells}


def find_dependents(plan: BookPlan, names: Iterable[str]) -> Dependents:
    """The cells that follow from the inputs of these names, where all other inputs are blank."""
    contents = Contents.of(plan)
    changing = {contents.inputs[name] for name in names}
    named = {place: _named(place, formula) for place, formula in contents.formulas.items()}
    found = _closure(changing, named)
    blank = Evaluation(contents, {})
    fixed = {
        cell: blank.value(cell)
        for cell in _cells(named[place] for place in found)
        if cell not in found and cell not in changing
    }
    errors = {cell: value for cell, value in fixed.items() if isinstance(value, ErrorValue)}
    constants = {
        cell: value for cell, value in fixed.items() if value is not None and cell not in errors
    }
    formulas = {place: contents.formulas[place] for place in found}
    # All cells but these are constants now, those too for which there were programs.
    contents = replace(contents, constants=constants, errors=errors, formulas=formulas, programs={})
    return Dependents(cells=tuple(found), contents=contents)


Named = tuple[tuple[Cell, ...], tuple[Area, ...]]


def _closure(changing: set[Cell], named: Mapping[Cell, Named]) -> dict[Cell, None]:
    """The formulas reached from the changing cells, in the order of the workbook."""
    naming: dict[Cell, list[Cell]] = {}
    through: dict[Area, list[Cell]] = {}
    for place, (cells, areas) in named.items():
        for cell in cells:
            naming.setdefault(cell, []).append(place)
        for area in areas:
            through.setdefault(area, []).append(place)
    around: dict[Cell, list[Area]] = {}
    for area in through:
        for cell in area.cells:
            around.setdefault(cell, []).append(area)
    reached = set(changing)
    waiting = [*changing]
    while waiting:
        cell = waiting.pop()
        places = naming.get(cell, [])
        for area in around.get(cell, ()):
            # Whatever looks through an area is reached with the first of its cells.
            places = places + through.pop(area, [])
        more = [place for place in places if place not in reached]
        reached.update(more)
        waiting += more
    return {place: None for place in named if place in reached}


def _cells(all_named: Iterable[Named]) -> dict[Cell, None]:
    """Every cell that is named, alone or in an area, each once."""
    found: dict[Cell, None] = {}
    seen: set[Area] = set()
    for cells, areas in all_named:
        found.update(dict.fromkeys(cells))
        for area in areas:
            # Like rows look through the same areas, and these are long.
            if area not in seen:
                seen.add(area)
                found.update(dict.fromkeys(area.cells))
    return found


def named_by(place: Cell, formula: Formula) -> Named:
    """The cells and the areas that a formula means where it stands, each once."""
    parts = dict.fromkeys(formula.pieces)
    cells = tuple(formula.meant(place, part) for part in parts if isinstance(part, Cell))
    return cells, tuple(part for part in parts if isinstance(part, Area))


def _named(place: Cell, formula: Formula) -> Named:
    """What a formula names, each cell where it is meant and where the shared expression has it."""
    cells, areas = named_by(place, formula)
    if formula.shift:
        cells = (*cells, *named_by(formula.first(place), replace(formula, shift=0))[0])
    return cells, areas
