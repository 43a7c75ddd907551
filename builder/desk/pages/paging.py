"""How much of a long table one page shows, and where it begins."""

from collections.abc import Mapping

PAGE_ROWS = 50
_LONGEST = 9


def first_of(query: Mapping[str, str]) -> int:
    """The row at which the page begins that an address asks for."""
    said = query.get("from", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < _LONGEST else 0
