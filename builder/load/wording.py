"""Official wording: what is label, what is points, what is text, and nothing lost in between.

Headings and tables take no marks: only a backslash before ASCII punctuation is taken away, as
CommonMark 2.4 does, because it is how a person keeps a mark from being read as a mark.
"""

import re
from decimal import Decimal

from builder.frozen import frozen


@frozen
class Scored:
    """A text and the points at its end; ``unread`` is what looked like points but is not.

    ``dropped`` are the points in the text that are written as nobody reads them, or not at its end.
    """

    text: str
    points: Decimal | None = None
    unread: str = ""
    dropped: tuple[str, ...] = ()


def plain(raw: str) -> str:
    """The text as printed: white space normalised, escapes taken away."""
    return _ESCAPE.sub(r"\1", with_brackets(" ".join(raw.split())))


def with_brackets(raw: str) -> str:
    """The raw text without the backslashes that keep Chinese brackets from holding points."""
    return _KEPT_BRACKET.sub("", raw)


def amount(written: str) -> str:
    """The number in points that were dropped."""
    match = re.search(_AMOUNT, written)
    return "" if match is None else match[0]


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
    return _split(raw, _POINTS, _UNREAD, _SAID)


def split_heading_points(raw: str) -> Scored:
    """A heading's text and its points, which may be printed without the word 分."""
    return _split(raw, _HEADING_POINTS, _HEADING_UNREAD, _BARE)


def _split(raw: str, printed: re.Pattern[str], odd: str, open_end: str) -> Scored:
    """The text without the points ``printed`` at its end; ``odd`` is what only looks like some."""
    raw = raw.rstrip()
    tail = raw[-_TAIL:]
    match = printed.search(tail)
    if match is None:
        unread = re.search(odd, tail)
        if unread is not None:
            return Scored(text=raw, unread=unread[0])
        return Scored(text=raw, dropped=_dropped(raw, open_end))
    points = _positive(match["number"])
    if points is None:
        return Scored(text=raw, unread=match[0])
    before = raw[: len(raw) - len(match[0])].rstrip()
    text = raw if match.groupdict().get("after") else before
    return Scored(text=text, points=points, dropped=_dropped(before, open_end))


def _dropped(raw: str, open_end: str) -> tuple[str, ...]:
    """Points in brackets anywhere in the text, else those that stand openly at its end."""
    if "分" not in raw:
        return ()
    found = dict.fromkeys(match[0] for match in re.finditer(_BRACKETED, raw))
    if not found and (match := re.search(open_end, raw[-_TAIL:])):
        found[match["points"]] = None
    return tuple(found)


def _positive(number: str) -> Decimal | None:
    if not _EXACT.fullmatch(number):
        return None
    points = Decimal(number)
    return points if points else None


_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT_BRACKET = re.compile(r"(?<!\\)\\(?=[（【［〔])")

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
    r"|[0-9０-９]+(?:\.[0-9]+)?\s*分$"
    r"|(?<!\\)[（(]\s*分\s*[）)]$"
)

# How notices write points otherwise: （满分30分） 【30分】 （分值：30） （≤30分） （30分）★.
_MOST = r"(?:满分|总分|分值|分数|标准分)[值为是:：]?\s*"
_WORDS = (
    rf"(?:{_MOST}|(?:共计|共|总计|合计|小计|本项|本条|最高|最多|至多|不超过|不多于|≤|<=|＜＝|计|占)"
    r"[为是:：]?\s*){0,3}"
)
_DIGITS = "0-9０-９一二三四五六七八九十百千零〇两"
_AMOUNT = rf"[{_DIGITS}][{_DIGITS}.．,，~～—–-]{{0,12}}"
_BRACKETED = (
    rf"(?<!\\)[（(【［\[〔]\s*{_WORDS}"
    rf"(?:{_AMOUNT}\s*分\s*(?:满分|以内|为限)?(?:[，,；;、][^（）()]{{0,40}})?"
    rf"|{_MOST}{_AMOUNT})\s*[）)】］\]〕]"
)
_MARKS = r"[\s；;。，,、.★☆*＊※▲△●]*$"
# A heading that ends in points; a criterion does only where it says that they are its own.
_BARE = rf"(?P<points>{_WORDS}(?:[0-9０-９][0-9.]*\s*分|{_MOST}{_AMOUNT})){_MARKS}"
_SAID = rf"(?:^|[\s；;。，,、])(?P<points>(?:本项|本条)?{_MOST}{_AMOUNT}\s*分){_MARKS}"
