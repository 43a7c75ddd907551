"""Faults sown into filled reports: each is told as its own finding, beside nothing else."""

import io
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from builder.findings.finding import Finding
from builder.read.document import read_document_content
from builder.verify.cross.check import check_against_workbook
from builder.verify.told import told_evidence
from builder.verify.word.document import verify_document
from builder.verify.word.returned import take_apart
from builder.word import words
from builder.word.parts import DocumentPlan, DocumentSection
from builder.word.planning import plan_document
from tests.oracles.libreoffice import save_document_again
from tests.support.reports import (
    SENTENCE,
    complete_held,
    filled_report,
    words_of,
    write_cell,
)
from tests.support.workbooks import shipped_scheme

_PART = "word/document.xml"
# More than a word or two, which would be no answer at all.
_FEW_WORDS = "各项工作都按照制度做了。"


Sow = Callable[[Any], None]
Parts = dict[str, bytes]
EditParts = Callable[[Parts], None]


@dataclass(frozen=True, kw_only=True)
class ReportFault:
    """One fault: in which kit, what it is called, what must be told, and how it is made.

    ``sow`` changes the elements of the document, ``edit`` the other parts of its file.
    """

    kit: str
    name: str
    expected: tuple[str, ...]
    sow: Sow | None = None
    edit: EditParts | None = None

    @property
    def told(self) -> list[str]:
        """The codes and indicators that are found."""
        return _lines(findings_of(self.kit, self.sow, self.edit))


@cache
def _plan(kit: str) -> DocumentPlan:
    return plan_document(shipped_scheme(kit))


