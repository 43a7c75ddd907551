"""The exact value of every cell of a planned workbook, given answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, Self

from builder.formula.evaluate import compiled, run
from builder.formula.expression import Area, Cell, cells_of
from builder.formula.surroundings import Kept, Lookup, Program, Surroundings
from builder.formula.value import Value
from builder.plan.sheet import Formula
from builder.plan.workbook import BookPlan


class Step(NamedTuple):
    """How the value of a cell is calculated.

    Where like rows share an expression, ``named`` are the cells it names that are others in each
    row, and ``own`` are these others.
    """

    program: Program
    expression: int  # which one, as far as one plan goes
    named: tuple[Cell, ...]
    own: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What a plan puts into its cells, laid out once however many times it is evaluated.

    What comes after the inputs is worked out when it is first asked for: the cells named by
    expressions, these compiled, the steps made of both, and the cells of areas.
    """

    constants: Mapping[Cell, Value]
    formulas: Mapping[Cell, Formula]
    inputs: Mapping[str, Cell]
    named: dict[int, tuple[Cell, ...]] = field(default_factory=dict)
    programs: dict[int, Program] = field(default_factory=dict)
    steps: dict[Cell, Step] = field(default_factory=dict)
    areas: dict[Area, tuple[Cell, ...]] = field(default_factory=dict)

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

    def step(self, cell: Cell) -> Step | None:
        """How a cell is calculated, kept for the next file; ``None`` where nothing is."""
        formula = self.formulas.get(cell)
        if formula is None:
            return None
        mark = id(formula.expression)
        if mark not in self.programs:
            self.programs[mark] = compiled(formula.expression)
        named = self._named(formula, cell) if formula.shift else ()
        own = tuple(formula.meant(cell, each) for each in named)
        step = self.steps[cell] = Step(self.programs[mark], mark, named, own)
        return step

    def _named(self, formula: Formula, home: Cell) -> tuple[Cell, ...]:
        mark = id(formula.expression)
        if mark not in self.named:
            cells = cells_of(formula.expression)
            self.named[mark] = tuple(cell for cell in cells if formula.meant(home, cell) != cell)
        return self.named[mark]


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
        self._values = _Values(contents)
        for name, value in answers.items():
            if value is not None and name in contents.inputs:
                self._values[contents.inputs[name]] = value
        self._values.update(overrides or {})

    def value(self, cell: Cell) -> Value:
        """The value of a cell, computed once; ``None`` where the plan has nothing."""
        return self._values[cell]

    def points(self, cell: Cell) -> Decimal:
        """The number in a cell that the plan computes as points."""
        value = self.value(cell)
        if not isinstance(value, Decimal):
            raise TypeError(f"{cell} holds {value!r}, not points")
        return value


class _Values(dict[Cell, Value]):
    """What is known of the cells; one that is asked for and not known is computed.

    A dictionary, because formulas look at thousands of cells and most of these are known.
    """

    def __init__(self, contents: Contents) -> None:
        super().__init__(contents.constants)
        self._contents = contents
        self._kept = Kept(contents.areas, {}, {})
        # Like rows of a table, most of them empty, by what their own cells hold. The other cells
        # that they name are the same for all.
        self._like: dict[tuple[int, tuple[Value, ...], tuple[type, ...]], Value] = {}

    def __missing__(self, cell: Cell) -> Value:
        step = self._contents.steps.get(cell) or self._contents.step(cell)
        value = self[cell] = None if step is None else self._calculated(step)
        return value

    def _calculated(self, step: Step) -> Value:
        book = self.__getitem__
        program, expression, named, own = step
        if not own:
            return run(program, Surroundings(book, book, self._kept))
        values = tuple(map(book, own))
        # The types are part of the key because a dictionary takes 1 and true for the same.
        held = expression, values, tuple(map(type, values))
        if held in self._like:
            return self._like[held]
        row = _Row(zip(named, values, strict=True))
        row.book = book
        value = self._like[held] = run(program, Surroundings(row.__getitem__, book, self._kept))
        return value


class _Row(dict[Cell, Value]):
    """The cells that are others in each of some like rows; all else is of the ``book``."""

    book: Lookup

    def __missing__(self, cell: Cell) -> Value:
        return self.book(cell)
