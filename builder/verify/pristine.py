"""What every comparison with one plan needs, worked out once however many files are compared."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from operator import attrgetter, ne
from typing import Generic, TypeVar

from builder.book.book_plan import InputPlan, NamePlan
from builder.book.evaluation import Contents
from builder.book.formula_text import formula_text
from builder.book.sheet import CellPlan, Formula, SheetPlan
from builder.book.style import INPUT_STYLES, Style
from builder.book.untouched import with_untouched
from builder.formula.address import absolute_address
from builder.formula.expression import Cell
from builder.formula.normal import normal_formula
from builder.formula.value import Value
from builder.frozen import frozen
from builder.kit.identity_sheet import VALUE_COLUMN
from builder.kit.kit_plan import ScoredPlan
from builder.kit.sheet_names import IDENTITY
from builder.model.returned import ReturnedCell
from builder.verify.cell_rules import PlannedRule, planned_conditions, planned_validations
from builder.verify.sight import sights

Line = tuple[int, str]
FixedCell = tuple[Cell, CellPlan]
Item = TypeVar("Item")
Plan_co = TypeVar("Plan_co", bound=ScoredPlan, covariant=True)
_formula_of, _content_of = attrgetter("formula"), attrgetter("value", "formula")


@frozen(slots=True)
class Placed(Generic[Item]):
    """Some things of one sheet, and beside them the row and column of each."""

    items: tuple[Item, ...]
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, pairs: Iterable[tuple[Item, tuple[int, int]]]) -> "Placed[Item]":
        """The things and their places, in this order."""
        pairs = tuple(pairs)
        return cls(items=tuple(item for item, _ in pairs), places=tuple(at for _, at in pairs))


@frozen(slots=True)
class FixedCells(Placed[FixedCell]):
    """The cells of one sheet that nobody fills in.

    ``constants`` are the numbers of those that are no formulas, with value and no formula;
    ``formulas`` those of the others, with the text of each.
    """

    constants: Mapping[int, tuple[Value, None]]
    formulas: Mapping[int, str]

    def differing(self, contents: Sequence[ReturnedCell]) -> list[int]:
        """The numbers of the cells that hold another text, value or formula than was planned.

        What a formula's cell shows is no part of what was planned for it.
        """
        constants = map(_content_of, map(contents.__getitem__, self.constants))
        formulas = map(_formula_of, map(contents.__getitem__, self.formulas))
        return sorted(
            (
                *compress(self.constants, map(ne, constants, self.constants.values())),
                *compress(self.formulas, map(ne, formulas, self.formulas.values())),
            )
        )


class Pristine(Generic[Plan_co]):
    """A plan: its contents, fixed cells, formula texts, and what marks its rows and columns."""

    def __init__(self, plan: Plan_co) -> None:
        """Work through the plan once."""
        self.plan = plan
        self.contents = with_untouched(Contents.of(plan))
        self.fixed: dict[str, FixedCells] = {}
        self.formulas: dict[str, Placed[Cell]] = {}
        self.inputs: dict[str, Placed[InputPlan]] = {}
        self.names: dict[str, tuple[NamePlan, ...]] = {}
        self.marks: dict[str, dict[Line, int]] = {}
        self.marked: dict[str, Placed[str]] = {}
        self.heads: dict[str, dict[str, tuple[int, int]]] = {}
        self.validations: dict[str, tuple[PlannedRule, ...]] = {}
        self.conditions: dict[str, tuple[PlannedRule, ...]] = {}
        self.texts = {cell: formula_text(formula, cell) for cell, formula in plan.formulas}
        for sheet in plan.sheets:
            self.fixed[sheet.name] = self._fixed(sheet)
            self.formulas[sheet.name] = Placed.of(
                (cell, cell[1:]) for cell in self.texts if cell.sheet == sheet.name
            )
            self.inputs[sheet.name] = Placed.of(
                (item, item.cell[1:]) for item in plan.inputs if item.cell.sheet == sheet.name
            )
            self.names[sheet.name] = tuple(name for name in plan.names if name.sheet == sheet.name)
            marks = self.marks[sheet.name] = _marks(sheet)
            self.marked[sheet.name] = Placed.of(
                (text, (row, column)) for (column, text), row in marks.items()
            )
            self.heads[sheet.name] = _heads(sheet)
            self.validations[sheet.name] = planned_validations(sheet)
            self.conditions[sheet.name] = planned_conditions(sheet)
        self.sights = sights(plan)
        self.numbered = {item.name: (at, item) for at, item in enumerate(plan.inputs)}
        self.corners = {name.name: _corners(name) for name in plan.names}
        self.addresses = {
            name: absolute_address(first.sheet, *first[1:], *last[1:])
            for name, (first, last) in self.corners.items()
        }
        # The text last found to mean the same as a planned one: what one program saved it saves
        # again, in the next file and in the next.
        self._agreed: dict[str, str] = {}
        rows = {(group.score.sheet, group.score.row): group.code for group in plan.groups}
        parts = ((part.answer, leaf.code) for leaf in plan.leaves for part in leaf.parts)
        rows |= {(answer.sheet, answer.row): code for answer, code in parts}
        self.indicators = rows | {
            (leaf.score.sheet, leaf.score.row): leaf.code for leaf in plan.leaves
        }

    def _fixed(self, sheet: SheetPlan) -> FixedCells:
        cells = [
            (Cell(sheet.name, cell.row, cell.column), cell)
            for cell in sheet.cells
            if cell.content is not None
            and cell.style not in INPUT_STYLES
            and not _carries_identity(sheet, cell)
        ]
        constants: dict[int, tuple[Value, None]] = {}
        formulas: dict[int, str] = {}
        for number, (place, cell) in enumerate(cells):
            if isinstance(cell.content, Formula):
                formulas[number] = self.texts[place]
            else:
                constants[number] = (cell.content, None)
        return FixedCells(
            items=tuple(cells),
            places=tuple((cell.row, cell.column) for _, cell in cells),
            constants=constants,
            formulas=formulas,
        )

    def agrees(self, text: str, planned: str) -> bool:
        """Whether a formula text is the planned one, what programs change innocently aside."""
        if text == planned or self._agreed.get(planned) == text:
            return True
        if normal_formula(text) != normal_formula(planned):
            return False
        self._agreed[planned] = text
        return True


def _corners(name: NamePlan) -> tuple[Cell, Cell]:
    area = name.area
    return (
        Cell(name.sheet, area.first_row, area.first_column),
        Cell(name.sheet, area.last_row, area.last_column),
    )


def _marks(sheet: SheetPlan) -> dict[Line, int]:
    """The texts that stand once in their column, by column and text, to the row they mark."""
    rows: dict[Line, int] = {}
    # What also lies under a merge stands more than once, wherever the file shows it.
    twice: set[Line] = {(column, text) for (_, column), text in sheet.covered.items()}
    for cell in sheet.cells:
        if isinstance(cell.content, str):
            line = (cell.column, cell.content)
            if line in rows:
                twice.add(line)
            rows[line] = cell.row
    return {line: row for line, row in rows.items() if line not in twice}


def _heads(sheet: SheetPlan) -> dict[str, tuple[int, int]]:
    """The headings over columns that stand once on the sheet, and where."""
    texts = Counter(cell.content for cell in sheet.cells if isinstance(cell.content, str))
    return {
        cell.content: (cell.row, cell.column)
        for cell in sheet.cells
        if cell.style is Style.HEADER and isinstance(cell.content, str) and texts[cell.content] == 1
    }


def _carries_identity(sheet: SheetPlan, cell: CellPlan) -> bool:
    """Whether the cell's content was compared already, when the file was identified."""
    return sheet.name == IDENTITY and cell.column == VALUE_COLUMN
