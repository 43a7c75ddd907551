"""Table of contents and lists of captions, filled in before any program asks or updates them.

The template holds ordinary TOC fields. Its cached result is replaced by one entry a heading: a
hyperlink to its bookmark and a PAGEREF field (ECMA-376 Part 1, 17.16.5). Pages of a
kit that nobody has written in yet would be wrong with the first answer: they come with F9.
"""

import re
from collections.abc import Sequence
from html import escape

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from lxml.etree import _Element

from builder.frozen import frozen
from builder.word.parts import DocumentPlan
from builder.write.docx.headings import GUIDANCE_HEADING

# What stands for a page until the reader updates the field with F9.
UNKNOWN_PAGE = "—"

_RANGE = re.compile(r"\\o\s+\"(\d)-(\d)\"")
_CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_INSTRUCTION = '<w:r><w:instrText xml:space="preserve">{}</w:instrText></w:r>'


@frozen
class ContentsEntry:
    """One line of a list: its words, the bookmark it leads to, and the style it stands in."""

    words: str
    bookmark: str
    style: str


def fill_contents(body: _Element, styles: dict[str, str], plan: DocumentPlan) -> None:
    """Replace the entries of the first table of contents; a template may do without one.

    What is only for reading while one writes is none of what is handed in, and not listed.
    """
    instruction = next(
        (node for node in list_instructions(body) if _RANGE.search(node.text or "")), None
    )
    if instruction is None:
        return
    levels = _RANGE.search(instruction.text or "")
    deepest = 0 if levels is None else int(levels.group(2))
    left_out = _guidance_headings(body, styles)
    entries = [
        ContentsEntry(words=heading, bookmark=mark, style=styles.get(f"toc {level}", ""))
        for heading, mark, level in plan.headings
        if level <= deepest and mark not in left_out
    ]
    fill_list(instruction, entries)


def list_instructions(body: _Element) -> list[_Element]:
    """What the fields of lists say, in page order."""
    return [
        node for node in body.iter(qn("w:instrText")) if (node.text or "").split()[:1] == ["TOC"]
    ]


def fill_list(instruction: _Element, entries: Sequence[ContentsEntry]) -> None:
    """Replace what a list shows; one that would be empty, or never ends, stays."""
    old = _field_paragraphs(instruction) if entries else []
    container = old[0].getparent() if old else None
    if container is None:
        return
    new = parse_xml(_markup(instruction.text or "", entries))
    place = container.index(old[0])
    for paragraph in old:
        container.remove(paragraph)
    for offset, paragraph in enumerate(list(new)):
        container.insert(place + offset, paragraph)


def _guidance_headings(body: _Element, styles: dict[str, str]) -> set[str]:
    """The bookmarks of the headings that are hidden with the guidance."""
    style = styles.get(GUIDANCE_HEADING)
    return {
        mark.get(qn("w:name")) or ""
        for named in body.iter(qn("w:pStyle"))
        if style is not None and named.get(qn("w:val")) == style
        for paragraph in named.iterancestors(qn("w:p"))
        for mark in paragraph.iter(qn("w:bookmarkStart"))
    }


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


def _markup(instruction: str, entries: Sequence[ContentsEntry]) -> str:
    opening = (
        _CHAR.format("begin") + _INSTRUCTION.format(escape(instruction)) + _CHAR.format("separate")
    )
    closing = _CHAR.format("end")
    last = len(entries) - 1
    paragraphs = [
        _entry(entry, before="" if place else opening, after=closing if place == last else "")
        for place, entry in enumerate(entries)
    ]
    return f"<w:body {nsdecls('w')}>{''.join(paragraphs)}</w:body>"


def _entry(entry: ContentsEntry, *, before: str, after: str) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{escape(entry.style)}"/></w:pPr>' if entry.style else ""
    field = (
        _CHAR.format("begin")
        + _INSTRUCTION.format(f" PAGEREF {entry.bookmark} \\h ")
        + _CHAR.format("separate")
        + f"<w:r><w:t>{UNKNOWN_PAGE}</w:t></w:r>"
        + _CHAR.format("end")
    )
    link = f'<w:hyperlink w:anchor="{escape(entry.bookmark)}" w:history="1">'
    return (
        f"<w:p>{properties}{before}{link}"
        f'<w:r><w:t xml:space="preserve">{escape(entry.words)}</w:t></w:r><w:r><w:tab/></w:r>'
        f"{field}</w:hyperlink>{after}</w:p>"
    )
