"""How the sheets print: paper, margins, head and foot, as the template's first sheet has them."""

import re
from collections.abc import Mapping
from dataclasses import field
from xml.etree.ElementTree import Element

from builder.frozen import frozen
from builder.ooxml.namespaces import SPREADSHEET
from builder.write.xlsx.escape import element_text

_TAG = f"{{{SPREADSHEET[0]}}}"
_A4 = 9
# Margins in inches.
_MARGINS = {
    "left": "0.5",
    "right": "0.5",
    "top": "0.6",
    "bottom": "0.65",
    "header": "0.3",
    "footer": "0.3",
}
_WIDEST_MARGIN = 4.0
PAGE_NUMBER = "第 &P 页 / 共 &N 页"
# A head or foot may have 255 characters in all; the rest is room for what every page must say.
LONGEST_LINE = 150
_SECTION = re.compile("&([LCR&])")
_PICTURE = re.compile("&(?:&|G)")


class UnusableError(Exception):
    """The template cannot be used; its words say why."""


@frozen
class PageSettings:
    """Paper by its number (18.3.1.63), margins in inches, head and foot with their codes."""

    paper: int = _A4
    margins: Mapping[str, str] = field(default_factory=lambda: _MARGINS)
    header: str = ""
    footer: str = ""

    def xml(self, *, landscape: bool, page_note: str, across: int = 1) -> str:
        """The elements that end a sheet; ``page_note`` stands at the head of every page.

        So many pages ``across`` hold all columns.
        """
        margins = "".join(f' {name}="{value}"' for name, value in self.margins.items())
        orientation = "landscape" if landscape else "portrait"
        header = _with_note(self.header, page_note)
        head = f"<oddHeader>{element_text(header)}</oddHeader>" if header else ""
        foot = f"<oddFooter>{element_text(_with_number(self.footer))}</oddFooter>"
        return (
            f'<printOptions horizontalCentered="1"/><pageMargins{margins}/>'
            f'<pageSetup paperSize="{self.paper}" orientation="{orientation}"'
            f' fitToWidth="{across}" fitToHeight="0"/><headerFooter>{head}{foot}</headerFooter>'
        )


def breaks_xml(rows: tuple[int, ...]) -> str:
    """The element that ends a printed page after each of some rows (18.3.1.74)."""
    if not rows:
        return ""
    count = len(rows)
    breaks = "".join(f'<brk id="{row}" max="16383" man="1"/>' for row in rows)
    return f'<rowBreaks count="{count}" manualBreakCount="{count}">{breaks}</rowBreaks>'


def read_page(sheet: Element) -> PageSettings:
    """The print settings of a template's sheet; raises ``UnusableError`` for senseless ones."""
    margins = sheet.find(f"{_TAG}pageMargins")
    setup = sheet.find(f"{_TAG}pageSetup")
    paper = None if setup is None else setup.get("paperSize")
    if paper is not None and not re.fullmatch(r"[0-9]{1,3}", paper):
        raise UnusableError("纸张大小不是数")
    return PageSettings(
        paper=_A4 if paper is None else int(paper),
        margins=_MARGINS
        if margins is None
        else {name: _margin(margins, name) for name in _MARGINS},
        header=_PICTURE.sub(_without_picture, _line(sheet, "oddHeader")),
        footer=_PICTURE.sub(_without_picture, _line(sheet, "oddFooter")),
    )


def unprintable(sheet: Element) -> tuple[str, ...]:
    """What the heads and feet of a template's sheet have and a kit cannot take over."""
    lines = [_line(sheet, name) for name in ("oddHeader", "oddFooter")]
    found = sheet.find(f"{_TAG}headerFooter")
    modes = () if found is None else (found.get("differentFirst"), found.get("differentOddEven"))
    pictures = any("G" in match.group() for line in lines for match in _PICTURE.finditer(line))
    return (
        *(("页眉页脚里的图片",) if pictures else ()),
        *(("首页不同或奇偶页不同的页眉页脚",) if {"1", "true"} & set(modes) else ()),
    )


def _margin(margins: Element, name: str) -> str:
    try:
        inches = float(margins.get(name, _MARGINS[name]))
    except ValueError:
        raise UnusableError("页边距不是数") from None
    if not 0 <= inches <= _WIDEST_MARGIN:
        raise UnusableError("页边距不合理")
    return f"{inches:.6g}"


def _line(sheet: Element, name: str) -> str:
    found = sheet.find(f"{_TAG}headerFooter/{_TAG}{name}")
    return "" if found is None else found.text or ""


def _without_picture(match: re.Match[str]) -> str:
    return "" if match.group() == "&G" else match.group()


def _with_note(header: str, note: str) -> str:
    """The head with the note in its middle; an ampersand would begin a code (18.3.1.46)."""
    if not note:
        return header
    sections = _sections(header)
    words = note.replace("&", "&&")
    sections["C"] = f"{sections['C']}\n{words}" if sections["C"] else words
    return _joined(sections)


def _with_number(footer: str) -> str:
    """The foot with the page's number, added where the template has none."""
    if "&P" in footer.replace("&&", ""):
        return footer
    sections = _sections(footer)
    free = next((place for place in "CRL" if not sections[place]), "")
    if free:
        sections[free] = PAGE_NUMBER
    else:
        sections["C"] += f"\n{PAGE_NUMBER}"
    return _joined(sections)


def _sections(line: str) -> dict[str, str]:
    """Left, middle and right of a line; what stands before any code is in the middle."""
    sections = {"L": "", "C": "", "R": ""}
    place, start = "C", 0
    for code in _SECTION.finditer(line):
        if code.group(1) != "&":
            sections[place] += line[start : code.start()]
            place, start = code.group(1), code.end()
    sections[place] += line[start:]
    return sections


def _joined(sections: Mapping[str, str]) -> str:
    return "".join(f"&{place}{words}" for place, words in sections.items() if words)
