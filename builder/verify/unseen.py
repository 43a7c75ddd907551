"""Answers in which nothing can be seen."""

from collections.abc import Mapping

from builder.formula.blank import ORDINARY, is_blank
from builder.formula.value import ErrorValue
from builder.model.returned import ReturnedCell


def unseen(filled: Mapping[str, ReturnedCell]) -> dict[str, str]:
    """The texts of which nothing can be seen, by the input's name: they count as blank.

    Of the usual blanks the workbook itself says what they are: nothing, or no number.
    """
    return {
        name: cell.value
        for name, cell in filled.items()
        if isinstance(cell.value, str)
        and not isinstance(cell.value, ErrorValue)
        and cell.formula is None
        and cell.value.strip(ORDINARY)
        and is_blank(cell.value)
    }
