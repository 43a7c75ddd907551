"""Which rows of a sheet print: a defined name that follows what is filled in."""

from collections.abc import Mapping

from builder.book.sheet import PrintedRows
from builder.formula.address import absolute_address
from builder.formula.expression import Area, Cell, Expression
from builder.formula.render import pieces


def print_area(planned: str, rows: PrintedRows, called: Mapping[str, str]) -> str:
    """The formula of the name that Excel and WPS print by; LibreOffice prints the whole sheet.

    It is no cell's formula, but every program has its functions (ECMA-376 Part 1, 18.17.7).
    ``called`` are the sheets that are called otherwise than planned.
    """
    sheet = called.get(planned, planned)
    column, first = rows.said
    if rows.down_to is None:
        said = absolute_address(sheet, first, column, rows.last, column)
        used = f'SUMPRODUCT(MAX(({said}<>"")*ROW({said})))'
    else:
        used = _absolute(rows.down_to, called)
    down = absolute_address(sheet, 1, rows.reach, rows.last, rows.reach)
    corner = absolute_address(sheet, 1, 1, 1, 1)
    return f"{corner}:INDEX({down},MAX({rows.least},{used}))"


def _absolute(expression: Expression, called: Mapping[str, str]) -> str:
    """A formula in which no reference moves, as names ask for it."""

    def said(part: Cell | Area) -> str:
        sheet = called.get(part.sheet, part.sheet)
        if isinstance(part, Cell):
            return absolute_address(sheet, part.row, part.column, part.row, part.column)
        corners = (part.first_row, part.column, part.last_row, part.column)
        return part.name or absolute_address(sheet, *corners)

    return "".join(part if isinstance(part, str) else said(part) for part in pieces(expression))
