"""Characters of a text that others take the place of."""

from collections.abc import Iterable, Iterator

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


def with_comments(text: str, cut: Cut, whole: Said) -> Cut:
    """The cut that takes no comment along: those within it stand before what is put in.

    ``whole`` are all values of the text; a line within one of them is no comment.
    """
    kept = "".join(comments(text, cut.start, cut.end, whole))
    start = line_start(text, cut.start)
    new = f"{kept}{text[start : cut.start]}{cut.new}"
    return Cut(start=start, end=cut.end, new=new) if kept else cut


def comments(text: str, start: int, end: int, whole: Said) -> Iterator[str]:
    """The lines of comment that begin in a part of a text of which ``whole`` are all values."""
    here = line_start(text, start)
    for line in text[here:end].splitlines(keepends=True):
        at = here + len(line) - len(line.lstrip())
        # All values are looked at only for a line that may be a comment.
        if (
            line.lstrip().startswith("#")
            and at >= start
            and not any(one.start <= at < one.end for one in _texts(whole))
        ):
            yield line
        here += len(line)


def _texts(said: Said) -> Iterator[Said]:
    """Every single value within a value."""
    if said.sort is Sort.TEXT:
        yield said
    for one in (*said.items, *(key.value for key in said.keys)):
        yield from _texts(one)


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
