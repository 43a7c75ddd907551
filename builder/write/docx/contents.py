"""The table of contents, filled in beforehand so that no program has to ask or update it.

The template holds an ordinary TOC field. Its cached result is replaced by one entry a heading: a
hyperlink to the heading's bookmark and a PAGEREF field (ECMA-376 Part 1, 17.16.5). Pages of a
kit that nobody has written in yet would be wrong with the first answer: they come with F9.
"""

import re
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from lxml.etree import _Element

from builder.word.parts import DocumentPlan

# What stands for a page until the reader updates the field with F9.
UNKNOWN_PAGE = "—"

_RANGE = re.compile(r"\\o\s+\"(\d)-(\d)\"")
_CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_INSTRUCTION = '<w:r><w:instrText xml:space="preserve">{}</w:instrText></w:r>'


def fill_contents(body: _Element, styles: dict[str, str], plan: DocumentPlan) -> None:
    """Replace the entries of the first table of contents; a template may do without one."""
    instruction = next(
        (
            node
            for node in body.iter(qn("w:instrText"))
            if (node.text or "").split()[:1] == ["TOC"] and _RANGE.search(node.text or "")
        ),
        None,
    )
    if instruction is None:
        return
    old = _field_paragraphs(instruction)
    container = old[0].getparent() if old else None
    if container is None:
        return
    new = parse_xml(_entries(instruction.text or "", styles, plan))
    place = container.index(old[0])
    for paragraph in old:
        container.remove(paragraph)
    for offset, paragraph in enumerate(list(new)):
        container.insert(place + offset, paragraph)


def _field_paragraphs(instruction: _Element) -> list[_Element]:
    """The paragraphs from the field's beginning to its end, empty if it never ends."""
    first = next(instruction.iterancestors(qn("w:p")), None)
    if first is None:
        return []
    paragraphs: list[_Element] = []
    depth = 0
    for paragraph in (first, *first.itersiblings(qn("w:p"))):
        paragraphs.append(paragraph)
        kinds = [node.get(qn("w:fldCharType")) for node in paragraph.iter(qn("w:fldChar"))]
        depth += kinds.count("begin") - kinds.count("end")
        if depth <= 0:
            return paragraphs
    return []


def _entries(instruction: str, styles: dict[str, str], plan: DocumentPlan) -> str:
    levels = _RANGE.search(instruction)
    deepest = 0 if levels is None else int(levels.group(2))
    shown = [entry for entry in plan.headings if entry[2] <= deepest]
    opening = (
        _CHAR.format("begin") + _INSTRUCTION.format(escape(instruction)) + _CHAR.format("separate")
    )
    closing = _CHAR.format("end")
    last = len(shown) - 1
    paragraphs = [
        _entry(
            heading,
            bookmark,
            style=styles.get(f"toc {level}", ""),
            before="" if place else opening,
            after=closing if place == last else "",
        )
        for place, (heading, bookmark, level) in enumerate(shown)
    ]
    return f"<w:body {nsdecls('w')}>{''.join(paragraphs)}</w:body>"


def _entry(heading: str, bookmark: str, *, style: str, before: str, after: str) -> str:
    properties = f"<w:pPr><w:pStyle w:val={quoteattr(style)}/></w:pPr>" if style else ""
    field = (
        _CHAR.format("begin")
        + _INSTRUCTION.format(f" PAGEREF {bookmark} \\h ")
        + _CHAR.format("separate")
        + f"<w:r><w:t>{UNKNOWN_PAGE}</w:t></w:r>"
        + _CHAR.format("end")
    )
    return (
        f'<w:p>{properties}{before}<w:hyperlink w:anchor={quoteattr(bookmark)} w:history="1">'
        f'<w:r><w:t xml:space="preserve">{escape(heading)}</w:t></w:r><w:r><w:tab/></w:r>{field}'
        f"</w:hyperlink>{after}</w:p>"
    )
