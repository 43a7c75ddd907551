"""Workbooks that could not simply be written into their reports."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn

from builder.pipeline.fill_report import FillOrder, fill_report
from builder.word import words
from tests.findings.cases.said import Case, codes
from tests.proof.reports import remove
from tests.support.panels import KIT
from tests.support.reports import blank_report, complete_workbook, words_of, write_cell
from tests.support.workbooks import PENGJIANG
from tests.write.fill.edits import edited


def _filled(report: bytes, folder: Path) -> list[str]:
    (folder / "申报材料.docx").write_bytes(report)
    (folder / "评分表.xlsx").write_bytes(complete_workbook(KIT))
    order = FillOrder(workbook=folder / "评分表.xlsx", report=folder / "申报材料.docx")
    return codes(fill_report(order).findings)


def _after(edit: Callable[[Any], None]) -> Case:
    return lambda folder: _filled(edited(blank_report(KIT), edit), folder)


def _evidence(root: Any) -> list[Any]:
    """The rows of the first table of evidence."""
    for table in root.iter(qn("w:tbl")):
        rows: list[Any] = table.findall(qn("w:tr"))
        if tuple(map(words_of, rows[0].findall(qn("w:tc"))))[:2] == words.EVIDENCE_HEADER[:2]:
            return rows
    raise LookupError


def _say(number: str, name: str, root: Any) -> None:
    cells = _evidence(root)[-1].findall(qn("w:tc"))
    write_cell(cells[0], number)
    write_cell(cells[1], name)


def _without_table(root: Any) -> None:
    remove(_evidence(root)[0].getparent())


FILLING_CASES: dict[str, Case] = {
    "QA1270": partial(_filled, blank_report(PENGJIANG)),
    "QA1271": _after(partial(_say, "E001", "别的名称")),
    "QA1272": _after(_without_table),
    "QA1273": _after(partial(_say, "E099", "评分表里没有的证书")),
}
CLEAN: dict[str, Case] = {"空白的申报材料": partial(_filled, blank_report(KIT))}
