"""A workbook of an older layout as the present plan sees it: its inputs, and nothing else."""

from collections.abc import Iterable, Mapping, Sequence

from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.kit.kit_plan import KitPlan
from builder.model.returned import NOTHING, ReturnedCell, ReturnedSheet, ReturnedWorkbook
from builder.verify.alignment import Alignment
from builder.verify.pristine import Pristine


@frozen
class OlderAlignment(Alignment):
    """The way from the plan to inputs that stand anywhere; ``files`` are the sheets by name.

    No other cell of the plan is held, so that none can differ from what was planned for it.
    """

    files: Mapping[str, ReturnedSheet]

    def holds(self, cell: Cell) -> bool:
        """Whether the file has this input."""
        return cell in self.strays

    def locate(self, cell: Cell) -> Cell:
        """The cell of the file; for one that is no input the nearest of its row that is one."""
        if cell in self.strays:
            return self.strays[cell]
        beside = [
            (abs(planned.column - cell.column), place)
            for planned, place in self.strays.items()
            if planned[:2] == cell[:2]
        ]
        return min(beside)[1] if beside else cell

    def returned(self, cell: Cell) -> ReturnedCell:
        """What the file holds in an input; an empty cell where it has no such input."""
        place = self.strays.get(cell)
        sheet = None if place is None else self.files.get(place.sheet)
        if place is None or sheet is None:
            return NOTHING
        return sheet.cells.get((place.row, place.column), NOTHING)

    def contents(self, sheet: str, places: Sequence[tuple[int, int]]) -> Iterable[ReturnedCell]:
        """What the file holds in inputs of one planned sheet, in their order."""
        return [self.returned(Cell(sheet, row, column)) for row, column in places]


def older_alignment(
    pristine: Pristine[KitPlan], workbook: ReturnedWorkbook, places: Mapping[Cell, Cell]
) -> OlderAlignment:
    """The alignment by which an older workbook is held against the present plan."""
    files = {sheet.name: sheet for sheet in workbook.sheets}
    stands_on = {planned.sheet: place.sheet for planned, place in places.items()}
    sheets = {
        sheet.name: found
        for sheet in pristine.plan.sheets
        if (found := files.get(stands_on.get(sheet.name, sheet.name))) is not None
    }
    return OlderAlignment(
        sheets=sheets,
        unmoved={},
        lost=(),
        rows={},
        columns={},
        strays=dict(places),
        files=files,
    )
