"""The exact value of every cell of a planned workbook, given answers."""

from collections.abc import Mapping
from decimal import Decimal

from builder.formula.evaluate import evaluate
from builder.formula.expression import Cell, Expression
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
        self._formulas: dict[Key, Expression] = {}
        for sheet in plan.sheets:
            for cell in sheet.cells:
                key = (sheet.name, cell.row, cell.column)
                if isinstance(cell.content, Formula):
                    self._formulas[key] = cell.content.expression
                else:
                    self._values[key] = cell.content
        for item in plan.inputs:
            if item.name in answers:
                self._values[_key(item.cell)] = answers[item.name]
        for place, value in (overrides or {}).items():
            self._values[_key(place)] = value

    def value(self, cell: Cell) -> Value:
        """The value of a cell, computed once; ``None`` where the plan has nothing."""
        key = _key(cell)
        if key not in self._values:
            expression = self._formulas.get(key)
            self._values[key] = None if expression is None else evaluate(expression, self.value)
        return self._values[key]

    def points(self, cell: Cell) -> Decimal:
        """The number in a cell that the plan computes as points."""
        value = self.value(cell)
        if not isinstance(value, Decimal):
            raise TypeError(f"{cell} holds {value!r}, not points")
        return value


def _key(cell: Cell) -> Key:
    return cell.sheet, cell.row, cell.column
