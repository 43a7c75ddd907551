"""Reports of the shipped schemes, filled in as a company's author fills them in with Word."""

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import docx
from docx.document import Document

from builder.pipeline.kit import Kind, kit_file
from builder.pipeline.templates import shipped_templates
from builder.plan.document.words import PLACEHOLDER
from tests.support.workbooks import shipped_scheme

ORGANISATION = "示例公司"


@cache
def blank_report(kit: str) -> bytes:
    """The report of a kit as it is handed out."""
    content, findings = kit_file(shipped_scheme(kit), Kind.DOCX, shipped_templates())
    assert content is not None, findings
    return content


def filled_report(kit: str, edit: Callable[[Document], None] | None = None) -> bytes:
    """The report with something written in every place and table, the prompts taken out."""
    document = docx.Document(io.BytesIO(blank_report(kit)))
    for number, paragraph in enumerate(list(document.paragraphs)):
        if paragraph.text == PLACEHOLDER:
            paragraph.runs[0].text = f"第 {number} 处：采用了系统的方法，三年来持续改进。"
        elif paragraph.style is not None and paragraph.style.name == "QA提示":
            element: Any = paragraph._element  # noqa: SLF001 - the library offers no other way
            element.getparent().remove(element)
    for table in document.tables:
        cells = table.rows[-1].cells if len(table.rows) > 1 else ()
        if cells and not any(cell.text for cell in cells):
            for place, cell in enumerate(cells):
                cell.text = f"E00{place}"
    document.tables[0].rows[0].cells[1].text = ORGANISATION
    if edit is not None:
        edit(document)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def save_report(folder: Path, content: bytes, name: str = "申报材料.docx") -> Path:
    """The report as a file."""
    path = folder / name
    path.write_bytes(content)
    return path
