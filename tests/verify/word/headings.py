"""Reports whose headings somebody wrote anew, numbered anew, or lost the marks of."""

from collections.abc import Callable
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.verify.word.test_document import Edit, heading, is_heading, section_of


def reworded(change: Callable[[str], str], *only: str) -> Edit:
    """The report in which the headings of indicators say something else, or only these."""

    def edit(document: Document) -> None:
        for paragraph in filter(is_heading, document.paragraphs):
            chosen = paragraph.text in only if only else paragraph.text.endswith("分）")
            if chosen:
                _say(paragraph, change(paragraph.text))

    return edit


def without_marks(edit: Edit) -> Edit:
    """The same in a file that has lost every bookmark."""

    def both(document: Document) -> None:
        edit(document)
        for mark in [*document.element.iter(qn("w:bookmarkStart"))]:
            mark.getparent().remove(mark)

    return both


def renumbered(text: str) -> str:
    """A heading with another number before it."""
    return f"6{text[1:]}"


def drawn_up(document: Document) -> None:
    """The end of a heading deleted, so that the answer goes on in the same line."""
    answer = next(one for one in section_of(document) if _text(one).startswith("第 "))
    for element in section_of(document)[1:]:
        element.getparent().remove(element)
    first = heading(document)
    _say(first, first.text + _text(answer))


def _say(paragraph: Paragraph, text: str) -> None:
    for run in paragraph.runs:
        run.text = ""
    paragraph.runs[0].text = text


def _text(element: Any) -> str:
    return "".join(piece.text or "" for piece in element.iter(qn("w:t")))
