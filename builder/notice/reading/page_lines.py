"""Printed lines put together again that only the width of a column broke.

A line that was broken reaches so far that what the next begins with had no room behind it; a line
that ends earlier ended there on purpose.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from builder.frozen import frozen

# What begins a line of its own wherever the one before it ends.
BEGINS = re.compile(
    r"\s*(?:\[\d+\]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、]|[（(]?\d{1,2}[.．](?!\d)|\d{1,2}(?:[.．]\d{1,2})+(?![\d%％倍])"
    r"|[a-zA-Z][.．)）]|[—―–-]{1,2}|[①-⑳]|第.{1,3}[章条]|注\d{0,2}[:：.])"
)
_ENDED = re.compile(r"[。；;！？!?]$")
_HAIR, _AUTO_SPACE = 0.5, 0.25
# So much of the size of its letters more above a line, or another size, and a paragraph begins.
_ROOM, _OTHER_SIZE = 0.3, 1.5
# Points that had no room behind their criterion.
_POINTS = re.compile(r"[（(]\d+(?:\.\d+)?分[)）][；;。]?")
_SCORED = re.compile(r"[（(]\d+(?:\.\d+)?分[)）][；;。]?$")
# What may not begin a line takes the sign before it along; what may not end one, that behind it.
_CLINGS = "，。、；：！？,.;:!?）)】》”’%％/…"
_OPENS = "（(【《“‘"
# These hold what is before and behind them.
_GLUES = '/“”‘’"'
_LATIN = re.compile(r"[A-Za-z0-9.%/+=≥≤<>×-]")


@frozen
class Printed:
    """One line as it is printed: its text, from where to where it reaches, how high its letters.

    ``first`` is how wide that is with which it begins and which cannot be parted.
    """

    text: str
    left: float
    right: float
    size: float
    first: float = 0.0
    bottom: float = 0.0


def printed(line: Mapping[str, Any]) -> Printed:
    """A line as the library tells it."""
    signs = [one for one in line["chars"] if not str(one["text"]).isspace()]
    size = max((float(one["size"]) for one in signs), default=10.0)
    count = _first("".join(str(one["text"])[:1] for one in signs))
    first = float(signs[count - 1]["x1"]) - float(signs[0]["x0"]) if signs else 0.0
    return Printed(
        text=str(line["text"]).strip(),
        left=float(line["x0"]),
        right=float(line["x1"]),
        size=size,
        first=first,
        bottom=float(line["bottom"]),
    )


def joined(lines: Iterable[Printed], left: float, right: float) -> list[str]:
    """The texts of a column that reaches from ``left`` to ``right``, its broken lines joined."""
    texts: list[str] = []
    before: Printed | None = None
    for line in lines:
        if texts and before is not None and goes_on(before, line, texts[-1], left, right):
            texts[-1] += f"{gap(texts[-1], line.text)}{line.text}"
        else:
            texts.append(line.text)
        before = line
    return texts


def pitches(lines: Iterable[Printed]) -> dict[int, float]:
    """How far apart the lines of a page stand within a paragraph, by the size of their letters."""
    found: dict[int, float] = {}
    for before, line in pairwise(lines):
        step, size = line.bottom - before.bottom, round(line.size)
        if size == round(before.size) and step > line.size:
            found[size] = min(step, found.get(size, step))
    return found


def stands_apart(before: Printed, line: Printed, usual: Mapping[int, float]) -> bool:
    """Whether more room is above a line than within a paragraph, or its letters are others."""
    step, size = line.bottom - before.bottom, round(line.size)
    wide = step > usual.get(size, step) + _ROOM * line.size
    return wide or abs(line.size - before.size) > _OTHER_SIZE


def goes_on(before: Printed, line: Printed, text: str, left: float, right: float) -> bool:
    """Whether a line goes on with the text that the one before it ends."""
    if _POINTS.fullmatch(line.text):
        return True
    if BEGINS.match(line.text) or line.left > left + 1.5 * line.size:
        return False
    if before.right + _between(before, line) + line.first <= right - _HAIR:
        return False
    if _SCORED.search(before.text):
        return line.text[:1] in _CLINGS
    # A full line may end where its sentence does; with a label before it more may belong to it.
    return _ENDED.search(before.text) is None or BEGINS.match(text) is not None


def _between(before: Printed, line: Printed) -> float:
    """The room that is left between a Chinese sign and a Latin one beside each other."""
    latin = [_LATIN.match(sign) is not None for sign in (before.text[-1:], line.text[:1])]
    return _AUTO_SPACE * line.size if latin[0] != latin[1] else 0.0


def gap(before: str, after: str) -> str:
    """What stood between two words that a line's end parted."""
    return " " if before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() else ""


def _first(text: str) -> int:
    """How many signs a line begins with that no line's end may part."""
    at = 0
    while at < len(text) and text[at] in _OPENS:
        at += 1
    while at < len(text) and _LATIN.match(text[at]):
        at += 1
        if at < len(text) and text[at] in _OPENS:
            at += 1
            break
    else:
        at = max(at, 1)
    if text[at - 1 : at] and text[at - 1] in _OPENS:
        at += 1
    while at < len(text) and text[at] in _CLINGS + _GLUES:
        at += 2 if text[at] in _GLUES else 1
        # A number behind a comma stays beside it, too.
        while at < len(text) and _LATIN.match(text[at]) and text[at - 1] != "。":
            at += 1
    return min(max(at, 1), len(text))
