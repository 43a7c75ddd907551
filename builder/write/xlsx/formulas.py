"""The formulas of a worksheet part; like rows of a table share one (ECMA-376 Part 1, 18.3.1.40)."""

from collections.abc import Mapping

from builder.book.formula_text import formula_text
from builder.book.sheet import Formula, SheetPlan
from builder.formula.address import area_address
from builder.formula.expression import Cell
from builder.write.xlsx.escape import element_text

Place = tuple[int, int]


def formula_elements(sheet: SheetPlan) -> Mapping[Place, str]:
    """The element of every formula of a sheet by its row and column.

    Hundreds of like rows would repeat the same text with other numbers in it, which packs badly.
    """
    alike: dict[tuple[int, int], list[tuple[Cell, Formula]]] = {}
    for cell in sheet.cells:
        if isinstance(cell.content, Formula):
            key = (id(cell.content.expression), cell.column)
            place = Cell(sheet=sheet.name, row=cell.row, column=cell.column)
            alike.setdefault(key, []).append((place, cell.content))
    elements: dict[Place, str] = {}
    shared = 0
    for cells in alike.values():
        (first, formula), *others = cells
        if others and _moves_along(formula, first):
            last = others[-1][0]
            area = area_address(first.row, first.column, last.row, last.column)
            head = f'<f t="shared" ref="{area}" si="{shared}">'
            elements[first.row, first.column] = f"{head}{_text(formula, first)}</f>"
            follower = f'<f t="shared" si="{shared}"/>'
            elements |= {(place.row, place.column): follower for place, _ in others}
            shared += 1
        else:
            elements |= {(p.row, p.column): f"<f>{_text(one, p)}</f>" for p, one in cells}
    return elements


def _moves_along(formula: Formula, home: Cell) -> bool:
    """Whether all that a formula addresses are cells of its own row, which move with it."""
    named = {piece for piece in formula.pieces if not isinstance(piece, str)}
    return formula.shift == 0 and all(
        (piece.sheet, piece.row) == (home.sheet, home.row)
        if isinstance(piece, Cell)
        else piece.name
        for piece in named
    )


def _text(formula: Formula, place: Cell) -> str:
    return element_text(formula_text(formula, place))
