"""The look of what the applicant writes, where an office asks for another than the template's."""

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import SubElement, _Element

from builder.word.parts import Typeface

_ANSWER = "qa填写区"
# Single spacing, in 240ths of a line (ECMA-376 Part 1, 17.3.1.33).
_LINE = 240
_TWIPS_OF_HALF_POINT = 10
_INDENT_CHARACTERS = 2
_FONT_SLOTS = ("ascii", "hAnsi", "eastAsia")


def set_typeface(document: Document, styles: dict[str, str], typeface: Typeface | None) -> None:
    """Change the style of the places to write; a value that is not given stays the template's."""
    if typeface is None:
        return
    wanted = styles[_ANSWER]
    style = next(one for one in document.styles.element.style_lst if one.styleId == wanted)
    text, paragraph = _child(style, "rPr"), style.find(qn("w:pPr"))
    if typeface.font:
        fonts = _child(text, "rFonts", first=True)
        for slot in _FONT_SLOTS:
            fonts.set(qn(f"w:{slot}"), typeface.font)
    if typeface.half_points:
        for name in ("sz", "szCs"):
            _child(text, name).set(qn("w:val"), str(typeface.half_points))
    if paragraph is None:
        return
    indent = paragraph.find(qn("w:ind"))
    if indent is not None and typeface.half_points:
        twips = _INDENT_CHARACTERS * typeface.half_points * _TWIPS_OF_HALF_POINT
        indent.set(qn("w:firstLine"), str(twips))
    spacing = paragraph.find(qn("w:spacing"))
    if spacing is not None and typeface.spacing:
        spacing.set(qn("w:line"), str(int(_LINE * float(typeface.spacing))))
        spacing.set(qn("w:lineRule"), "auto")


def _child(parent: _Element, name: str, *, first: bool = False) -> _Element:
    """The child of that name, made where it is missing."""
    found = parent.find(qn(f"w:{name}"))
    if found is not None:
        return found
    made = SubElement(parent, qn(f"w:{name}"))
    if first:
        parent.insert(0, made)
    return made
