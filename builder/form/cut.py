"""Characters of a text that others take the place of."""

from collections.abc import Iterable

from builder.frozen import frozen
from builder.load.said import Said
from builder.load.shapes import Sort


@frozen
class Cut:
    """From ``start`` to before ``end`` the text is to be ``new``."""

    start: int
    end: int
    new: str


def with_cuts(text: str, cuts: Iterable[Cut]) -> str:
    """The text with all cuts made; they do not overlap, and those of one place keep their order."""
    pieces: list[str] = []
    at = 0
    for cut in sorted(cuts, key=lambda one: (one.start, one.end)):
        pieces += [text[at : cut.start], cut.new]
        at = max(at, cut.end)
    return "".join((*pieces, text[at:]))


def line_start(text: str, at: int) -> int:
    """Where the line begins that holds a character."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line after the one begins that holds a character."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def content_end(text: str, said: Said) -> int:
    """Where the characters of a value end; YAML counts the blank lines after it to it."""
    if said.flow or said.sort is Sort.TEXT:
        return said.start + len(text[said.start : said.end].rstrip())
    last = said.items[-1] if said.items else said.keys[-1].value if said.keys else None
    return said.end if last is None else content_end(text, last)


def removed(text: str, start: int, said: Said) -> Cut:
    """The lines of a key taken out, from where it begins to the end of its value."""
    return Cut(start=line_start(text, start), end=line_end(text, content_end(text, said)), new="")
