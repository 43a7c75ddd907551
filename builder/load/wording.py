"""Official wording: what is label, what is points, what is text, and nothing lost in between.

Headings and tables take no marks: only a backslash before ASCII punctuation is taken away, as
CommonMark 2.4 does, because it is how a person keeps a mark from being read as a mark.
"""

import re
from decimal import Decimal
from typing import Protocol

from builder.frozen import frozen
from builder.load.suspects import Suspect, in_criterion, in_heading

# Signs as a Chinese keyboard types them, each for one: what is printed keeps them.
HALF_WIDTH = str.maketrans("０１２３４５６７８９．％", "0123456789.%")


class _Suspected(Protocol):
    """Who finds what looks like points in a text."""

    def __call__(self, raw: str, *, scored: bool) -> tuple[Suspect, ...]: ...


@frozen
class Scored:
    """A text and the points at its end; ``unread`` is what looked like points but is not.

    ``suspects`` are the points in the text that are written as nobody reads them, or not at its
    end.
    """

    text: str
    points: Decimal | None = None
    unread: str = ""
    suspects: tuple[Suspect, ...] = ()


def plain(raw: str) -> str:
    """The text as printed: white space normalised, escapes taken away."""
    return _ESCAPE.sub(r"\1", with_brackets(" ".join(raw.split())))


def with_brackets(raw: str) -> str:
    """The raw text without the backslashes that keep Chinese brackets from holding points."""
    return _KEPT_BRACKET.sub(r"\1", raw)


def split_label(raw: str) -> tuple[str, str]:
    """The printed label of a criterion, without white space, and the rest of its raw text."""
    raw = raw.strip()
    match = _LABEL.match(raw)
    if match is None:
        return "", raw
    label = "".join(match[0].split()).removeprefix("\\")
    return label, raw[match.end() :].strip()


def starts_with_label(raw: str) -> bool:
    """Whether a line opens a criterion of its own."""
    return _LABEL.match(raw.strip()) is not None


def split_criterion_points(raw: str) -> Scored:
    """A criterion's text and its own points.

    Points at the very end leave the text. Where punctuation follows them they stay in it, because
    the text without them would not be what the notice prints.
    """
    return _split(raw, _POINTS, _UNREAD, in_criterion)


def split_heading_points(raw: str) -> Scored:
    """A heading's text and its points, which may be printed without the word 分."""
    return _split(raw, _HEADING_POINTS, _HEADING_UNREAD, in_heading)


def _split(raw: str, printed: re.Pattern[str], odd: str, suspected: _Suspected) -> Scored:
    """The text without the points ``printed`` at its end; ``odd`` is what only looks like some."""
    raw = raw.rstrip()
    tail = raw[-_TAIL:]
    match = printed.search(tail)
    if match is None:
        unread = re.search(odd, tail)
        if unread is not None:
            return Scored(text=raw, unread=unread[0])
        return Scored(text=raw, suspects=suspected(raw, scored=False))
    points = _exact(match["number"])
    # Nothing is what the last of some options is worth.
    if points is None or (not points and "after" not in match.groupdict()):
        return Scored(text=raw, unread=match[0])
    before = raw[: len(raw) - len(match[0])].rstrip()
    text = raw if match.groupdict().get("after") else before
    return Scored(text=text, points=points, suspects=suspected(before, scored=True))


def _exact(number: str) -> Decimal | None:
    return Decimal(number) if _EXACT.fullmatch(number) else None


_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT_BRACKET = re.compile(
    r"(\\\\)|\\(?=[（【［〔]|[满总分标共合小本最至上不≤≦]|[0-9]+(?:\.[0-9]+)?\s*分)"
)

_LABEL = re.compile(
    r"""
      [a-zA-Z][.．](?![a-zA-Z]\.|\d)            # a.  but not e.g. and not B.1
    | [a-zA-Z][、)）]                           # a)
    | [（(]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])\s*[)）]   # （1） (2) （一）
    | \d{1,3}[.．)）](?!\d)                      # 1.
    | \d{1,3}、
    | [\u2460-\u2473]                           # ①
    | -{2,4}|[—―–─－]{1,2}                      # —— and how it is typed
    | \\[-*+](?=\s)                             # a printed marker kept from being Markdown's
    | [•●■◆]
    """,
    re.VERBOSE,
)

# Only the end of a text is searched: points are short, and a long line must not cost more.
_TAIL = 40
_EXACT = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,4})?")
_POINTS = re.compile(
    r"(?<!\\)[（(]\s*(?P<number>[0-9]+(?:\.[0-9]+)?)\s*分\s*[）)]\s*(?P<after>[；;。，,、.]?)$"
)
_HEADING_POINTS = re.compile(r"(?<!\\)[（(]\s*(?P<number>[0-9]+(?:\.[0-9]+)?)\s*分?\s*[）)]$")
# What follows is seldom looked for, and compiled only then.
_UNREAD = r"(?<!\\)[（(][0-9０-９一二三四五六七八九十百千零〇两Oo.,，。．+\s]+分\s*[）)]$"
_HEADING_UNREAD = (
    r"(?<!\\)[（(][-－—~～0-9０-９一二三四五六七八九十百千零〇两Oo.,，。．+\s]+分\s*[）)]$"
    r"|(?<!\\)[（(][-－—~～.,，。．+\s0-9０-９]*[0-9０-９][-－—~～.,，。．+\s0-9０-９]*[）)]$"
    r"|(?<!\\)[（(]\s*分\s*[）)]$"
)
