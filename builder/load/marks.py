"""Emphasis and links in a line of a scheme that says it has some, and what is marked of it.

Entities, code and images are not interpreted: what stands in the file is what the notice prints.
A backslash before ASCII punctuation is taken away, as CommonMark 2.4 does, because it is how a
person keeps a mark from being read as a mark.
"""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from builder.frozen import frozen
from builder.load.wording import plain, with_brackets
from builder.model.official import Mark, MarkKind

_OPENS = {"strong": MarkKind.STRONG, "em": MarkKind.EMPHASIS, "link": MarkKind.LINK}


@frozen
class Marked:
    """A text as printed, and the stretches of it that are marked, in the order they end."""

    text: str
    marks: tuple[Mark, ...] = ()


def worded(raw: str, *, markup: bool) -> Marked:
    """The text as printed: letter for letter, unless the file says that it is marked."""
    return marked(raw) if markup else Marked(text=plain(raw))


def marked(raw: str) -> Marked:
    """The text with its white space normalised, escapes and marks taken away."""
    words = with_brackets(" ".join(raw.split()))
    pieces: list[str] = []
    marks: list[Mark] = []
    begun: list[tuple[int, str]] = []
    length = 0
    for token in _tokens(words):
        kind, _, end = token.type.rpartition("_")
        if end == "open" and kind in _OPENS:
            begun.append((length, str(token.attrGet("href") or "")))
        elif end == "close" and kind in _OPENS:
            start, target = begun.pop()
            if start < length:
                marks.append(Mark(start=start, end=length, kind=_OPENS[kind], target=target))
        else:
            pieces.append(token.content)
            length += len(token.content)
    return Marked(text="".join(pieces), marks=tuple(marks))


def _tokens(words: str) -> list[Token]:
    found = _parser().parseInline(words)
    return [] if not found else found[0].children or []


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False})
    return parser.disable(["entity", "backticks", "autolink", "image", "html_inline", "newline"])