@cache
def _parts(kit: str) -> tuple[dict[str, bytes], Any]:
    with zipfile.ZipFile(io.BytesIO(filled_report(kit))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return parts, etree.fromstring(parts[_PART])


def told(kit: str, sow: Sow | None = None) -> list[str]:
    """The codes and indicators found in the filled report after something was done to it."""
    return _lines(findings_of(kit, sow))


def told_of(kit: str, content: bytes) -> list[str]:
    """The codes and indicators found in a report that belongs to the complete workbook."""
    return _lines(_findings(kit, content))


def findings_of(
    kit: str, sow: Sow | None = None, edit: EditParts | None = None
) -> tuple[Finding, ...]:
    """What is found in the filled report after something was done to it."""
    return _findings(kit, changed_report(kit, sow, edit))


def changed_report(kit: str, sow: Sow | None = None, edit: EditParts | None = None) -> bytes:
    """The filled report after something was done to it."""
    kept, root = _parts(kit)
    parts = dict(kept)
    changed = deepcopy(root)
    if sow is not None:
        sow(changed)
    if edit is not None:
        edit(parts)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, part in parts.items():
            package.writestr(name, etree.tostring(changed) if name == _PART else part)
    return held.getvalue()


def _findings(kit: str, content: bytes) -> tuple[Finding, ...]:
    read = read_document_content("申报材料.docx", lambda: content)
    assert read.document is not None, read.findings
    report = take_apart(_plan(kit), read.document)
    beside = check_against_workbook(report, complete_held(kit), "申报材料.docx")
    return verify_document(report, "申报材料.docx", read.findings, beside).findings


def _lines(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{one.code} {one.place.indicator}".strip() for one in findings]


def saved_by_libreoffice(kit: str, folder: Path) -> bytes:
    """The filled report as LibreOffice saves it."""
    path = folder / f"{kit.replace(' ', '-')}.docx"
    path.write_bytes(filled_report(kit))
    return save_document_again(path).read_bytes()


def sown_reports(kit: str) -> Iterator[ReportFault]:
    """Every fault there is room for in the report of a kit."""
    plan, held = _plan(kit), complete_held(kit)
    scored = {leaf.code for leaf in held.plan.leaves} | {one.code for one in held.plan.groups}
    for section in plan.sections:
        if section.answer is not None:
            yield from _in_section(kit, section, scored=section.code in scored)
    yield from _in_form(kit, plan)
    yield from _in_figures(kit, plan)
    yield from _in_checklist(kit)
    yield from _too_long(kit, plan)


def _in_section(kit: str, section: DocumentSection, *, scored: bool) -> Iterator[ReportFault]:
    def fault(name: str, code: str, edit: Callable[[list[Any]], None]) -> ReportFault:
        return ReportFault(
            kit=kit,
            name=f"{name} {section.code}",
            expected=(f"{code} {section.code}",),
            sow=lambda root: edit(section_of(root, section.bookmark)),
        )

    answer = section.answer
    assert answer is not None
    yield fault("removed", "QA451", _remove_all)
    yield fault("renamed", "QA452", lambda inside: say(inside[0], f"{section.heading}改"))
    empty = "QA771" if scored else "QA551"
    yield fault("emptied", empty, lambda inside: say(_answer(inside), words.PLACEHOLDER))
    asked = "".join(line.text for line in section.criteria)
    if asked:
        yield fault("copied", "QA574", lambda inside: say(_answer(inside), f"本公司做到：{asked}"))
    yield fault("placeholder", "QA552", lambda inside: _add(inside, words.PLACEHOLDER))
    yield fault("prompt", "QA553", lambda inside: _add(inside, answer.prompts[0]))
    yield fault("picture", "QA558", _draw)
    if answer.evidence is not None:
        table = words.EVIDENCE_HEADER[:2]
        yield fault("no evidence", "QA555", lambda inside: _blank(inside, table))
    if scored and answer.characters and answer.characters > 4 * len(_FEW_WORDS):
        yield fault("short", "QA772", lambda inside: say(_answer(inside), _FEW_WORDS))
    if answer.figures is not None:
        yield fault("no figures", "QA559", lambda inside: _blank(inside, words.FIGURES_BEFORE, 2))
    if answer.characters and answer.characters < 2000:
        long = "长" * (max(answer.characters * 2, 500) + 1)
        yield fault("long", "QA561", lambda inside: say(_answer(inside), long))


def _in_form(kit: str, plan: DocumentPlan) -> Iterator[ReportFault]:
    assert plan.form is not None
    for gap in plan.gaps[1:]:

        def change(root: Any, label: str = gap.label, place: int = gap.place) -> None:
            inside = section_of(root, "qa_form")
            rows = [row for one in inside for row in one.iter(qn("w:tr"))]
            cells = next(
                row.findall(qn("w:tc"))
                for row in rows
                if label in map(words_of, row.findall(qn("w:tc")))
            )
            write_cell(cells[[*map(words_of, cells)].index(label) + place], "别的")

        code = "QA761" if gap.name == plan.applicant else "QA763"
        if complete_held(kit).typed(gap.name):
            yield ReportFault(kit=kit, name=f"form {gap.name}", expected=(code,), sow=change)

    years = {"指标", *(row.label for group in plan.form.groups for row in group.years)}

    def clear(root: Any) -> None:
        for one in section_of(root, "qa_form"):
            for row in one.iter(qn("w:tr")):
                cells = row.findall(qn("w:tc"))
                pairs = len(cells) == 4 and words_of(cells[0]) not in years
                for cell in cells[1::2] if pairs else cells[1:]:
                    write_cell(cell, "")

    yield ReportFault(kit=kit, name="form cleared", expected=("QA560",), sow=clear)


def _in_figures(kit: str, plan: DocumentPlan) -> Iterator[ReportFault]:
    for section in plan.sections:
        figures = None if section.answer is None else section.answer.figures
        rows = [] if figures is None else [row[0] for row in figures.rows if row[0]]
        for place, _ in enumerate(rows, start=1):

            def change(root: Any, mark: str = section.bookmark, place: int = place) -> None:
                cells = _cells(section_of(root, mark), words.FIGURES_BEFORE, place)
                write_cell(cells[3], "7.77")

            expected = (f"QA768 {section.code}",)
            yield ReportFault(
                kit=kit, name=f"figure {section.code} {place}", expected=expected, sow=change
            )
            if len(rows) > 1:

                def leave(root: Any, mark: str = section.bookmark, place: int = place) -> None:
                    cells = _cells(section_of(root, mark), words.FIGURES_BEFORE, place)
                    for cell in cells[2:5]:
                        write_cell(cell, "")

                expected = (f"QA769 {section.code}",)
                yield ReportFault(
                    kit=kit, name=f"left out {section.code} {place}", expected=expected, sow=leave
                )
        if rows and figures is not None:
            yield _quoted(kit, section)


def _quoted(kit: str, section: DocumentSection) -> ReportFault:
    def quote(root: Any) -> None:
        inside = section_of(root, section.bookmark)
        cells = _cells(inside, words.FIGURES_BEFORE, 1)
        write_cell(cells[0], words_of(cells[0]))
        unit = words_of(cells[1]) or "个"
        write_cell(cells[1], unit)
        _add(inside, f"其中{words_of(cells[0])}达到7.77{unit}。")

    name = section.answer and section.answer.figures and section.answer.figures.rows[0][0]
    expected = (f"QA562 {section.code}",) if len(name or "") > 2 else ()
    return ReportFault(kit=kit, name=f"quoted {section.code}", expected=expected, sow=quote)


def _in_checklist(kit: str) -> Iterator[ReportFault]:
    proofs = tuple(told_evidence(complete_held(kit)))
    for place, _ in enumerate(proofs[1:], start=2):

        def renumber(root: Any, place: int = place) -> None:
            cells = _cells(section_of(root, "qa_checklist"), words.CHECKLIST_HEADER[:2], place)
            write_cell(cells[0], "E299")

        def rename(root: Any, place: int = place) -> None:
            cells = _cells(section_of(root, "qa_checklist"), words.CHECKLIST_HEADER[:2], place)
            write_cell(cells[1], "别的材料")

        yield ReportFault(
            kit=kit, name=f"number {place}", expected=("QA764", "QA765"), sow=renumber
        )
        yield ReportFault(kit=kit, name=f"name {place}", expected=("QA766",), sow=rename)


def _too_long(kit: str, plan: DocumentPlan) -> Iterator[ReportFault]:
    overview = plan.overview
    assert overview is not None
    written = len(overview.sections) * (len(SENTENCE) + len("第 100 处："))
    for length, code in (
        (overview.characters * 95 // 100 - written, "QA556"),
        (overview.characters, "QA554"),
    ):

        def lengthen(root: Any, length: int = length) -> None:
            _add(section_of(root, overview.sections[0].bookmark), "长" * length)

        yield ReportFault(kit=kit, name=f"overview {length}", expected=(code,), sow=lengthen)


def section_of(root: Any, bookmark: str) -> list[Any]:
    """The elements from the heading with a bookmark to the next heading."""
    start = next(
        paragraph
        for paragraph in root.iter(qn("w:p"))
        if any(mark.get(qn("w:name")) == bookmark for mark in paragraph.iter(qn("w:bookmarkStart")))
    )
    found = [start]
    for element in start.itersiblings():
        marks = [mark.get(qn("w:name")) for mark in element.findall(qn("w:bookmarkStart"))]
        # The kit's headings, not what was filled in under them.
        if any(name.startswith("qa_") for name in marks) or element.tag == qn("w:sectPr"):
            break
        found.append(element)
    return found


def remove(element: Any) -> None:
    """Take an element out."""
    element.getparent().remove(element)


def _remove_all(inside: list[Any]) -> None:
    for one in inside:
        remove(one)


def say(paragraph: Any, text: str) -> None:
    """Let a paragraph say something else."""
    first, *others = paragraph.iter(qn("w:t"))
    first.text = text
    for other in others:
        other.text = ""


def _answer(inside: list[Any]) -> Any:
    return next(one for one in inside if SENTENCE in words_of(one))


def _add(inside: list[Any], text: str) -> None:
    """A paragraph of the author's after the answer."""
    answer = _answer(inside)
    added = deepcopy(answer)
    say(added, text)
    answer.addnext(added)


def _draw(inside: list[Any]) -> None:
    _add(inside, "见下：")
    run = etree.SubElement(_answer(inside).getnext(), qn("w:r"))
    etree.SubElement(run, qn("w:drawing"))


def _cells(inside: list[Any], head: tuple[str, ...], place: int) -> list[Any]:
    for element in inside:
        if element.tag == qn("w:tbl"):
            rows = [row.findall(qn("w:tc")) for row in element.findall(qn("w:tr"))]
            if tuple(map(words_of, rows[0][: len(head)])) == head:
                found: list[Any] = rows[place]
                return found
    raise LookupError(head)


def _blank(inside: list[Any], head: tuple[str, ...], first: int = 0) -> None:
    place = 1
    while True:
        try:
            cells = _cells(inside, head, place)
        except IndexError:
            return
        for cell in cells[first:]:
            write_cell(cell, "")
        place += 1
