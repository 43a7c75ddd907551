"""The fixed cells of a returned workbook that hold something else than was planned."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.book.formula_text import formula_text
from builder.book.sheet import CellPlan, Formula
from builder.book.style import Style
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.model.returned import ReturnedCell
from builder.verify.alignment import Alignment
from builder.verify.pristine import Plan_co, Pristine
from builder.verify.quoting import shown

_POINT_STYLES = (Style.POINTS, Style.SUBTOTAL_POINTS, Style.TOTAL_POINTS)


@dataclass(frozen=True, kw_only=True, slots=True)
class Altered:
    """A cell and the ``value`` that now stands in it; ``code`` is the finding that says so.

    It is empty where the cell only follows from rows or columns that went or changed their order,
    which is told once, there.
    """

    cell: Cell
    value: Value
    code: str = ""
    expected: str = ""
    actual: str = ""


def find_altered(pristine: Pristine[Plan_co], alignment: Alignment) -> Iterator[Altered]:
    """Every official text, number and formula that is not the planned one, sheet by sheet."""
    whole = alignment.complete
    in_place = whole and alignment.untouched
    for sheet, fixed in pristine.fixed.items():
        if sheet not in alignment.sheets:
            continue
        contents = tuple(alignment.contents(sheet, fixed.places))
        # Where nothing moved, what is word for word as planned needs no closer look.
        for number in fixed.differing(contents) if in_place else range(len(contents)):
            cell, planned = fixed.items[number]
            found = _compared(pristine, alignment, cell, planned, contents[number])
            if found is not None:
                yield found


def _compared(
    pristine: Pristine[Plan_co],
    alignment: Alignment,
    cell: Cell,
    planned: CellPlan,
    returned: ReturnedCell,
) -> Altered | None:
    if not alignment.holds(cell):
        return Altered(cell=cell, value=None)
    formula = planned.content
    if not isinstance(formula, Formula):
        return _content_fault(cell, returned, planned)
    if returned.formula and not alignment.reaches(formula, cell):
        return Altered(cell=cell, value=returned.value)
    expected = pristine.texts[cell]
    if not alignment.untouched:
        expected = formula_text(formula, cell, alignment.locate)
    if returned.formula is not None and pristine.agrees(returned.formula, expected):
        return None
    if returned.formula is not None and alignment.disturbs(formula, cell):
        return Altered(cell=cell, value=returned.value)
    return Altered(
        cell=cell,
        value=returned.value,
        code="QA411" if returned.formula is None else "QA412",
        expected=f"={expected}",
        actual=_held_by(returned),
    )


def _content_fault(cell: Cell, returned: ReturnedCell, planned: CellPlan) -> Altered | None:
    """An official text or number that is not the planned one."""
    if isinstance(planned.content, Formula):
        return None
    if returned.value == planned.content and returned.formula is None:
        return None
    return Altered(
        cell=cell,
        value=returned.value,
        code="QA422" if planned.style in _POINT_STYLES else "QA421",
        expected=shown(planned.content),
        actual=_held_by(returned),
    )


def _held_by(returned: ReturnedCell) -> str:
    return shown(returned.value) if returned.formula is None else f"={returned.formula}"
