"""Texts as a scheme file writes them, so that reading gives them back letter for letter."""

import json
import re

from builder.load.wording import split_criterion_points

_PLAIN = re.compile(r"[\w\u4e00-\u9fff（《“][\w\u4e00-\u9fff（）《》〔〕“”、，。；—·.%×＋/ -]*")
_NOT_PLAIN = re.compile(r"[\d.+-]+|true|false|yes|no|on|off|null|~|\d{4}-\d{2}-\d{2}.*", re.I)
_BLOCK_START = re.compile(r"(?:#{1,6}(?=\s|$)|>|\||[-+*](?=\s)|```|~~~|\*{3}|-{3,}\s*$|_{3})")
# What is a mark wherever it stands; of a heading, the braces of its attributes too.
_MARKED = re.compile(r"\\|<(?=/?[a-zA-Z])")
_MARKED_IN_HEADING = re.compile(rf"{_MARKED.pattern}|[{{}}]")
# What a greater-than sign may stand before; a note begins with words, or with a backslash.
COMPARED = re.compile(r"[0-9０-９=＝.．%％]")
# Signs before which a backslash keeps points from being read as points.
_KEPT = "（【［〔([满总分标共合小本最至不≤"


def note_line(text: str) -> str:
    """A note of which every mark is kept already."""
    return f"> \\{text}" if COMPARED.match(text) else f"> {text}"


def quoted(text: str) -> str:
    """A text as a value of the head: bare where that means the same, else in quotation marks."""
    if _PLAIN.fullmatch(text) and not _NOT_PLAIN.fullmatch(text) and ": " not in text:
        return text
    return json.dumps(text, ensure_ascii=False)


def quoted_in_braces(text: str) -> str:
    """The same between brackets, where more signs have a meaning."""
    if re.search(r"[,\[\]{}\"':#%]", text):
        return json.dumps(text, ensure_ascii=False)
    return quoted(text)


def escaped_heading(text: str) -> str:
    """What a heading prints, its marks kept from being read as marks."""
    return _MARKED_IN_HEADING.sub(lambda found: f"\\{found[0]}", text)


def escaped_line(text: str, *, scored: bool) -> str:
    """A line of text likewise; where it may be ``scored``, what only looks like points too."""
    text = _MARKED.sub(lambda found: f"\\{found[0]}", text)
    text = f"\\{text}" if _BLOCK_START.match(text) else text
    if scored:
        for one in reversed(split_criterion_points(text).suspects):
            if one.written[0] in _KEPT:
                text = f"{text[: one.start]}\\{text[one.start :]}"
    return text
