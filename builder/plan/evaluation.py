"""The exact value of every cell of a planned workbook, given answers."""

from collections.abc import Mapping
from decimal import Decimal

from builder.formula.evaluate import Tallies, evaluate
from builder.formula.expression import Cell, cells_of
from builder.formula.value import Value
from builder.plan.workbook import Formula, WorkbookPlan

Key = tuple[str, int, int]


class Evaluation:
    """The values of one workbook: the plan's constants, the answers, and all that follows.

    ``answers`` are values by input name; an input without one is blank. ``overrides`` are values
    that stand in place of a cell's own content, as when somebody typed over a formula.
    """

    def __init__(
        self,
        plan: WorkbookPlan,
        answers: Mapping[str, Value],
        overrides: Mapping[Cell, Value] | None = None,
    ) -> None:
        """Take the plan's constants, lay answers and overrides over them, compute on demand."""
        self._values: dict[Key, Value] = {}
        self._formulas: dict[Key, Formula] = {}
        self._tallies: Tallies = {}
        # Like rows of a table, most of them empty, by the cells they see and what those hold.
        self._like: dict[tuple[int, tuple[tuple[type, Value], ...]], Value] = {}
        self._seen: dict[int, tuple[Cell, ...]] = {}
        for sheet in plan.sheets:
            for cell in sheet.cells:
                key = (sheet.name, cell.row, cell.column)
                if isinstance(cell.content, Formula):
                    self._formulas[key] = cell.content
                elif cell.content is not None:
                    self._values[key] = cell.content
        for item in plan.inputs:
            value = answers.get(item.name)
            if value is not None:
                self._values[_key(item.cell)] = value
        for place, value in (overrides or {}).items():
            self._values[_key(place)] = value

    def value(self, cell: Cell) -> Value:
        """The value of a cell, computed once; ``None`` where the plan has nothing."""
        return self._at(_key(cell))

    def points(self, cell: Cell) -> Decimal:
        """The number in a cell that the plan computes as points."""
        value = self.value(cell)
        if not isinstance(value, Decimal):
            raise TypeError(f"{cell} holds {value!r}, not points")
        return value

    def _at(self, key: Key) -> Value:
        value = self._values.get(key)
        if value is None and key in self._formulas and key not in self._values:
            value = self._values[key] = self._computed(key, self._formulas[key])
        return value

    def _computed(self, key: Key, formula: Formula) -> Value:
        if not formula.shift:
            return evaluate(formula.expression, self.value, self._tallies)
        mark = id(formula.expression)
        if mark not in self._seen:
            self._seen[mark] = cells_of(formula.expression)
        sheet, row, column = key
        first = row - formula.shift
        values = [
            self._at((sheet, row, cell.column))
            if cell.row == first and cell.sheet == sheet
            else self.value(cell)
            for cell in self._seen[mark]
        ]
        # The type is part of the key because a dictionary takes 1 and true for the same.
        held = tuple((type(value), value) for value in values)
        if (mark, held) not in self._like:
            home = Cell(sheet=sheet, row=row, column=column)
            self._like[mark, held] = evaluate(
                formula.expression,
                lambda cell: self.value(formula.meant(home, cell)),
                self._tallies,
            )
        return self._like[mark, held]


def _key(cell: Cell) -> Key:
    return cell.sheet, cell.row, cell.column
