"""What stands before a line: 一、（一） 1. 1.1 （1） a. —— 第一章 第一条 附录 A 表 1."""

import re
import unicodedata
from enum import Enum, auto

from builder.frozen import frozen


class Mark(Enum):
    """The kinds of label a notice prints."""

    CHAPTER = auto()
    ARTICLE = auto()
    APPENDIX = auto()
    TABLE = auto()
    LETTERED = auto()
    DOTTED = auto()
    CHINESE = auto()
    CHINESE_BRACKETS = auto()
    NUMBER = auto()
    NUMBER_BRACKETS = auto()
    LETTER = auto()
    CIRCLED = auto()
    DASH = auto()
    BULLET = auto()
    NONE = auto()


@frozen
class Labelled:
    """A line taken apart; ``depth`` is how many parts a number such as 1.1 has."""

    mark: Mark
    label: str
    rest: str
    depth: int = 0


_DIGIT = "[0-9０-９]"
_COUNT = "[一二三四五六七八九十百]"
_MARKS: tuple[tuple[Mark, str], ...] = (
    (Mark.CHAPTER, rf"第\s*(?:{_COUNT}{{1,4}}|{_DIGIT}{{1,3}})\s*(?:部分|[章节篇])[、：:]?"),
    (Mark.ARTICLE, rf"第\s*(?:{_COUNT}{{1,4}}|{_DIGIT}{{1,3}})\s*条[、：:]?"),
    (Mark.APPENDIX, r"附\s*录\s*[A-ZＡ-Ｚ]"),
    (
        Mark.TABLE,
        (
            rf"(?:附\s*)?表\s*(?:[A-Z]\s*[.．]\s*)?{_DIGIT}{{1,2}}(?:[-—–.．]{_DIGIT}{{1,2}})?"
            r"(?:\s*[：:、.．]|(?=\s))"
        ),
    ),
    (
        Mark.LETTERED,
        (
            rf"[A-Z](?:\s*[.．]\s*{_DIGIT}{{1,2}})+(?![\d%％])"
            rf"|[A-Z]{_DIGIT}{{1,2}}(?:[.．]{_DIGIT}{{1,2}})*(?=\s)"
        ),
    ),
    (
        Mark.DOTTED,
        rf"{_DIGIT}{{1,2}}(?:\s*[.．]\s*{_DIGIT}{{1,2}})+(?!{_DIGIT}|\s*[%％分倍万亿])[.．、]?",
    ),
    (Mark.CHINESE, rf"{_COUNT}{{1,3}}、"),
    (Mark.CHINESE_BRACKETS, rf"[（(]\s*{_COUNT}{{1,3}}\s*[)）]"),
    (Mark.NUMBER, rf"{_DIGIT}{{1,3}}\s*[、.．](?!{_DIGIT})|{_DIGIT}{{1,2}}\s+(?=[\u4e00-\u9fff“])"),
    (Mark.NUMBER_BRACKETS, rf"[（(]\s*{_DIGIT}{{1,3}}\s*[)）]|{_DIGIT}{{1,2}}\s*[)）]"),
    (
        Mark.LETTER,
        r"[a-zA-Z]\s*[.．、)）](?![a-zA-Z]\.|\d)|[（(]\s*[a-zA-Z]\s*[)）]|[A-Z]\s+(?=[\u4e00-\u9fff])",
    ),
    (Mark.CIRCLED, r"[\u2460-\u2473\u2776-\u277f]"),
    (Mark.DASH, r"-{2,4}|[—―–─－]{1,2}"),
    (Mark.BULLET, r"[•●■◆▪★☆]"),
)
_PATTERNS = tuple((mark, re.compile(pattern)) for mark, pattern in _MARKS)
# The word by which a notice begins a note.
NOTE = re.compile(r"注\s*\d{0,2}\s*[：:]")


def labelled(text: str) -> Labelled:
    """The label of a line and the rest of it; a line without a label is all rest."""
    for mark, pattern in _PATTERNS:
        found = pattern.match(text)
        if found is not None:
            label = found[0].strip()
            depth = len(re.findall(rf"{_DIGIT}+", label)) if mark in _NUMBERED else 0
            return Labelled(mark=mark, label=label, rest=text[found.end() :].strip(), depth=depth)
    return Labelled(mark=Mark.NONE, label="", rest=text)


_NUMBERED = (Mark.DOTTED, Mark.LETTERED, Mark.NUMBER)


def printed(head: Labelled) -> str:
    """A label as a scheme prints it: no white space inside a number, one blank before it."""
    tight = "".join(head.label.split())
    if head.mark in (Mark.APPENDIX, Mark.TABLE):
        return _BEFORE_LETTER.sub(" ", tight)
    return unicodedata.normalize("NFKC", tight) if tight[:1] in _WIDE else tight


_WIDE = tuple("０１２３４５６７８９")
_BEFORE_LETTER = re.compile(r"(?<=[录表])(?=[A-Z])")


def squeezed(text: str) -> str:
    """The text without white space, in the width that letters and digits usually have."""
    return "".join(unicodedata.normalize("NFKC", text).split())
