"""The rows of three-year figures in a workbook of an older layout, by what they are about."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.kit.metric_columns import HEADINGS, INDICATOR, NAME
from builder.kit.older_layouts import OlderWorkbook
from builder.kit.sheet_names import METRICS_TABLE
from builder.model.compared_text import reduced
from builder.model.returned import NOTHING, ReturnedSheet, ReturnedWorkbook
from builder.verify.anchors import name_target

# What a row is about: its indicator, and the figure where the notice names it.
_About = tuple[str, str]


def older_figures(
    plan: KitPlan, workbook: ReturnedWorkbook, layout: OlderWorkbook
) -> Mapping[int, Cell]:
    """The first year of each row of the file by the row of the plan.

    The rows of one indicator that are about the same figure, or are free, keep their order.
    """
    if plan.metrics is None:
        return {}
    there: defaultdict[_About, list[Cell]] = defaultdict(list)
    for about, place in _rows(workbook, layout):
        there[about].append(place)
    found: dict[int, Cell] = {}
    for row, about in _planned(plan):
        if there[about]:
            found[row] = there[about].pop(0)
    return found


def _planned(plan: KitPlan) -> Iterator[tuple[int, _About]]:
    """The rows of the plan and what each is about."""
    rows = () if plan.metrics is None else plan.metrics.rows
    sheet = plan.sheet(rows[0].name.sheet)
    printed = {
        (cell.row, cell.column): reduced(cell.content)
        for cell in sheet.cells
        if isinstance(cell.content, str)
    }
    for row in rows:
        line = row.name.row
        yield line, (printed.get((line, INDICATOR), ""), printed.get((line, NAME), ""))


def _rows(workbook: ReturnedWorkbook, layout: OlderWorkbook) -> Iterator[tuple[_About, Cell]]:
    """What each row of the file is about, and its first year."""
    heads = dict(HEADINGS)
    stem = layout.name(f"{METRICS_TABLE}_row_")
    number = 1
    while (place := name_target(workbook.names.get(f"{stem}{number}", ""))) is not None:
        number += 1
        sheet = workbook.sheet(place.sheet)
        if sheet is not None:
            columns = (headed(sheet, layout.heading(heads[each])) for each in (INDICATOR, NAME))
            cells = (sheet.cells.get((place.row, column), NOTHING) for column in columns)
            label, name = (
                reduced(cell.value)
                if isinstance(cell.value, str) and cell.style in workbook.locked_styles
                else ""
                for cell in cells
            )
            yield (label, name), place


def headed(sheet: ReturnedSheet, heading: str) -> int:
    """The column under a heading that stands once on a sheet, 0 where there is none."""
    found = {
        column
        for (_, column), cell in sheet.cells.items()
        if isinstance(cell.value, str) and reduced(cell.value) == reduced(heading)
    }
    return found.pop() if len(found) == 1 else 0
