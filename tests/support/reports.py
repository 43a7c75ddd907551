"""Reports of the shipped schemes, filled in as an applicant's author fills them in with Word."""

import io
import zipfile
from collections.abc import Callable, Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from builder.kit.kit_plan import KitPlan
from builder.pipeline.kit import kit_file
from builder.pipeline.kit_names import KitPart
from builder.pipeline.templates import shipped_templates
from builder.read.document import read_document_content
from builder.read.workbook import read_content
from builder.verify.held import Held, hold_kit
from builder.verify.pristine import Pristine
from builder.verify.told import told_evidence, told_metrics
from builder.verify.word.returned import ReturnedReport, take_apart
from builder.word import words
from builder.word.parts import DocumentPlan, Gap
from builder.word.planning import plan_document
from tests.support.answers import complete_answers
from tests.support.workbooks import filled_bytes, shipped_plan, shipped_scheme

ORGANISATION = "示例公司"
# One sentence that an applicant writes again and again until a section has its share.
SENTENCE = "我们采用系统的方法，在各部门展开，三年来持续改进，并与战略协调一致。"


@cache
def blank_report(kit: str) -> bytes:
    """The report of a kit as it is handed out."""
    content, findings = kit_file(shipped_scheme(kit), KitPart.DOCX, shipped_templates())
    assert content is not None, findings
    return content


@cache
def complete_workbook(kit: str) -> bytes:
    """The workbook of a kit with a good answer everywhere."""
    plan = shipped_plan(kit)
    return filled_bytes(plan, complete_answers(plan))


@cache
def complete_held(kit: str) -> Held[KitPlan]:
    """That workbook held against its plan."""
    read = read_content("评分表.xlsx", lambda: complete_workbook(kit))
    assert read.workbook is not None
    return hold_kit(Pristine(shipped_plan(kit)), read.workbook, "评分表.xlsx")


def filled_report(kit: str, edit: Callable[[Document], None] | None = None) -> bytes:
    """The report that belongs to ``complete_workbook``, with something in every place."""
    document = docx.Document(io.BytesIO(_filled(kit)))
    if edit is not None:
        edit(document)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


@cache
def _filled(kit: str) -> bytes:
    document = docx.Document(io.BytesIO(blank_report(kit)))
    plan, told = plan_document(shipped_scheme(kit)), complete_held(kit)
    body: Any = document.element.body
    _write_answers(document, plan)
    _fill_form(body, plan, told)
    proofs = [
        (proof.number, proof.name, "报告", "本公司", proof.page) for proof in told_evidence(told)
    ]
    for table in body.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        head = tuple(map(words_of, _cells(rows[0])))
        if head[:2] == words.EVIDENCE_HEADER[:2]:
            fill_row(rows[1], proofs[0] if proofs else ("E001",))
        elif head[:2] == words.CHECKLIST_HEADER[:2]:
            for _ in proofs[len(rows) - 1 :]:
                table.append(deepcopy(rows[-1]))
            for row, proof in zip(table.findall(qn("w:tr"))[1:], proofs, strict=False):
                fill_row(row, (*proof[:2], "", *proof[2:]))
        elif head[:2] == words.FIGURES_BEFORE:
            _fill_figures(table, told)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _write_answers(document: Document, plan: DocumentPlan) -> None:
    """Half its share in every place, and the prompts taken out."""
    answers = [part.answer for part in plan.places if part.answer is not None]
    shares = iter([(answer.characters or 0) // 2 for answer in answers])
    for number, paragraph in enumerate(list(document.paragraphs)):
        if paragraph.text == words.PLACEHOLDER:
            times = next(shares) // len(SENTENCE) + 1
            paragraph.runs[0].text = f"第 {number} 处：{SENTENCE * times}"
        elif paragraph.style is not None and paragraph.style.name == "QA提示":
            element: Any = paragraph._element  # noqa: SLF001 - the library offers no other way
            element.getparent().remove(element)


def _fill_form(body: Any, plan: DocumentPlan, told: Held[KitPlan]) -> None:
    rows = [row.findall(qn("w:tc")) for row in body.iter(qn("w:tr"))]
    for gap in plan.gaps:
        cell = blank_of(rows, gap)
        write_cell(cell, told.typed(gap.name) or "无")


def _fill_figures(table: Any, told: Held[KitPlan]) -> None:
    """The figures of the indicator that the caption over the table names; else any others."""
    code = words_of(table.getprevious()).partition("（")[2].partition(" ")[0]
    figures = tuple(told_metrics(told))
    own = {figure.name: figure for figure in figures if figure.indicator.startswith(code)}
    rows = [_cells(row) for row in table.findall(qn("w:tr"))[1:]]
    named = [cells for cells in rows if words_of(cells[0])]
    for cells in named:
        figure = own[words_of(cells[0])]
        for cell, year in zip(cells[2:5], figure.years, strict=True):
            write_cell(cell, year)
    if not named:
        names = [figure.name for figure in figures]
        figure = next(one for one in figures if names.count(one.name) == 1)
        for cell, text in zip(rows[0], (figure.name, "", *figure.years), strict=False):
            write_cell(cell, text)


def _cells(row: Any) -> list[Any]:
    found: list[Any] = row.findall(qn("w:tc"))
    return found


def blank_of(rows: Sequence[Sequence[Any]], gap: Gap) -> Any:
    """The empty cell that belongs to a gap."""
    for cells in rows:
        for cell, beside in zip(cells, cells[gap.place :], strict=False):
            if words_of(cell) == gap.label and not words_of(beside):
                return beside
    raise LookupError(gap.label)


def fill_row(row: Any, texts: Sequence[str]) -> None:
    """Write texts into the cells of a row from the left."""
    for cell, text in zip(_cells(row), texts, strict=False):
        write_cell(cell, text)


def write_cell(cell: Any, text: str) -> None:
    """Write a text into an empty cell, or over what stands in it."""
    paragraph = cell.find(qn("w:p"))
    for run in paragraph.findall(qn("w:r")):
        paragraph.remove(run)
    run, piece = OxmlElement("w:r"), OxmlElement("w:t")
    piece.text = text
    run.append(piece)
    paragraph.append(run)


def words_of(element: Any) -> str:
    """What a cell says."""
    return "".join(piece.text or "" for piece in element.iter(qn("w:t")))


def save_report(folder: Path, content: bytes, name: str = "申报材料.docx") -> Path:
    """The report as a file."""
    path = folder / name
    path.write_bytes(content)
    return path


def with_pages(content: bytes, pages: int) -> bytes:
    """The report as a program saves it that counted its pages."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(held, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/app.xml":
                part = part.replace(b"</Properties>", b"<Pages>%d</Pages></Properties>" % pages)
            target.writestr(name, part)
    return held.getvalue()


@cache
def returned_report(kit: str) -> ReturnedReport:
    """The filled report of a kit taken apart, for a test to change what stands in it."""
    read = read_document_content("申报材料.docx", lambda: filled_report(kit))
    assert read.document is not None, read.findings
    return take_apart(plan_document(shipped_scheme(kit)), read.document)
