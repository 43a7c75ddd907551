"""Planned values as a Word file: poured into an office's template, then drawn upon."""

from collections.abc import Callable, Mapping
from pathlib import Path

from docx.document import Document

from builder.findings.finding import Place
from builder.word.template_tags import Vocabulary
from builder.write.docx.document import DocumentBytes
from builder.write.docx.filling import fill_template
from builder.write.docx.template import document_bytes, open_template


def _as_filled(document: Document) -> None:
    """Leave a document as the template makes it."""


def pour(
    template: Path,
    vocabulary: Vocabulary,
    context: Mapping[str, object],
    draw: Callable[[Document], None] = _as_filled,
) -> DocumentBytes:
    """The filled template, after ``draw`` put in what no tag can print.

    The same values and template always give the same bytes.
    """
    opened, findings = open_template(template, vocabulary)
    if opened is None:
        return DocumentBytes(content=None, findings=findings)
    findings = fill_template(opened, context, Place(path=str(template)))
    if findings:
        return DocumentBytes(content=None, findings=findings)
    draw(opened.document)
    return DocumentBytes(content=document_bytes(opened.document))
