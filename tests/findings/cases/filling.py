"""Workbooks that could not simply be written into their reports."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn

from builder.pipeline.clean_report import CleanOrder, clean_report
from builder.pipeline.fill_report import FillOrder, fill_report
from builder.pipeline.templates import shipped_templates
from builder.word import words
from tests.findings.cases.said import Case, codes
from tests.proof.reports import remove
from tests.support.panels import KIT
from tests.support.reports import (
    blank_report,
    complete_workbook,
    save_report,
    words_of,
    write_cell,
)
from tests.support.workbooks import PENGJIANG
from tests.write.fill.edits import edited


def _filled(report: bytes, folder: Path) -> list[str]:
    (folder / "申报材料.docx").write_bytes(report)
    (folder / "评分表.xlsx").write_bytes(complete_workbook(KIT))
    order = FillOrder(workbook=folder / "评分表.xlsx", report=folder / "申报材料.docx")
    return codes(fill_report(order).findings)


def _blank(kit: str, folder: Path) -> list[str]:
    return _filled(blank_report(kit), folder)


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


def _cleaned(folder: Path) -> list[str]:
    """Somebody went on to write behind a prompt."""

    def write_on(root: Any) -> None:
        prompt = next(one for one in root.iter(qn("w:t")) if (one.text or "").startswith("方法："))
        prompt.text = f"{prompt.text}我们用的是自己的办法。"

    report = save_report(folder, edited(blank_report(PENGJIANG), write_on))
    return codes(clean_report(CleanOrder(report=report, templates=shipped_templates())).findings)


FILLING_CASES: dict[str, Case] = {
    "QA1270": partial(_blank, PENGJIANG),
    "QA1271": _after(partial(_say, "E001", "别的名称")),
    "QA1272": _after(_without_table),
    "QA1273": _after(partial(_say, "E099", "评分表里没有的证书")),
    "QA1274": _cleaned,
}
CLEAN: dict[str, Case] = {"空白的申报材料": partial(_blank, KIT)}
