"""Text as an Office XML part may hold it."""

import re

# What the library of XML calls so is the same, and imports http and e-mail along with it.
from html import escape

# Characters XML 1.0 cannot hold, and texts that look like Office's own escape for one
# (ECMA-376 Part 1, 22.9.2.19 ST_Xstring).
_UNHOLDABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)"
)


def element_text(text: str) -> str:
    """``text`` for the inside of an element, every character kept as typed."""
    return escape(held_text(text), quote=False).replace("\r", "&#13;")


def held_text(text: str) -> str:
    """``text`` as a cell or note stores it, before it becomes markup."""
    return _UNHOLDABLE.sub(_encoded, text)


def attribute_text(text: str) -> str:
    """``text`` for the inside of a double-quoted attribute."""
    return element_text(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def _encoded(match: re.Match[str]) -> str:
    return f"_x{ord(match.group()):04X}_"


def declared(content: str) -> bytes:
    """A part as it is stored, with its XML declaration."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{content}'.encode()
