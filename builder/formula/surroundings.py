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


class Surroundings(NamedTuple):
    """The value of each cell, and ``tallies`` kept for the next formula over the same cells."""

    lookup: Lookup
    tallies: Tallies

    def tally(self, areas: tuple[Area, ...]) -> Counter[tuple[Key, ...]]:
        """How often each combination of values stands side by side in ``areas``, counted once."""
        if areas not in self.tallies:
            columns = [[key_of(self.lookup(cell)) for cell in area.cells] for area in areas]
            self.tallies[areas] = Counter(zip(*columns, strict=True))
        return self.tallies[areas]


# What an expression comes to in given surroundings, worked out of the tree once.
Program = Callable[[Surroundings], Value]


class Argument(NamedTuple):
    """What a function was given: the expression or area, and its program."""

    source: Expression | Area
    value: Program


Arguments = tuple[Argument, ...]
