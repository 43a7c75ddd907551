"""What a spreadsheet cell can hold, exactly."""

import re
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

# What programs show of an error, those of newer functions included.
_SHOWN_ERROR = re.compile(r"#(?:N/A|DIV/0!|GETTING_DATA|[A-Z]{3,12}[!?])", re.ASCII)


def is_error(value: Value) -> bool:
    """Whether a value is an error, or the text that a program shows of one."""
    if isinstance(value, ErrorValue):
        return True
    return isinstance(value, str) and _SHOWN_ERROR.fullmatch(value.strip()) is not None
