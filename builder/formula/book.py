"""The cells that formulas read, and what was worked out of areas of them."""

from collections import Counter
from collections.abc import Callable, Mapping
from decimal import Decimal

from builder.formula.coercion import FormulaError, Key, key_of
from builder.formula.expression import Area, Cell
from builder.formula.value import ErrorValue, Value

# The cells of areas, which are the same in every file.
AreaCells = dict[Area, tuple[Cell, ...]]


class Book(dict[Cell, Value]):
    """What is known of the cells; one that is asked for and not known is calculated.

    A dictionary, because formulas look at thousands of cells and most of these are known. Cells
    that hold an error are not in it: to ask for one raises ``FormulaError``.
    """

    def __init__(
        self,
        known: Mapping[Cell, Value],
        errors: Mapping[Cell, ErrorValue],
        programs: "Callable[[Cell], Program | None]",
        areas: AreaCells,
    ) -> None:
        """``programs`` gives what calculates a cell, ``None`` where nothing does.

        What is worked out of ``areas`` is added to them, for the next book of the same cells.
        """
        super().__init__(known)
        self._errors = {**errors}
        self._programs = programs
        self._areas = areas
        self._keys: dict[Area, tuple[Key, ...]] = {}
        self._tallies: dict[tuple[Area, ...], Counter[tuple[Key, ...]]] = {}

    def __missing__(self, cell: Cell) -> Value:
        """The calculated value of a cell; raises ``FormulaError`` where that is an error."""
        if cell in self._errors:
            raise FormulaError(self._errors[cell])
        program = self._programs(cell)
        try:
            value = self[cell] = None if program is None else program(self)
        except FormulaError as error:
            self._errors[cell] = error.value
            raise
        return value

    def put(self, cell: Cell, value: Value) -> None:
        """Hold ``value`` in the cell, whatever was there; before any is asked for."""
        if isinstance(value, ErrorValue):
            self.pop(cell, None)
            self._errors[cell] = value
        else:
            self._errors.pop(cell, None)
            self[cell] = value

    def value(self, cell: Cell) -> Value:
        """What a cell shows; an error is a value here, never an exception, as in a spreadsheet."""
        try:
            return self[cell]
        except FormulaError as error:
            return error.value

    def numbers(self, area: Area) -> list[Decimal]:
        """The numbers in an area; texts and truth values do not count, an error is raised."""
        values = map(self.__getitem__, self._cells(area))
        return [value for value in values if isinstance(value, Decimal)]

    def keys_of(self, area: Area) -> tuple[Key, ...]:
        """What the cells of an area are compared by, from top to bottom, worked out once."""
        found = self._keys.get(area)
        if found is None:
            found = self._keys[area] = tuple(map(key_of, map(self.value, self._cells(area))))
        return found

    def tally(self, areas: tuple[Area, ...]) -> Counter[tuple[Key, ...]]:
        """How often each combination of values stands side by side in ``areas``, counted once."""
        found = self._tallies.get(areas)
        if found is None:
            columns = map(self.keys_of, areas)
            found = self._tallies[areas] = Counter(zip(*columns, strict=True))
        return found

    def _cells(self, area: Area) -> tuple[Cell, ...]:
        found = self._areas.get(area)
        if found is None:
            found = self._areas[area] = area.cells
        return found


# What a formula comes to with the cells of a book; raises ``FormulaError`` where it is an error.
Program = Callable[[Book], Value]
