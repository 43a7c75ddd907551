"""One worksheet part: values, formulas and styles of its cells in a single pass."""

from collections.abc import Mapping

from builder.formula.address import cell_address
from builder.model.returned import ReturnedCell, ReturnedSheet
from builder.read.address import (
    LAST_COLUMN,
    LAST_ROW,
    Columns,
    Positions,
    checked_range,
)
from builder.read.cell_values import CellValues
from builder.read.container import Container
from builder.read.limits import (
    CELLS,
    CONDITIONS,
    FORMULA_CHARACTERS,
    MERGES,
    SHARED_FORMULA_CHARACTERS,
    Budget,
    refuse_over,
)
from builder.read.markup import Actions, Attributes, EndAction, StartAction, elements, feed, is_true
from builder.read.namespaces import EXCEL_2006, SPREADSHEET, SPREADSHEET_2010
from builder.read.refusal import RefusedError
from builder.read.rich_text import RichText
from builder.read.shared_formula import SharedFormula
from builder.read.validations import ValidationReader

# The cell types whose empty cached value is a calculated blank, not a formula never calculated.
_TEXT_KINDS = frozenset({"str", "s", "inlineStr", "d"})


class Repeats:
    """What the cells of a file share, because most of a form repeats.

    ``plain`` holds cells without a formula by type, style and text: equal ones are one object.
    """

    def __init__(self) -> None:
        """Nothing has been met yet."""
        self.columns = Columns()
        self.positions = Positions(self.columns)
        self.plain: dict[tuple[str, str, str | None], ReturnedCell] = {}


