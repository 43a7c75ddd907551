"""How much of a returned workbook is what a plan printed."""

from fractions import Fraction

from builder.model.returned import ReturnedWorkbook
from builder.verify.pristine import Plan_co, Pristine


def likeness(pristine: Pristine[Plan_co], workbook: ReturnedWorkbook) -> Fraction:
    """The share of the planned official texts and numbers that stand in their place."""
    total = right = 0
    for name, fixed in pristine.fixed.items():
        total += len(fixed.constants)
        sheet = workbook.sheet(name)
        if sheet is not None:
            contents = tuple(sheet.contents(fixed.places))
            right += sum(
                contents[number].value == value for number, (value, _) in fixed.constants.items()
            )
    return Fraction(right, total or 1)
