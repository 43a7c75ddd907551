"""The numbers that Word prints before paragraphs and no text holds (ECMA-376 Part 1, 17.9)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from builder.frozen import frozen
from builder.ooxml.namespaces import local_name
from builder.ooxml.word_markup import attribute, child, turned_on, value_of

_LEVELS = 9


@frozen
class _Level:
    """How one level of a list counts."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    plain: bool = False
    restart: int | None = None


@dataclass(kw_only=True)
class _List:
    """The levels of a list, and how far each has counted."""

    levels: Mapping[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class WordNumbers:
    """The number of one paragraph after another, in the order of the document."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        """Nothing has been counted."""
        self._lists: dict[str, _List] = {}
        self._fresh: dict[str, dict[int, int]] = {}
        if numbering is not None:
            self._read(numbering)
        self._styles = {} if styles is None else _styled(styles)

    def of(self, paragraph: Element) -> tuple[str, int]:
        """What is printed before the paragraph, and its level as a heading, 0 for none."""
        properties = child(paragraph, "pPr")
        style = value_of(properties, "pStyle")
        listed, level, heading = _said(properties)
        own = self._inherited(style)
        listed = own[0] if listed is None else listed
        level = own[1] if level is None else level
        heading = own[2] if heading is None else heading
        return self._next(listed or "0", level or 0), 0 if heading is None else heading + 1

    def _inherited(self, style: str) -> tuple[str | None, int | None, int | None]:
        listed = level = heading = None
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            said, based = self._styles[style]
            listed = said[0] if listed is None else listed
            level = said[1] if level is None else level
            heading = said[2] if heading is None else heading
            style = based
        return listed, level, heading

    def _next(self, listed: str, level: int) -> str:
        counted = self._lists.get(listed)
        if counted is None or level not in counted.levels:
            return ""
        for at, start in self._fresh.pop(listed, {}).items():
            counted.counts.pop(at, None)
            counted.starts[at] = start
        own = counted.levels[level]
        start = counted.starts.get(level, own.start)
        counted.counts[level] = counted.counts.get(level, start - 1) + 1
        for deeper in range(level + 1, _LEVELS):
            after = counted.levels.get(deeper, _Level()).restart
            if after != 0 and (after is None or level < after):
                counted.counts.pop(deeper, None)
        text = own.text
        for at in range(level + 1):
            of = counted.levels.get(at, _Level())
            value = counted.counts.get(at, counted.starts.get(at, of.start))
            if f"%{at + 1}" in text:
                counted.counts.setdefault(at, value)
            kind = "decimal" if own.plain else of.format
            text = text.replace(f"%{at + 1}", written(value, kind))
        if own.format == "bullet":
            # Symbol fonts keep their signs where no other font has any.
            return "".join("•" if 0xE000 <= ord(sign) <= 0xF8FF else sign for sign in text)
        return text

    def _read(self, numbering: Element) -> None:
        shared: dict[str, _List] = {}
        for element in numbering:
            if local_name(element) == "abstractNum":
                levels = (one for one in element if local_name(one) == "lvl")
                shared[attribute(element, "abstractNumId")] = _List(
                    levels=dict(map(_level, levels))
                )
        for element in numbering:
            counted = shared.get(value_of(element, "abstractNumId"))
            if local_name(element) == "num" and counted is not None:
                self._add(attribute(element, "numId"), counted, element)

    def _add(self, identifier: str, shared: _List, element: Element) -> None:
        """Add a list: it counts with those of the same levels unless it has some of its own."""
        own: dict[int, _Level] = {}
        fresh: dict[int, int] = {}
        for override in (one for one in element if local_name(one) == "lvlOverride"):
            at = _whole(attribute(override, "ilvl"))
            start, level = child(override, "startOverride"), child(override, "lvl")
            if start is not None:
                fresh[at] = _whole(attribute(start, "val"))
            if level is not None:
                own[at] = _level(level)[1]
        self._lists[identifier] = _List(levels={**shared.levels, **own}) if own else shared
        if fresh:
            self._fresh[identifier] = fresh


def written(value: int, kind: str) -> str:
    """A number in one of the formats of Word; what is not known is written in digits."""
    match kind:
        case "none":
            return ""
        case (
            "chineseCounting" | "chineseCountingThousand" | "japaneseCounting" | "ideographDigital"
        ):
            return _chinese(value)
        case "taiwaneseCounting" | "taiwaneseCountingThousand" | "koreanCounting":
            return _chinese(value)
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(value).translate(_WIDE)
        case "decimalZero":
            return f"{value:02d}"
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if 1 <= value <= _CIRCLED:
            return chr(0x2460 + value - 1)
        case "upperLetter" | "lowerLetter" if value >= 1:
            letter = chr(ord("A") + (value - 1) % 26) * min((value - 1) // 26 + 1, _LEVELS)
            return letter if kind == "upperLetter" else letter.lower()
        case "upperRoman" | "lowerRoman":
            roman = _roman(value)
            return roman if kind == "upperRoman" else roman.lower()
        case "decimalParenthesis":
            return f"({value})"
    return str(value)


_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_CIRCLED = 20
_FIGURES = "零一二三四五六七八九"
_TENS = 10
_MOST_IN_WORDS = 99
_ROMAN = (("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50))
_ROMAN_SMALL = (("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def _chinese(value: int) -> str:
    if not 0 <= value <= _MOST_IN_WORDS:
        return str(value)
    tens, ones = divmod(value, _TENS)
    if not tens:
        return _FIGURES[ones]
    return (_FIGURES[tens] if tens > 1 else "") + "十" + (_FIGURES[ones] if ones else "")


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    signs = ""
    for sign, worth in (*_ROMAN, *_ROMAN_SMALL):
        while value >= worth:
            signs, value = signs + sign, value - worth
    return signs


def _level(element: Element) -> tuple[int, _Level]:
    start, restart = child(element, "start"), child(element, "lvlRestart")
    return _whole(attribute(element, "ilvl")), _Level(
        start=1 if start is None else _whole(attribute(start, "val")),
        format=value_of(element, "numFmt") or "decimal",
        text=value_of(element, "lvlText"),
        plain=turned_on(element, "isLgl"),
        restart=None if restart is None else _whole(attribute(restart, "val")),
    )


_Said = tuple[str | None, int | None, int | None]


def _said(properties: Element | None) -> _Said:
    """The list, the level in it and the level as a heading that properties give a paragraph."""
    numbers = child(properties, "numPr")
    listed = value_of(numbers, "numId") or None
    level = value_of(numbers, "ilvl")
    outline = value_of(properties, "outlineLvl")
    heading = _whole(outline) if outline and _whole(outline) < _LEVELS else None
    return listed, _whole(level) if level else None, heading


def _styled(styles: Element) -> dict[str, tuple[_Said, str]]:
    """What every style says of numbers, and what it is based on."""
    return {
        attribute(style, "styleId"): (_said(child(style, "pPr")), value_of(style, "basedOn"))
        for style in styles
        if local_name(style) == "style"
    }


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LEVELS else 0
