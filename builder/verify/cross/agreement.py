"""Whether two texts say the same of one field, however they are written."""

import re

from builder.kit.industries import SECTIONS
from builder.model.compared_text import reduced
from builder.model.days import read_span
from builder.verify.written_numbers import number_in

# The letter that a dropdown puts before a section of the economy is left out on paper.
_LETTER = re.compile(r"[A-T](?=[^A-Za-z0-9])")
_SECTIONS = frozenset(reduced(section) for section in SECTIONS)
# A stamp's place and what is in brackets after a name are no part of it.
_STAMP = re.compile(r"[(](?:盖章|公章|签字|签章)[)]")


def agree(here: str, there: str, *, dated: bool = False) -> bool:
    """Whether both are the same text, number, day or section of the economy.

    What is ``dated`` is read as days first: as numbers 2009.5 and 2009.05 are two.
    """
    one, other = _plain(here), _plain(there)
    if one == other:
        return True
    mine, theirs = read_span(here), read_span(there)
    if dated and mine is not None and theirs is not None:
        return mine.agrees(theirs)
    figures = number_in(here), number_in(there)
    if None not in figures:
        return figures[0] == figures[1]
    return mine is not None and mine == theirs


def _plain(text: str) -> str:
    plain = _STAMP.sub("", reduced(text))
    if plain in _SECTIONS:
        plain = _LETTER.sub("", plain, count=1)
    return plain.casefold()
