"""An office's list of categories: which applicant is ranked among which."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address
from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.model.nearest import did_you_mean
from builder.model.panel.task import PanelTask
from builder.model.returned import NOTHING, ReturnedCell, ReturnedSheet
from builder.pipeline.list_values import RejectedError, checked_text, text_of
from builder.pipeline.list_words import footers, heading, said_below
from builder.read.workbook import read_workbook

_NAME, _CATEGORY = "申报者", "类别"
_NAMES = (_NAME, "名称", "单位", "申报者名称")
_ASKED = "申报组织"
_HEAD_WITHIN = 10


@frozen
class Categories:
    """The category of each applicant by its code, and everything that is wrong with the list."""

    by_applicant: Mapping[str, str]
    findings: tuple[Finding, ...]


def read_categories(path: Path, task: PanelTask) -> Categories:
    """The categories on the first visible sheet; every applicant must stand there once."""
    read = read_workbook(path)
    if read.workbook is None:
        found = tuple(Finding.at("QA1145", path, actual=one.clause) for one in read.findings)
        return Categories(by_applicant={}, findings=found)
    shown = (sheet for sheet in read.workbook.sheets if sheet.state in ("", "visible"))
    sheet = next(shown, ReturnedSheet(name="", state="", protected=False, cells={}))
    place = Place(path=str(path), sheet=sheet.name)
    head = _head(sheet)
    if head is None:
        said = "前 10 行里没有“申报者”和“类别”两栏"
        return Categories(by_applicant={}, findings=(Finding.at("QA1145", place, actual=said),))
    found_by: dict[str, str] = {}
    findings: list[Finding] = []
    for where, name, category in _rows(sheet, head, place):
        code = next((code for code, one in task.names if reduced(one) == reduced(name)), "")
        if not code:
            hint = did_you_mean(name, [one for _, one in task.names])
            findings.append(Finding.at("QA1146", where, actual=name, hint=hint))
        elif code in found_by:
            findings.append(Finding.at("QA1147", where, actual=name))
        elif not category:
            findings.append(Finding.at("QA1148", where, applicant=name))
        found_by.setdefault(code, category)
    findings += (
        Finding.at("QA1148", place, applicant=name)
        for code, name in task.names
        if code not in found_by
    )
    return Categories(by_applicant=found_by, findings=tuple(findings))


def _head(sheet: ReturnedSheet) -> tuple[int, int, int] | None:
    """The row of the headings, and the columns of names and categories."""
    for row in range(1, _HEAD_WITHIN + 1):
        columns: dict[str, int] = {}
        for (line, column), cell in sorted(sheet.cells.items()):
            if line == row:
                caption = heading("".join(text_of(cell).split()), (_ASKED,))
                known = _NAME if caption in (*_NAMES, _ASKED) else caption
                columns.setdefault(known, column)
        if _NAME in columns and _CATEGORY in columns:
            return row, columns[_NAME], columns[_CATEGORY]
    return None


def _rows(
    sheet: ReturnedSheet, head: tuple[int, int, int], place: Place
) -> Iterator[tuple[Place, str, str]]:
    """The name and the category of each row that is one; what cannot be read stands as it shows."""
    first, named, sorted_by = head
    sheet = said_below(sheet, first)
    left_out = footers(sheet, first, named)
    for row in sorted({row for row, _ in sheet.cells if row > first}):
        cells = {column: cell for (line, column), cell in sheet.cells.items() if line == row}
        if row in left_out:
            continue
        name, category = (_said(cells.get(column, NOTHING)) for column in (named, sorted_by))
        if name or category:
            yield replace(place, cell=cell_address(row, named)), name, category


def _said(cell: ReturnedCell) -> str:
    """What a cell says; what it cannot be read as is quoted, and agrees with no name then."""
    try:
        return checked_text(cell)
    except RejectedError as problem:
        return str(problem)
