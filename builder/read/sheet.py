"""One worksheet part: values, formulas and styles of its cells in a single pass."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from xml.etree.ElementTree import Element

from builder.formula.address import cell_address
from builder.model.returned import (
    ReturnedCell,
    ReturnedCondition,
    ReturnedSheet,
    ReturnedValidation,
)
from builder.model.returned_looks import TextRun
from builder.ooxml.container import Container
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.limits import (
    CELLS,
    CONDITIONS,
    FORMULA_CHARACTERS,
    MERGES,
    SHARED_FORMULA_CHARACTERS,
    Budget,
    refuse_over,
)
from builder.ooxml.namespaces import (
    EXCEL_2006,
    SPREADSHEET,
    SPREADSHEET_2010,
    is_true,
    names,
    namespace_of,
)
from builder.ooxml.refusal import RefusedError
from builder.ooxml.rich_text import rich_text
from builder.read.address import LAST_COLUMN, LAST_ROW, ColumnNumbers, checked_range
from builder.read.cell_values import CellValues
from builder.read.conditions import CONDITION, read_conditions, read_newer_conditions
from builder.read.drawings import Drawings
from builder.read.shared_formula import SharedFormula
from builder.read.sheet_look import SheetLookReader
from builder.read.text_runs import TextRuns
from builder.read.validations import VALIDATION, read_validation

# Markup of any other vocabulary is skipped with all it contains, as Office skips what it may
# ignore (ECMA-376 Part 3).
_KNOWN = frozenset((*SPREADSHEET, *SPREADSHEET_2010, *EXCEL_2006))
_WORKSHEET = names(SPREADSHEET, "worksheet")
_CELL = names(SPREADSHEET, "c")
_VALUE = names(SPREADSHEET, "v")
_FORMULA = names(SPREADSHEET, "f")
_INLINE = names(SPREADSHEET, "is")
# As ``ReturnedCell`` does, but without running Python for each of thousands.
_cell = partial(tuple.__new__, ReturnedCell)
# The cell types whose empty cached value is a calculated blank, not a formula never calculated.
_TEXT_KINDS = frozenset({"str", "s", "inlineStr", "d"})


class CellFormats(dict[str, int]):
    """The cell formats of a file: their numbers by these numbers as text."""

    def __missing__(self, style: str) -> int:
        """There is no such format; raises ``RefusedError`` (QA243)."""
        raise RefusedError("QA243", actual=style[:40])


class Repeats:
    """What the cells of a file share, because most of a form repeats.

    ``empty`` holds cells without content by type and style: equal ones are one object.
    """

    def __init__(self, text_runs: TextRuns, shared: Mapping[str, tuple[TextRun, ...]]) -> None:
        """Nothing has been met yet; ``shared`` are the runs of shared texts by their numbers."""
        self.text_runs = text_runs
        self.shared_runs = shared
        self.columns = ColumnNumbers()
        self.empty: dict[tuple[str, str], ReturnedCell] = {}


class SheetReader:
    """The state of reading one sheet; the claimed ``<dimension>`` is ignored."""

    def __init__(
        self,
        name: str,
        values: CellValues,
        styles: CellFormats,
        repeats: Repeats,
        drawings: Drawings,
        budget: Budget,
    ) -> None:
        """``styles``, ``repeats`` and ``drawings`` are shared by the sheets of the file."""
        self._name = name
        self._values = values
        self._styles = styles
        self._budget = budget
        self._most_cells = budget.left(CELLS)
        self._columns = repeats.columns
        self._empty = repeats.empty
        self._text_runs = repeats.text_runs
        self._shared_runs = repeats.shared_runs
        self._runs: dict[tuple[int, int], tuple[TextRun, ...]] = {}
        self._cells: dict[tuple[int, int], ReturnedCell] = {}
        self._shared: dict[str, SharedFormula] = {}
        self._validations: list[ReturnedValidation] = []
        self._conditions: list[ReturnedCondition] = []
        self._merges: list[str] = []
        self._protected = False
        self._row = 0  # the last one begun
        self._drawings = drawings
        self._look = SheetLookReader(repeats.columns)
        own = (
            (names(SPREADSHEET, "row"), self._read_row),
            (_CELL, self._cell_outside_rows),
            (names(SPREADSHEET, "mergeCell"), self._merge),
            (names(SPREADSHEET, "conditionalFormatting"), self._conditions_of),
            (names(SPREADSHEET_2010, "conditionalFormatting"), self._newer_conditions),
            (CONDITION, self._condition),
            (names(SPREADSHEET, "sheetProtection"), self._protection),
            (VALIDATION, self._validation),
        )
        self._actions: Mapping[str, Callable[[GrowingTree, Element], None]] = {
            **self._look.actions,
            **{tag: action for tags, action in own for tag in tags},
        }

    def read(self, container: Container, part: str, state: str) -> ReturnedSheet:
        """The sheet in that part; raises ``RefusedError`` located in this sheet."""
        try:
            tree = GrowingTree(container, part, _WORKSHEET, self._budget)
            self._visit(tree, tree.children(tree.root))
            self._budget.spend(CELLS, len(self._cells))
            look = self._look.look(self._drawings, part)
        except RefusedError as refusal:
            raise refusal.located(self._name) from None
        return ReturnedSheet(
            name=self._name,
            state=state,
            protected=self._protected,
            cells=self._cells,
            merges=tuple(self._merges),
            validations=tuple(self._validations),
            conditions=tuple(self._conditions),
            look=look,
            runs=self._runs,
        )

    def _visit(self, tree: GrowingTree, elements: Iterator[Element]) -> None:
        """Act on the elements and on all they contain."""
        for element in elements:
            action = self._actions.get(element.tag)
            if action is not None:
                action(tree, element)
            elif namespace_of(element) in _KNOWN:
                self._visit(tree, tree.children(element))

    def _read_row(self, tree: GrowingTree, element: Element) -> None:
        number = element.get("r")
        row = self._row + 1
        digits = str(row)
        if number is not None and number != digits:
            row = _row_number(number)
            digits = str(row)
        self._row = row
        if not 0 < row <= LAST_ROW:
            raise RefusedError("QA240", actual=(number or str(row))[:40])
        self._look.see_row(row, element)
        if not len(element) and tree.is_over(element):
            return
        columns, column = self._columns, 0
        for batch in tree.batches(element):
            for cell in batch:
                if cell.tag not in _CELL:
                    self._visit(tree, tree.aside(cell))
                    continue
                address = cell.get("r")
                if address is None:
                    column = column + 1 if column < LAST_COLUMN else 0
                else:
                    # A cell not in its row would be read elsewhere by a program that counts;
                    # with digits left over its letters are no column.
                    column = columns[address.removesuffix(digits)]
                if not column:
                    raise RefusedError("QA240", actual=(address or "")[:40])
                self._read_cell(tree, cell, (row, column))
            if len(self._cells) > self._most_cells:
                refuse_over(CELLS, CELLS.most - self._most_cells + len(self._cells))

    def _read_cell(self, tree: GrowingTree, element: Element, position: tuple[int, int]) -> None:
        raw: str | None = None
        formula: Element | None = None
        for part in element:
            tag = part.tag
            if tag in _VALUE:
                raw = tree.text(part) if len(part) else (part.text or "")
            elif tag in _FORMULA:
                formula = part
            elif tag in _INLINE:
                raw = self._inline_text(tree, part, position)
            else:
                tree.check_depth(part, 2)
        cells = self._cells
        if position in cells:
            raise RefusedError("QA245", cell=cell_address(*position))
        kind, style = element.get("t", "n"), element.get("s", "0")
        try:
            if formula is None and raw is None:
                cells[position] = self._empty.get((kind, style)) or self._new_empty(kind, style)
                return
            values = self._values
            value, number = (
                values[kind](raw) if raw else values.value(kind, raw),
                self._styles[style],
            )
            if formula is None:
                cells[position] = _cell((value, number, None, True))
                if self._shared_runs:
                    self._note_runs(kind, raw or "", position)
            else:
                text = self._formula(tree, formula, position)
                cells[position] = _cell((value, number, text, bool(raw) or kind in _TEXT_KINDS))
        except RefusedError as refusal:
            raise refusal.located(self._name, cell_address(*position)) from None

    def _inline_text(self, tree: GrowingTree, item: Element, position: tuple[int, int]) -> str:
        runs = self._text_runs.of(item)
        if runs:
            self._runs[position] = runs
        return rich_text(tree, item, 2)

    def _note_runs(self, kind: str, raw: str, position: tuple[int, int]) -> None:
        runs = self._shared_runs.get(raw) if kind == "s" else None
        if runs:
            self._runs[position] = runs

    def _new_empty(self, kind: str, style: str) -> ReturnedCell:
        value = self._values.value(kind, None)
        cell = self._empty[kind, style] = ReturnedCell(value, self._styles[style])
        return cell

    def _formula(self, tree: GrowingTree, element: Element, position: tuple[int, int]) -> str:
        """The formula of a cell, written out where it only points to a shared one."""
        text = tree.text(element) if len(element) else element.text or ""
        text = text.removeprefix("=")
        if len(text) > FORMULA_CHARACTERS.most:
            refuse_over(FORMULA_CHARACTERS, len(text))
        if element.get("t") != "shared":
            return text
        index = element.get("si", "")
        if text:
            self._shared[index] = SharedFormula(text, *position)
            return text
        shared = self._shared.get(index)
        if shared is None:
            raise RefusedError("QA244", actual=index[:40])
        self._budget.spend(SHARED_FORMULA_CHARACTERS, len(shared.text))
        return shared.at(*position)

    def _cell_outside_rows(self, _tree: GrowingTree, element: Element) -> None:
        raise RefusedError("QA240", actual=element.get("r", "")[:40])

    def _validation(self, tree: GrowingTree, element: Element) -> None:
        self._validations.append(read_validation(tree, element, self._columns, self._budget))

    def _merge(self, _tree: GrowingTree, element: Element) -> None:
        self._budget.spend(MERGES)
        self._merges.append(checked_range(element.get("ref", ""), self._columns))

    def _conditions_of(self, tree: GrowingTree, element: Element) -> None:
        self._conditions += read_conditions(
            tree, element, self._columns, self._budget, self._text_runs.looks
        )

    def _newer_conditions(self, tree: GrowingTree, element: Element) -> None:
        self._conditions += read_newer_conditions(
            tree, element, self._columns, self._budget, self._text_runs.looks
        )

    def _condition(self, _tree: GrowingTree, _element: Element) -> None:
        """One that stands elsewhere."""
        self._budget.spend(CONDITIONS)

    def _protection(self, _tree: GrowingTree, element: Element) -> None:
        # 18.3.1.85: the sheet is protected only where this attribute says so.
        self._protected = is_true(element.get("sheet"))


def _row_number(text: str) -> int:
    """The number of a row, or 0 where the text is none."""
    digits = text.isascii() and text.isdigit() and len(text) <= len(str(LAST_ROW))
    return int(text) if digits else 0
