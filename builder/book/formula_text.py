"""The text a planned formula has in a file."""

from builder.book.sheet import Formula
from builder.formula.expression import Cell
from builder.formula.render import Locate, as_planned, joined


def formula_text(formula: Formula, home: Cell, locate: Locate = as_planned) -> str:
    """The text, without the equals sign, of the formula planned for ``home``.

    ``locate`` says where in the file each cell of the plan now stands.
    """
    sheet = locate(home).sheet
    if not formula.shift:
        return joined(formula.pieces, home=sheet, locate=locate)
    return joined(formula.pieces, home=sheet, locate=lambda cell: locate(formula.meant(home, cell)))
