"""Which sheet of a file is which of the plan, after a person renamed some."""

from collections.abc import Mapping, Sequence

from builder.book.book_plan import NamePlan
from builder.book.sheet import SheetPlan
from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.kit.kit_plan import ScoredPlan
from builder.model.returned import ReturnedSheet, ReturnedWorkbook
from builder.verify.anchors import marked_rows
from builder.verify.pristine import Pristine

# The names of a planned sheet that point anywhere, with the first cell of each.
Pointers = Sequence[tuple[NamePlan, Cell]]


def found_sheets(
    pristine: Pristine[ScoredPlan], workbook: ReturnedWorkbook, names: Mapping[str, Pointers]
) -> dict[str, ReturnedSheet]:
    """The sheets of the file by the planned ones that are there.

    Where all names of a planned sheet and most of its texts are on another one, its own name was
    given to that; else it is the sheet of its name.
    """
    search = _Search(pristine=pristine, workbook=workbook)
    found: dict[str, ReturnedSheet] = {}
    for sheet in pristine.plan.sheets:
        other = search.pointed(names[sheet.name])
        if other is not None and other.name != sheet.name and search.has_most(sheet, other):
            found[sheet.name] = other
    taken = {other.name for other in found.values()}
    for sheet in pristine.plan.sheets:
        own = None if sheet.name in taken else workbook.sheet(sheet.name)
        own = own or search.renamed(sheet, names[sheet.name], {*found} - taken)
        if own is not None:
            found.setdefault(sheet.name, own)
    return found


@frozen
class _Search:
    """A workbook in which the sheets of a plan are looked for."""

    pristine: Pristine[ScoredPlan]
    workbook: ReturnedWorkbook

    def pointed(self, names: Pointers) -> ReturnedSheet | None:
        """The one sheet to which all of the names point; nothing where they point apart."""
        sheets = {place.sheet for _, place in names}
        return self.workbook.sheet(sheets.pop()) if len(sheets) == 1 else None

    def has_most(self, sheet: SheetPlan, found: ReturnedSheet) -> bool:
        """Whether a sheet of the file has most of the texts of a planned one."""
        marks = self.pristine.marks[sheet.name]
        return 2 * len(marked_rows(marks, found)) > len(set(marks.values()))

    def renamed(self, sheet: SheetPlan, names: Pointers, freed: set[str]) -> ReturnedSheet | None:
        """The sheet that the names of a missing one now point to, or that has most of its texts.

        ``freed`` are the names of planned sheets that are called otherwise now.
        """
        if names:
            return self.pointed(names)
        planned = {each.name for each in self.pristine.plan.sheets} - freed
        others = (found for found in self.workbook.sheets if found.name not in planned)
        return next((found for found in others if self.has_most(sheet, found)), None)
