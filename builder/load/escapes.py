"""Backslashes and paired signs of a text: which a scheme needs, and which only look like marks.

A backslash before ASCII punctuation is taken away, as CommonMark 2.4 does, because it is how a
person keeps a sign from being read as a mark. Where the sign would be none anyway, the backslash
may be the notice's own.
"""

import re

from builder.load.problems import Problems
from builder.model.official import Position


def tell_of_idle(
    raw: str, begins: Position, problems: Problems, *, heading: bool = False, cell: bool = False
) -> None:
    """Report the first backslash of a text that begins there which keeps nothing from a mark."""
    for match in _ESCAPE.finditer(raw):
        if not _needed(raw, match.start(), heading=heading, cell=cell):
            where = problems.position(begins.line, begins.column + match.start())
            problems.add("QA199", where, actual=match[0], expected=match[0][1])
            return


def tell_of_marks(raw: str, begins: Position, problems: Problems) -> None:
    """Report what is bold or a link elsewhere and is printed letter for letter here."""
    match = _MARKED.search(raw)
    if match is not None:
        where = problems.position(begins.line, begins.column + match.start())
        problems.add("QA190", where, actual=match[0])


def _needed(raw: str, start: int, *, heading: bool, cell: bool) -> bool:
    """Whether the sign behind a backslash would be a mark without it."""
    sign, rest = raw[start + 1], raw[start + 1 :]
    if sign == "\\":
        return True
    if sign == "|":
        return cell
    if sign in "{}":
        return heading
    if sign == "<":
        return _TAG.match(rest) is not None
    if sign in "([":
        return _POINTS.match(rest) is not None
    before = raw[:start].strip()
    return (
        _OPENING.match(rest) is not None
        if not before
        else _LABEL.fullmatch(raw[:start]) is not None and sign in ".)"
    )


_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_TAG = re.compile(r"</?[a-zA-Z]")
_POINTS = re.compile(
    r"[(\[]{1,2}[^()\[\]（）]{0,20}[0-9０-９一二三四五六七八九十][^()\[\]（）]{0,20}[)\]]"
)
_OPENING = re.compile(r"[#>|+*`~=-]")
_LABEL = re.compile(r"\s*(?:[a-zA-Z]|[0-9]{1,9})")
_MARKED = re.compile(
    r"\*\*(?=[^\s*])[^*\n]{1,80}(?<=[^\s*])\*\*|\[[^\[\]\n]{1,80}\]\((?:https?:|mailto:)[^()\s]{1,200}\)"
)
