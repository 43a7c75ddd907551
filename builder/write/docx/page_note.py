"""Proof that what must stand on every page stands in every header of the filled template."""

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

from builder.findings.finding import Finding, Place


def check_page_note(document: Document, note: str, place: Place) -> tuple[Finding, ...]:
    """A finding where some page is without the note; an empty note needs no place.

    A section without a header of some kind takes over the one before it (ECMA-376 Part 1, 17.10.5).
    """
    if not note:
        return ()
    even = document.settings.odd_and_even_pages_header_footer
    carried = dict.fromkeys(("default", "first", "even"), False)
    for section in document.element.body.iter(qn("w:sectPr")):
        for reference in section.findall(qn("w:headerReference")):
            kind = reference.get(qn("w:type")) or "default"
            carried[kind] = note in _header_text(document, reference.get(qn("r:id")) or "")
        first = section.find(qn("w:titlePg"))
        used = ("default", *(("first",) if first is not None else ()), *(("even",) if even else ()))
        if not all(carried[kind] for kind in used):
            return (Finding.at("QA809", place, note=note),)
    return ()


def _header_text(document: Document, relation: str) -> str:
    part = document.part.rels[relation].target_part
    header: _Element = etree.fromstring(part.blob)
    return "".join(piece.text or "" for piece in header.iter(qn("w:t")))
