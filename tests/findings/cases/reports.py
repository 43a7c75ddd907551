"""Filled Word reports that somebody changed or did not finish, alone and beside a workbook."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache, partial
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from builder.read.document import read_document_content
from builder.word import words
from tests.findings.cases.said import Case, codes, put, verified
from tests.proof.report_contents import sown_contents
from tests.proof.reports import ReportFault, remove, say, section_of, sown_reports, told
from tests.support.answers import complete_answers
from tests.support.panels import KIT
from tests.support.reports import (
    SENTENCE,
    blank_report,
    complete_workbook,
    filled_report,
    save_report,
    with_pages,
    words_of,
    write_cell,
)
from tests.support.workbooks import PENGJIANG, filled_bytes, shipped_plan
from tests.verify.word.headings import renumbered, reworded
from tests.verify.word.stand_ins import only_says
from tests.verify.word.test_document import pasted_over
from tests.verify.word.test_hidden_text import by_paragraph_style

OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le")
# What the notice asks under 1.1, as an answer.
COPIED = "公司把组织发展同国家繁荣、民族兴盛、人民幸福紧密结合在一起，"
SECTION, OTHER = "qa_1_2", "qa_1_4"


@cache
def _first_sown() -> dict[str, ReportFault]:
    """The first fault under each code, in the smaller of two kits that has it."""
    found: dict[str, ReportFault] = {}
    for kit in (KIT, PENGJIANG):
        for fault in (*sown_reports(kit), *sown_contents(kit)):
            for line in fault.expected:
                found.setdefault(line.split()[0], fault)
    return found


def _sown(*wanted: str) -> dict[str, Case]:
    def case_of(code: str) -> Case:
        def ask(_: Path) -> list[str]:
            return [line.split()[0] for line in _first_sown()[code].told]

        return ask

    return {code: case_of(code) for code in wanted}


def _edited(edit: Callable[[Any], None]) -> Case:
    """A filled report after something was done to the elements of its document."""
    return lambda _: [line.split()[0] for line in told(PENGJIANG, edit)]


def _opened(edit: Callable[[Document], None]) -> Case:
    """A filled report after something was done to it in Word."""
    return lambda folder: verified(save_report(folder, filled_report(PENGJIANG, edit)))


def _moved(root: Any) -> None:
    after = section_of(root, OTHER)[-1]
    for element in reversed(section_of(root, SECTION)):
        after.addnext(element)


def _repeated(root: Any) -> None:
    heading = section_of(root, SECTION)[0]
    again = deepcopy(heading)
    for mark in [*heading.iter(qn("w:bookmarkStart"))]:
        remove(mark)
    for mark in [*again.iter(qn("w:bookmarkStart"))]:
        remove(mark)
    section_of(root, OTHER)[0].addprevious(again)


def _answer(root: Any) -> Any:
    return next(one for one in section_of(root, SECTION) if SENTENCE in words_of(one))


def _inserted(root: Any) -> None:
    etree.SubElement(_answer(root), qn("w:ins")).append(etree.Element(qn("w:r")))


def _commented(root: Any) -> None:
    run = etree.SubElement(_answer(root), qn("w:r"))
    etree.SubElement(run, qn("w:commentReference")).set(qn("w:id"), "1")


def _pictured(root: Any) -> None:
    answer = _answer(root)
    say(answer, "")
    run = etree.SubElement(answer, qn("w:r"))
    etree.SubElement(run, qn("w:drawing"))


def _tables_blank(head: tuple[str, ...], first: int, root: Any) -> None:
    """Every table of a kind with nothing in its columns from the first."""
    for table in root.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        if tuple(map(words_of, rows[0].findall(qn("w:tc"))[: len(head)])) == head:
            for row in rows[1:]:
                for cell in row.findall(qn("w:tc"))[first:]:
                    write_cell(cell, "")


def _first_emptied(document: Document) -> None:
    first = next(one for one in document.paragraphs if SENTENCE in one.text)
    for run in first.runs:
        run.text = ""


def _all_short(folder: Path) -> list[str]:
    def shorten(document: Document) -> None:
        for paragraph in document.paragraphs:
            if SENTENCE in paragraph.text:
                paragraph.runs[0].text = "都有。"
                for run in paragraph.runs[1:]:
                    run.text = ""

    return _pair(folder, filled_report(PENGJIANG, shorten), complete_workbook(PENGJIANG))


def _unreadable(content: bytes) -> Case:
    return lambda _: codes(read_document_content("申报材料.docx", lambda: content).findings)


def _pair(folder: Path, report: bytes, workbook: bytes) -> list[str]:
    put(folder / "申报材料.docx", report)
    put(folder / "评分表.xlsx", workbook)
    return verified(folder)


def _beyond_the_last_page(folder: Path) -> list[str]:
    plan = shipped_plan(KIT)
    answers = complete_answers(plan) | {"evidence_1_page": "第12页"}
    return _pair(folder, with_pages(filled_report(KIT), 3), filled_bytes(plan, answers))


ACTIVE_CASES: dict[str, Case] = _sown("QA256", "QA257", "QA258")
REPORT_FILE_CASES: dict[str, Case] = {
    "QA440": _unreadable(OLD_WORD),
    "QA441": _unreadable("只是文字".encode()),
    **_sown("QA451", "QA452"),
    "QA453": _edited(_moved),
    "QA454": _edited(_repeated),
    "QA456": _edited(_inserted),
    "QA457": _edited(_commented),
    "QA458": _opened(pasted_over),
    "QA459": _opened(reworded(renumbered)),
}
REPORT_CASES: dict[str, Case] = {
    "QA551": _opened(_first_emptied),
    **_sown("QA552", "QA553", "QA554", "QA555", "QA556"),
    "QA557": _edited(_pictured),
    **_sown("QA558", "QA559", "QA560", "QA561", "QA562"),
    "QA563": _opened(by_paragraph_style),
    **_sown("QA564", "QA565", "QA566", "QA567"),
    "QA568": lambda folder: verified(save_report(folder, blank_report(KIT))),
    "QA569": _edited(partial(_tables_blank, words.EVIDENCE_HEADER[:2], 0)),
    "QA570": _edited(partial(_tables_blank, words.FIGURES_BEFORE, 2)),
    "QA571": _opened(only_says("略")),
    "QA572": _opened(only_says("见附件1。", 5)),
    "QA573": _opened(only_says("XX公司坚持质量第一，逐年改进。")),
    "QA574": _opened(only_says(COPIED)),
    "QA575": _opened(only_says(COPIED, 5)),
}
CROSS_CASES: dict[str, Case] = {
    **_sown("QA761"),
    "QA762": lambda folder: _pair(folder, filled_report(KIT), complete_workbook(PENGJIANG)),
    **_sown("QA763", "QA764", "QA765", "QA766"),
    "QA767": _beyond_the_last_page,
    **_sown("QA768", "QA769", "QA771", "QA772"),
    "QA773": _all_short,
}
CLEAN: dict[str, Case] = {
    "填好的申报材料": _edited(lambda _: None),
    "申报材料和评分表": lambda folder: _pair(folder, filled_report(KIT), complete_workbook(KIT)),
}
