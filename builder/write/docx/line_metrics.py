"""How many lines a paragraph takes and how high they are, by its style.

Twentieths of a point throughout (ECMA-376 Part 1, 17.3.1.33 and 17.7).
"""

import unicodedata
from dataclasses import dataclass, replace

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

# A character takes a square of its size, a narrow one half of it.
_NARROW = 0.5
# What fonts leave above and below a line of single spacing.
_LEADING = 1.3
_SINGLE = 240
_TWIPS_OF_HALF_POINT = 10
_USUAL_SIZE = 21
_FORBIDDEN_AT_START = frozenset("，。、；：！？）》”’％")


@dataclass(frozen=True, kw_only=True)
class Look:
    """The measures of a paragraph; ``size`` in half points."""

    size: int = _USUAL_SIZE
    line: int = _SINGLE
    rule: str = "auto"
    before: int = 0
    after: int = 0
    left: int = 0
    right: int = 0
    first: int = 0
    page_break_before: bool = False
    keep_next: bool = False
    keep_lines: bool = False

    def lines(self, paragraph: _Element, width: int) -> tuple[int, ...]:
        """The heights of the lines of a paragraph that has ``width`` to itself."""
        square = self.size * _TWIPS_OF_HALF_POINT
        room = max(width - self.left - self.right, square)
        count, used = 1, float(self.first)
        for text in _pieces(paragraph):
            if text == "\n":
                count, used = count + 1, 0.0
                continue
            for sign in text:
                wide = unicodedata.east_asian_width(sign) in "WFA"
                step = square * (1 if wide else _NARROW)
                if used + step > room and sign not in _FORBIDDEN_AT_START:
                    count, used = count + 1, 0.0
                used += step
        return (self._height(),) * count

    def _height(self) -> int:
        natural = round(self.size * _TWIPS_OF_HALF_POINT * _LEADING)
        match self.rule:
            case "exact":
                return self.line
            case "atLeast":
                return max(self.line, natural)
            case _:
                return natural * self.line // _SINGLE


class Looks:
    """The look of every paragraph style of a document, worked out once."""

    def __init__(self, document: Document) -> None:
        """Read the styles."""
        root = document.styles.element
        self._styles = {style.styleId: style for style in root.style_lst}
        self._known: dict[str, Look] = {}
        defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        size = None if defaults is None else defaults.find(qn("w:sz"))
        self._base = Look(size=_value(size, "val", _USUAL_SIZE))
        usual = (one for one in root.style_lst if one.get(qn("w:default")) == "1")
        self._usual = next(
            (one.styleId for one in usual if one.get(qn("w:type")) == "paragraph"), ""
        )

    def of(self, paragraph: _Element) -> Look:
        """The look of a paragraph: its style's, and what it says itself."""
        own = paragraph.find(qn("w:pPr"))
        style = None if own is None else own.find(qn("w:pStyle"))
        name = self._usual if style is None else style.get(qn("w:val")) or ""
        look = self._style(name, 0)
        return look if own is None else _changed(look, own, None)

    def _style(self, name: str, depth: int) -> Look:
        if name in self._known:
            return self._known[name]
        style = self._styles.get(name)
        # Styles in a circle are no reason to go round for ever.
        if style is None or depth > len(self._styles):
            return self._base
        above = style.find(qn("w:basedOn"))
        base = self._base if above is None else self._style(above.get(qn("w:val")) or "", depth + 1)
        found = _changed(base, style.find(qn("w:pPr")), style.find(qn("w:rPr")))
        self._known[name] = found
        return found


def _changed(look: Look, paragraph: _Element | None, text: _Element | None) -> Look:
    """A look with what the properties say of it."""
    if text is not None:
        look = replace(look, size=_value(text.find(qn("w:sz")), "val", look.size))
    if paragraph is None or not len(paragraph):
        return look
    spacing, indent = paragraph.find(qn("w:spacing")), paragraph.find(qn("w:ind"))
    return replace(
        look,
        line=_value(spacing, "line", look.line),
        rule=look.rule if spacing is None else spacing.get(qn("w:lineRule")) or look.rule,
        before=_value(spacing, "before", look.before),
        after=_value(spacing, "after", look.after),
        left=_value(indent, "left", look.left),
        right=_value(indent, "right", look.right),
        first=_value(indent, "firstLine", look.first),
        page_break_before=_is_on(paragraph, "pageBreakBefore", usual=look.page_break_before),
        keep_next=_is_on(paragraph, "keepNext", usual=look.keep_next),
        keep_lines=_is_on(paragraph, "keepLines", usual=look.keep_lines),
    )


def _pieces(paragraph: _Element) -> list[str]:
    found: list[str] = []
    for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")):
        if node.tag == qn("w:br"):
            found.append("\n")
        elif node.tag == qn("w:t"):
            found.append(node.text or "")
    return found


def _value(element: _Element | None, name: str, usual: int) -> int:
    text = None if element is None else element.get(qn(f"w:{name}"))
    return int(text) if text is not None and text.lstrip("-").isdigit() else usual


def _is_on(properties: _Element, name: str, *, usual: bool) -> bool:
    flag = properties.find(qn(f"w:{name}"))
    return usual if flag is None else flag.get(qn("w:val")) not in ("0", "false", "off")
