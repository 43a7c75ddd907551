"""What a spreadsheet cell can hold, exactly."""

from decimal import Decimal
from enum import StrEnum


class ErrorValue(StrEnum):
    """An error a formula can return (ECMA-376 Part 1, 18.17.2.7)."""

    NULL = "#NULL!"
    DIV0 = "#DIV/0!"
    VALUE = "#VALUE!"
    REF = "#REF!"
    NAME = "#NAME?"
    NUM = "#NUM!"
    NA = "#N/A"


# ``None`` is an empty cell, which is not the same as the empty text a formula may return.
Value = Decimal | str | bool | ErrorValue | None
