"""The Word kit as a file: a planned document poured into an office's own template."""

from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.frozen import frozen
from builder.word.parts import DocumentPlan
from builder.word.template_tags import KIT
from builder.write.docx.captions import number_captions
from builder.write.docx.characters import illegal_characters
from builder.write.docx.contents import fill_contents
from builder.write.docx.context import template_context
from builder.write.docx.filling import fill_template
from builder.write.docx.headings import mark_headings
from builder.write.docx.identity import write_identity
from builder.write.docx.page_note import check_page_note
from builder.write.docx.tables import fit_grids
from builder.write.docx.template import document_bytes, open_template
from builder.write.docx.typeface import set_typeface


@frozen
class DocumentBytes:
    """The bytes of a .docx file, or ``None`` and the findings that say why there are none."""

    content: bytes | None
    findings: tuple[Finding, ...] = ()


def write_document(plan: DocumentPlan, template: Path) -> DocumentBytes:
    """The kit in the template's look; the same plan and template always give the same bytes."""
    opened, findings = open_template(template, KIT)
    if opened is None:
        return DocumentBytes(content=None, findings=findings)
    place = Place(path=str(template))
    context = template_context(plan)
    findings = illegal_characters(context, place) or fill_template(opened, context, place)
    if findings:
        return DocumentBytes(content=None, findings=findings)
    body = opened.document.element.body
    findings = (
        *mark_headings(body, opened.styles, plan, place),
        *check_page_note(opened.document, plan.page_note, place),
    )
    if findings:
        return DocumentBytes(content=None, findings=findings)
    fit_grids(body)
    set_typeface(opened.document, opened.styles, plan.typeface)
    fill_contents(body, opened.styles, plan)
    number_captions(body, opened.styles)
    write_identity(opened.document, plan)
    return DocumentBytes(content=document_bytes(opened.document))
