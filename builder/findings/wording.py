"""The sentences of the catalogue with the words of one finding in them."""

import re
from collections.abc import Mapping
from functools import reduce
from string import Formatter

_CHINESE, _LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]")


def worded(template: str, words: Mapping[str, str]) -> str:
    """The sentence, with the blanks between Chinese and Latin letters where a word begins or ends.

    Raises ``KeyError`` for a word that is not there.
    """
    pieces: list[str] = []
    for literal, name, _, _ in Formatter().parse(template):
        pieces += (literal,) if name is None else (literal, words[name])
    return reduce(_meeting, filter(None, pieces), "")


def _meeting(before: str, after: str) -> str:
    """One text after another, with a blank where letters of two kinds meet."""
    ends = before[-1:], after[:1]
    mixed = any(_CHINESE.match(one) and _LATIN.match(other) for one, other in (ends, ends[::-1]))
    return f"{before} {after}" if mixed else f"{before}{after}"
