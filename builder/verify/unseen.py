"""Answers that are none: nothing can be seen of them, or they are no content of their cell."""

from collections.abc import Iterable, Mapping

from builder.book.book_plan import InputPlan
from builder.formula.blank import ORDINARY, is_blank
from builder.formula.value import ErrorValue, Value, is_error
from builder.model.returned import ReturnedCell
from builder.verify.typed_numbers import takes_number


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


def out_of_place(
    answers: Iterable[InputPlan], filled: Mapping[str, ReturnedCell]
) -> dict[str, Value]:
    """Error values, and truth values where words belong, by the input's name.

    They count as blank. A formula is told as such, a truth value among numbers as no number.
    """
    return {
        item.name: cell.value
        for item in answers
        for cell in (filled[item.name],)
        if cell.formula is None
        and (is_error(cell.value) or (isinstance(cell.value, bool) and not takes_number(item)))
    }
