"""Where the inputs of the present layout stand in a workbook of an older one."""

from collections.abc import Iterator, Mapping

from builder.book.book_plan import InputPlan
from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.kit.older_layouts import OlderWorkbook
from builder.kit.sheet_names import METRICS_TABLE, TOTAL_NAME
from builder.model.returned import ReturnedWorkbook
from builder.verify.anchors import name_target
from builder.verify.older.figures import headed, older_figures
from builder.verify.pristine import Pristine


def older_places(
    pristine: Pristine[KitPlan], workbook: ReturnedWorkbook, layout: OlderWorkbook
) -> dict[Cell, Cell]:
    """The cell of the file by the cell of the plan, for every input that is found and the total.

    One that stands alone is where its name points; one of a table is in its row, under its heading.
    """
    targets = {
        name: place
        for name, (first, _) in pristine.corners.items()
        if (place := name_target(workbook.names.get(layout.name(name), ""))) is not None
    }
    tables: dict[str, list[InputPlan]] = {}
    found: dict[Cell, Cell] = {}
    for item in pristine.plan.inputs:
        if item.table:
            tables.setdefault(item.table, []).append(item)
        elif item.name in targets:
            found[item.cell] = targets[item.name]
    # The one result by which an award is decided; its formula is not compared, its looks are.
    total = name_target(workbook.names.get(layout.name(TOTAL_NAME), ""))
    if total is not None:
        found[pristine.plan.total] = total
    figures = older_figures(pristine.plan, workbook, layout)
    for table, items in tables.items():
        if table == METRICS_TABLE:
            rows = figures
        elif table in targets:
            above = targets[table].row - pristine.corners[table][0].row
            rows = {
                item.cell.row: targets[table]._replace(row=item.cell.row + above) for item in items
            }
        else:
            continue
        found |= _in_rows(pristine, workbook, layout, (items, rows))
    return found


def _in_rows(
    pristine: Pristine[KitPlan],
    workbook: ReturnedWorkbook,
    layout: OlderWorkbook,
    table: tuple[list[InputPlan], Mapping[int, Cell]],
) -> Iterator[tuple[Cell, Cell]]:
    items, rows = table
    columns = dict(_columns(pristine, workbook, layout, table))
    for item in items:
        row, column = rows.get(item.cell.row), columns.get(item.cell.column)
        if row is not None and column is not None:
            yield item.cell, row._replace(column=column)


def _columns(
    pristine: Pristine[KitPlan],
    workbook: ReturnedWorkbook,
    layout: OlderWorkbook,
    table: tuple[list[InputPlan], Mapping[int, Cell]],
) -> dict[int, int]:
    """The columns of the file by those of the plan, by the headings over them.

    What has a heading that is worked out are years: these begin where the names of their rows
    point, and stand side by side.
    """
    items, rows = table
    first = next(iter(rows.values()), None)
    sheet = None if first is None else workbook.sheet(first.sheet)
    if first is None or sheet is None:
        return {}
    heads = pristine.heads[items[0].cell.sheet]
    found = {
        column: place
        for text, (_, column) in heads.items()
        if (place := headed(sheet, layout.heading(text)))
    }
    worked_out = {item.cell.column for item in items} - {column for _, column in heads.values()}
    for place, column in enumerate(sorted(worked_out)):
        found[column] = first.column + place
    return found
