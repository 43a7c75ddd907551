"""Headings a machine finds again: every planned heading in place, in order, under its bookmark."""

from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml.etree import SubElement, _Element

from builder.findings.finding import Finding, Place
from builder.word.parts import DocumentPlan

_HEADINGS = ("heading 1", "heading 2", "heading 3", "heading 4", "heading 5")
# Headings of guidance, which a template may have and hides with it.
GUIDANCE_HEADING = "qa指导标题"


def mark_headings(
    body: _Element, styles: dict[str, str], plan: DocumentPlan, place: Place
) -> tuple[Finding, ...]:
    """Put a bookmark on every planned heading, and prove that each answer has its place to write.

    Bookmarks of the template itself are taken out: a loop would repeat their names and numbers.
    """
    _drop_bookmarks(body)
    heading_styles = {styles[name] for name in (*_HEADINGS, GUIDANCE_HEADING) if name in styles}
    answer_style = styles["qa填写区"]
    expected = _expected(plan)
    found = 0
    for paragraph in body.iter(qn("w:p")):
        if found == len(expected):
            break
        text, bookmark = expected[found]
        style = _style(paragraph)
        if style not in heading_styles and style != answer_style:
            continue
        if (style == answer_style) == (bookmark == "") and _text(paragraph) == text:
            if bookmark:
                set_bookmark(paragraph, found + 1, bookmark)
            found += 1
    if found == len(expected):
        return ()
    return (_missing(expected, found, place),)


def _expected(plan: DocumentPlan) -> list[tuple[str, str]]:
    """Heading text and bookmark in page order; a place to write is its text and no bookmark."""
    answers = {part.bookmark: part.answer for part in plan.places}
    marks: list[tuple[str, str]] = []
    for heading, bookmark, _ in plan.headings:
        marks.append((heading, bookmark))
        answer = answers.get(bookmark)
        if answer is not None:
            marks.append((answer.placeholder, ""))
    return marks


def _missing(expected: list[tuple[str, str]], found: int, place: Place) -> Finding:
    text, bookmark = expected[found]
    heading = text if bookmark else expected[found - 1][0]
    missing = "标题" if bookmark else "填写处"
    return Finding.at("QA807", place, heading=heading, missing=missing)


def _drop_bookmarks(body: _Element) -> None:
    for mark in list(body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)


def _style(paragraph: _Element) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else style.get(qn("w:val")) or ""


def _text(paragraph: _Element) -> str:
    return "".join(_pieces(paragraph))


def _pieces(paragraph: _Element) -> Iterator[str]:
    for piece in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")):
        if piece.tag == qn("w:t"):
            yield piece.text or ""
        elif piece.tag == qn("w:br"):
            yield "\n"
        elif piece.getparent() is not None and not piece.get(qn("w:val")):
            yield "\t"


def set_bookmark(paragraph: _Element, number: int, name: str) -> None:
    """Let a paragraph carry a bookmark around all it says."""
    properties = paragraph.find(qn("w:pPr"))
    start = SubElement(paragraph, qn("w:bookmarkStart"))
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph.insert(0 if properties is None else 1, start)
    end = SubElement(paragraph, qn("w:bookmarkEnd"))
    end.set(qn("w:id"), str(number))
