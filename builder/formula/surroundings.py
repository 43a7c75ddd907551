"""What a formula sees while it is calculated: the cells around it, and what was counted there."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from builder.formula.coercion import Key, key_of
from builder.formula.expression import Area, Cell, Expression
from builder.formula.value import Value

Lookup = Callable[[Cell], Value]
# How often each combination of values stands side by side in some areas, by what was compared.
Tallies = dict[tuple[Area, ...], Counter[tuple[Key, ...]]]


class Kept(NamedTuple):
    """What is worked out of some areas once, for all formulas over the same ones.

    Where their cells are is the same in every file; what was found in them belongs to one.
    """

    cells: dict[Area, tuple[Cell, ...]]
    keys: dict[Area, tuple[Key, ...]]
    tallies: Tallies


class Surroundings(NamedTuple):
    """What a formula reads, and what was kept of the areas read before.

    ``lookup`` gives the value of a cell that is named alone, ``book`` that of a cell of an area:
    where like rows share an expression the first means a cell of each row's own, the second does
    not.
    """

    lookup: Lookup
    book: Lookup
    kept: Kept

    def values(self, area: Area) -> Iterator[Value]:
        """The values of the cells of an area from top to bottom."""
        return map(self.book, self._cells(area))

    def keys(self, area: Area) -> tuple[Key, ...]:
        """What the cells of an area are compared by, from top to bottom, worked out once."""
        found = self.kept.keys.get(area)
        if found is None:
            found = self.kept.keys[area] = tuple(map(key_of, self.values(area)))
        return found

    def tally(self, areas: tuple[Area, ...]) -> Counter[tuple[Key, ...]]:
        """How often each combination of values stands side by side in ``areas``, counted once."""
        found = self.kept.tallies.get(areas)
        if found is None:
            columns = map(self.keys, areas)
            found = self.kept.tallies[areas] = Counter(zip(*columns, strict=True))
        return found

    def _cells(self, area: Area) -> tuple[Cell, ...]:
        found = self.kept.cells.get(area)
        if found is None:
            found = self.kept.cells[area] = area.cells
        return found


# What an expression comes to in given surroundings, worked out of the tree once.
Program = Callable[[Surroundings], Value]


class Argument(NamedTuple):
    """What a function was given: the expression or area, and its program."""

    source: Expression | Area
    value: Program


Arguments = tuple[Argument, ...]
