"""The exact value of every cell of a planned workbook, given answers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from decimal import Decimal
from functools import partial
from typing import Self

from builder.book.book_plan import BookPlan
from builder.book.sheet import Formula
from builder.formula.book import AreaCells, Book, Program
from builder.formula.expression import Cell
from builder.formula.program import Recipe, compiled
from builder.formula.value import ErrorValue, Value
from builder.frozen import frozen


@frozen
class Untouched:
    """What formulas show while nobody has touched anything that they name.

    ``values`` are those of formulas that name no other formula; ``naming`` are these formulas by
    the cells that they name one by one, ``looked_through`` the cells of the areas they look at.
    """

    values: Mapping[Cell, Value] = field(default_factory=dict)
    naming: Mapping[Cell, tuple[Cell, ...]] = field(default_factory=dict)
    looked_through: frozenset[Cell] = frozenset()

    def beside(self, touched: Mapping[Cell, Value]) -> dict[Cell, Value]:
        """The values that still stand where these cells hold something else than was planned."""
        if not self.looked_through.isdisjoint(touched):
            return {}
        values = {**self.values}
        for cell in touched:
            for formula in self.naming.get(cell, ()):
                values.pop(formula, None)
        return values


@frozen
class Contents:
    """What a plan puts into its cells, laid out once however many times it is evaluated.

    ``errors`` are constants, too, which formulas cannot use. What comes after them is worked out
    when it is first asked for: how expressions are calculated, each by the first cell of those
    that share it, and which cells are in areas. ``untouched`` is worth working out where many
    workbooks are evaluated.
    """

    constants: Mapping[Cell, Value]
    formulas: Mapping[Cell, Formula]
    inputs: Mapping[str, Cell]
    errors: Mapping[Cell, ErrorValue] = field(default_factory=dict)
    recipes: dict[Cell, Recipe] = field(default_factory=dict)
    programs: dict[Cell, Program] = field(default_factory=dict)
    areas: AreaCells = field(default_factory=dict)
    untouched: Untouched = Untouched()

    @classmethod
    def of(cls, plan: BookPlan) -> Self:
        """The contents of ``plan``."""
        constants: dict[Cell, Value] = {}
        formulas: dict[Cell, Formula] = {}
        for sheet in plan.sheets:
            for cell in sheet.cells:
                place = Cell(sheet.name, cell.row, cell.column)
                if isinstance(cell.content, Formula):
                    formulas[place] = cell.content
                elif cell.content is not None:
                    constants[place] = cell.content
        inputs = {item.name: item.cell for item in plan.inputs}
        # Known to be blank until somebody answers.
        blank = {cell: None for cell in inputs.values() if cell not in formulas}
        return cls(constants={**blank, **constants}, formulas=formulas, inputs=inputs)

    def program(self, cell: Cell) -> Program | None:
        """What calculates a cell, kept for the next file; ``None`` where nothing does."""
        if cell in self.programs:
            return self.programs[cell]
        formula = self.formulas.get(cell)
        if formula is None:
            return None
        first = formula.first(cell)
        if first not in self.recipes:
            self.recipes[first] = compiled(formula.expression)
        program = self.recipes[first].program(partial(formula.meant, cell))
        self.programs[cell] = program
        return program


class Evaluation:
    """The values of one workbook: the plan's constants, the answers, and all that follows.

    ``answers`` are values by input name; an input without one is blank. ``overrides`` are values
    that stand in place of a cell's own content, as when somebody typed over a formula.
    """

    def __init__(
        self,
        plan: BookPlan | Contents,
        answers: Mapping[str, Value],
        overrides: Mapping[Cell, Value] | None = None,
    ) -> None:
        """Take the plan's constants, lay answers and overrides over them, compute on demand."""
        contents = plan if isinstance(plan, Contents) else Contents.of(plan)
        touched: dict[Cell, Value] = {
            contents.inputs[name]: value
            for name, value in answers.items()
            if value is not None and name in contents.inputs
        }
        touched.update(overrides or {})
        self._book = Book(contents.constants, contents.errors, contents.program, contents.areas)
        self._book.update(contents.untouched.beside(touched))
        for cell, value in touched.items():
            self._book.put(cell, value)

    def value(self, cell: Cell) -> Value:
        """The value of a cell, computed once; ``None`` where the plan has nothing."""
        return self._book.value(cell)

    def values(self, cells: Iterable[Cell]) -> Iterator[Value]:
        """The values of the cells, in their order."""
        return map(self._book.value, cells)

    def points(self, cell: Cell) -> Decimal:
        """The number in a cell that the plan computes as points."""
        value = self.value(cell)
        if not isinstance(value, Decimal):
            raise TypeError(f"{cell} holds {value!r}, not points")
        return value
