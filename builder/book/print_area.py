"""Which rows of a sheet print: a defined name that follows what is filled in."""

from builder.book.sheet import PrintedRows
from builder.formula.address import absolute_address
from builder.formula.expression import Area, Expression
from builder.formula.render import pieces


def print_area(sheet: str, rows: PrintedRows) -> str:
    """The formula of the name that Excel and WPS print by; LibreOffice prints the whole sheet.

    It is no cell's formula, but every program has its functions (ECMA-376 Part 1, 18.17.7).
    """
    column, first = rows.said
    if rows.down_to is None:
        said = absolute_address(sheet, first, column, rows.last, column)
        used = f'SUMPRODUCT(MAX(({said}<>"")*ROW({said})))'
    else:
        used = _absolute(rows.down_to)
    down = absolute_address(sheet, 1, rows.reach, rows.last, rows.reach)
    corner = absolute_address(sheet, 1, 1, 1, 1)
    return f"{corner}:INDEX({down},MAX({rows.least},{used}))"


def _absolute(expression: Expression) -> str:
    """A formula in which no reference moves, as names ask for it."""
    return "".join(
        part
        if isinstance(part, str)
        else part.name
        or absolute_address(part.sheet, part.first_row, part.column, part.last_row, part.column)
        if isinstance(part, Area)
        else absolute_address(part.sheet, part.row, part.column, part.row, part.column)
        for part in pieces(expression)
    )
