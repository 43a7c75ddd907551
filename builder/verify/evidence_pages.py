"""Page numbers in a cell, and which of them a report does not have."""

import re
import unicodedata

_PAGE = re.compile(r"[0-9]+")
# Longer than any report; such a number is something else.
_MOST_DIGITS = 6


def pages_beyond(text: str, pages: int) -> tuple[str, ...]:
    """The numbers in a text that are no page of a report of ``pages`` pages."""
    numbers = _PAGE.findall(unicodedata.normalize("NFKC", text))
    return tuple(
        number for number in numbers if len(number) > _MOST_DIGITS or not 1 <= int(number) <= pages
    )