class SheetReader:
    """The state of reading one sheet; the claimed ``<dimension>`` is ignored."""

    def __init__(
        self,
        name: str,
        values: CellValues,
        styles: Mapping[str, int],
        repeats: Repeats,
        budget: Budget,
    ) -> None:
        """``styles`` maps each style index the file defines, as text, to its number.

        ``repeats`` is shared by the sheets of the file.
        """
        self._name = name
        self._values = values
        self._styles = styles
        self._budget = budget
        self._most_cells = budget.left(CELLS)
        self._columns = repeats.columns
        self._text = RichText()
        self._validations = ValidationReader(self._columns, budget)
        self._cells: dict[tuple[int, int], ReturnedCell] = {}
        self._plain = repeats.plain
        self._positions = repeats.positions
        self._shared: dict[str, SharedFormula] = {}
        self._merges: list[str] = []
        self._protected = False
        self._row = 0  # outside of rows
        self._position = (0, 0)
        self._kind, self._style = "n", "0"
        self._raw: str | None = None
        self._formula: str | None = None
        self._formula_attributes: Attributes = {}

    def read(self, container: Container, part: str, state: str) -> ReturnedSheet:
        """The sheet in that part; raises ``RefusedError`` located in this sheet."""
        try:
            feed(container, part, self._actions(), self._budget)
            self._budget.spend(CELLS, len(self._cells))
        except RefusedError as refusal:
            raise refusal.located(self._name) from None
        return ReturnedSheet(
            name=self._name,
            state=state,
            protected=self._protected,
            cells=self._cells,
            merges=tuple(self._merges),
            validations=tuple(self._validations.found),
        )

    def _actions(self) -> Actions:
        starts: dict[str, StartAction] = {
            "row": self._begin_row,
            "c": self._begin_cell,
            "f": self._begin_formula,
            "mergeCell": self._merge,
            "cfRule": self._condition,
            "sheetProtection": self._protection,
            **self._text.starts,
        }
        ends: dict[str, EndAction] = {
            "row": self._end_row,
            "c": self._end_cell,
            "v": self._end_value,
            "f": self._end_formula,
            "is": self._end_inline,
            **self._text.ends,
        }
        return Actions(
            roots=frozenset(elements(SPREADSHEET, {"worksheet": None})),
            namespaces=frozenset((*SPREADSHEET, *SPREADSHEET_2010, *EXCEL_2006)),
            starts={**elements(SPREADSHEET, starts), **self._validations.starts},
            ends={**elements(SPREADSHEET, ends), **self._validations.ends},
        )

    def _begin_row(self, attributes: Attributes) -> None:
        text = attributes.get("r")
        if text is None:
            row = self._position[0] + 1
        elif text.isascii() and text.isdigit() and len(text) <= len(str(LAST_ROW)):
            row = int(text)
        else:
            row = 0
        if not 0 < row <= LAST_ROW:
            raise RefusedError("QA240", actual=(text or str(row))[:40])
        self._row = row
        self._position = (row, 0)

    def _end_row(self, _text: str) -> None:
        self._row = 0
        if len(self._cells) > self._most_cells:
            refuse_over(CELLS, CELLS.most - self._most_cells + len(self._cells))

    def _begin_cell(self, attributes: Attributes) -> None:
        get = attributes.get
        address = get("r")
        if address is None:
            position = (self._row, self._position[1] + 1)
        else:
            position = self._positions[address]
        # A cell that is not in its row would be read elsewhere by a program that counts.
        if position[0] != self._row or not self._row or position[1] > LAST_COLUMN:
            raise RefusedError("QA240", actual=(address or "")[:40])
        self._position = position
        self._kind = get("t", "n")
        self._style = get("s", "0")
        self._raw = self._formula = None

    def _begin_formula(self, attributes: Attributes) -> None:
        self._formula_attributes = attributes

    def _end_formula(self, text: str) -> None:
        self._formula = text.removeprefix("=")
        if len(self._formula) > FORMULA_CHARACTERS.most:
            refuse_over(FORMULA_CHARACTERS, len(self._formula))

    def _end_value(self, text: str) -> None:
        self._raw = text

    def _end_inline(self, _text: str) -> None:
        self._raw = self._text.take()

    def _end_cell(self, _text: str) -> None:
        position = self._position
        if position in self._cells:
            raise RefusedError("QA245", cell=cell_address(*position))
        if self._formula is None:
            key = (self._kind, self._style, self._raw)
            cell = self._plain.get(key)
            if cell is not None:
                self._cells[position] = cell
                return
        try:
            cell = self._returned()
        except RefusedError as refusal:
            raise refusal.located(self._name, cell_address(*position)) from None
        self._cells[position] = cell
        if self._formula is None:
            self._plain[self._kind, self._style, self._raw] = cell

    def _returned(self) -> ReturnedCell:
        formula = None if self._formula is None else self._whole_formula(self._formula)
        style = self._styles.get(self._style)
        if style is None:
            raise RefusedError("QA243", actual=self._style[:40])
        return ReturnedCell(
            value=self._values.value(self._kind, self._raw),
            formula=formula,
            calculated=formula is None or bool(self._raw) or self._kind in _TEXT_KINDS,
            style=style,
        )

    def _whole_formula(self, text: str) -> str:
        """The formula of the current cell, written out where it only points to a shared one."""
        if self._formula_attributes.get("t") != "shared":
            return text
        index = self._formula_attributes.get("si", "")
        if text:
            self._shared[index] = SharedFormula(text, *self._position)
            return text
        shared = self._shared.get(index)
        if shared is None:
            raise RefusedError("QA244", actual=index[:40])
        self._budget.spend(SHARED_FORMULA_CHARACTERS, len(shared.text))
        return shared.at(*self._position)

    def _merge(self, attributes: Attributes) -> None:
        self._budget.spend(MERGES)
        self._merges.append(checked_range(attributes.get("ref", ""), self._columns))

    def _condition(self, _attributes: Attributes) -> None:
        self._budget.spend(CONDITIONS)

    def _protection(self, attributes: Attributes) -> None:
        # 18.3.1.85: the sheet is protected only where this attribute says so.
        self._protected = is_true(attributes.get("sheet"))
