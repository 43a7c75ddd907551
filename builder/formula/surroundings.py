"""What a formula sees while it is calculated: the cells around it, and what was counted there."""

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from builder.formula.coercion import Key, key_of
from builder.formula.expression import Area, Cell, Expression
from builder.formula.value import Value

Lookup = Callable[[Cell], Value]
# How often each combination of values stands side by side in some areas, by what was compared.
Tallies = dict[tuple[Area, ...], Counter[tuple[Key, ...]]]


class Kept(NamedTuple):
    """What is worked out of some areas once, for all formulas over the same ones.

    Where their cells are is the same in every file; what was counted in them belongs to one.
    """

    cells: dict[Area, tuple[Cell, ...]]
    tallies: Tallies


class Surroundings(NamedTuple):
    """The value of each cell, and what was kept of the areas looked at before."""

    lookup: Lookup
    kept: Kept

    def cells(self, area: Area) -> tuple[Cell, ...]:
        """The cells of an area from top to bottom."""
        if area not in self.kept.cells:
            self.kept.cells[area] = area.cells
        return self.kept.cells[area]

    def tally(self, areas: tuple[Area, ...]) -> Counter[tuple[Key, ...]]:
        """How often each combination of values stands side by side in ``areas``, counted once."""
        tallies = self.kept.tallies
        if areas not in tallies:
            columns = [[key_of(self.lookup(cell)) for cell in self.cells(area)] for area in areas]
            tallies[areas] = Counter(zip(*columns, strict=True))
        return tallies[areas]


# What an expression comes to in given surroundings, worked out of the tree once.
Program = Callable[[Surroundings], Value]


class Argument(NamedTuple):
    """What a function was given: the expression or area, and its program."""

    source: Expression | Area
    value: Program


Arguments = tuple[Argument, ...]
