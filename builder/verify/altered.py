"""The fixed cells of a returned workbook that hold something else than was planned."""

from collections.abc import Iterator

from builder.book.formula_text import formula_text
from builder.book.sheet import CellPlan, Formula
from builder.book.style import Style
from builder.formula.expression import Cell
from builder.formula.normal import normal_formula
from builder.formula.value import ErrorValue, Value
from builder.frozen import frozen
from builder.model.returned import ReturnedCell
from builder.verify.alignment import Alignment
from builder.verify.formula_shapes import has_shape
from builder.verify.pristine import Plan_co, Pristine
from builder.verify.quoting import shown

_POINT_STYLES = (Style.POINTS, Style.SUBTOTAL_POINTS, Style.TOTAL_POINTS)


@frozen(slots=True)
class Altered:
    """A cell and the ``value`` that now stands in it; ``code`` is the finding that says so.

    It is empty where the cell only follows from rows or columns that went or changed their order,
    which is told once, there: on the sheet ``follows``, where the formula is not to be used now.
    """

    cell: Cell
    value: Value
    code: str = ""
    expected: str = ""
    actual: str = ""
    follows: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the cell any more."""
        return self.value is None and not self.actual.startswith("=")


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
    expected = pristine.texts[cell]
    if not alignment.untouched:
        expected = formula_text(formula, cell, alignment.locate)
    if returned.formula is not None and pristine.agrees(returned.formula, expected):
        return None
    if returned.formula is not None:
        cause = _consequence(alignment, cell, formula, returned.formula)
        if cause is not None:
            return Altered(cell=cell, value=returned.value, follows=cause)
    return Altered(
        cell=cell,
        value=returned.value,
        code="QA411" if returned.formula is None else "QA412",
        expected=f"={expected}",
        actual=_held_by(returned),
    )


def _consequence(alignment: Alignment, cell: Cell, formula: Formula, returned: str) -> str | None:
    """The sheet whose lines went or moved, where that alone made a formula what it is now.

    It is empty where the formula still means what is left of what it meant.
    """
    cause = alignment.moved_sheet(formula, cell)
    if not cause:
        return None
    whole = alignment.reaches(formula, cell)
    if not whole and normal_formula(returned) == normal_formula(alignment.clipped(formula, cell)):
        return cause if ErrorValue.REF in returned else ""
    if alignment.disturbs(formula, cell) or has_shape(returned, formula):
        return cause
    # With a whole sheet gone, programs write what pointed there in ways of their own.
    return cause if not whole and ErrorValue.REF in returned else None


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
        actual=instead_of(planned.content, returned),
    )


def instead_of(planned: Value, returned: ReturnedCell) -> str:
    """What a cell holds, of what only reads like the planned content what kind it is."""
    held = _held_by(returned)
    if held != shown(planned):
        return held
    return f"{'文字' if isinstance(returned.value, str) else '数'} {held}"


def _held_by(returned: ReturnedCell) -> str:
    return shown(returned.value) if returned.formula is None else f"={returned.formula}"
