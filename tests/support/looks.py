"""How a cell of a written sheet looks, whether the file has it or leaves it to its column."""

from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet


def look_of(page: Worksheet, row: int, column: int) -> Cell | MergedCell:
    """The cell, with the look of its column where the file left it out."""
    cell = page.cell(row, column)
    if isinstance(cell, Cell) and not cell.has_style:
        for each in page.column_dimensions.values():
            if each.has_style and (each.min or 0) <= column <= (each.max or 0):
                # openpyxl says a look as a whole nowhere else.
                cell._style = each._style  # type: ignore[attr-defined]  # noqa: SLF001
    return cell
