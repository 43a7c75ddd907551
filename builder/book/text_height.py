"""How high a row must be for its text to be read without dragging."""

import math
import unicodedata
from functools import lru_cache

# A line of the 10 pt body font; LibreOffice and Excel both need about 1.3 times its size.
LINE_HEIGHT = 13.5
_PADDING = 8.0
# Excel stops at this height (Excel specifications and limits: row height 409 points).
HIGHEST_ROW = 409.0
# What such a row holds.
MOST_LINES = int((HIGHEST_ROW - _PADDING) / LINE_HEIGHT)


def text_lines(text: str, width: float) -> int:
    """The lines ``text`` takes in a column of ``width`` characters, wide characters counted twice.

    Three characters of the width are kept for the indent and the margins of the cell.
    """
    room = max(width - 3, 2)
    return sum(max(1, math.ceil(_columns(line) / room)) for line in text.split("\n"))


def row_height(texts: tuple[tuple[str, float], ...], *, least: float = 20.0) -> float:
    """The height in points that holds every ``(text, column width)`` of a row."""
    lines = max((text_lines(text, width) for text, width in texts), default=1)
    return max(least, lines * LINE_HEIGHT + _PADDING)


# The official wording stands in every workbook of a kit, a panel or a list.
@lru_cache(maxsize=20_000)
def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in line)
