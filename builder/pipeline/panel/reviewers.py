"""An office's list of reviewers: who they are, in which role, and whom they must avoid."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address
from builder.model.panel.task import Reviewer
from builder.model.returned import NOTHING, ReturnedSheet
from builder.pipeline.list_values import RejectedError, checked_text
from builder.read.workbook import read_workbook

_NAME, _ROLE, _AVOIDS = "姓名", "角色", "回避单位"
_HEAD_WITHIN = 10
_PARTED = re.compile(r"[、；;，,\n]+")
_MOST = 99


@dataclass(frozen=True, kw_only=True)
class ReviewerList:
    """The reviewers in the order of the list, and everything that is wrong with it."""

    reviewers: tuple[Reviewer, ...]
    findings: tuple[Finding, ...]


def read_reviewers(path: Path) -> ReviewerList:
    """The reviewers on the first visible sheet of the workbook at ``path``."""
    read = read_workbook(path)
    if read.workbook is None:
        place = Place(path=str(path))
        found = (Finding(code="QA934", place=place, actual=one.message) for one in read.findings)
        return ReviewerList(reviewers=(), findings=tuple(found))
    shown = (sheet for sheet in read.workbook.sheets if sheet.state in ("", "visible"))
    sheet = next(shown, ReturnedSheet(name="", state="", protected=False, cells={}))
    place = Place(path=str(path), sheet=sheet.name)
    head = _head(sheet)
    if head is None:
        return ReviewerList(reviewers=(), findings=(Finding(code="QA935", place=place),))
    row, columns = head
    reviewers: list[Reviewer] = []
    findings: list[Finding] = []
    for number in sorted({place[0] for place in sheet.cells if place[0] > row}):
        try:
            said = {
                title: checked_text(sheet.cells.get((number, column), NOTHING))
                for title, column in columns.items()
            }
        except RejectedError as problem:
            where = Place(path=place.path, sheet=place.sheet, cell=cell_address(number, 1))
            findings.append(Finding(code="QA936", place=where, actual=str(problem)))
            continue
        if said[_NAME]:
            reviewers.append(_reviewer(len(reviewers) + 1, said))
    findings += _amiss(reviewers, place)
    return ReviewerList(reviewers=() if findings else tuple(reviewers), findings=tuple(findings))


def _head(sheet: ReturnedSheet) -> tuple[int, dict[str, int]] | None:
    for row in range(1, _HEAD_WITHIN + 1):
        titles = {
            "".join(str(cell.value).split()): column
            for (line, column), cell in sheet.cells.items()
            if line == row and isinstance(cell.value, str)
        }
        if _NAME in titles:
            return row, {
                title: titles[title] for title in (_NAME, _ROLE, _AVOIDS) if title in titles
            }
    return None


def _reviewer(number: int, said: dict[str, str]) -> Reviewer:
    return Reviewer(
        code=f"R{number}",
        name=said[_NAME],
        role=said.get(_ROLE, ""),
        avoids=tuple(filter(None, map(str.strip, _PARTED.split(said.get(_AVOIDS, ""))))),
    )


def _amiss(reviewers: list[Reviewer], place: Place) -> Iterator[Finding]:
    if not reviewers or len(reviewers) > _MOST:
        yield Finding(code="QA937", place=place, actual=str(len(reviewers)), expected=str(_MOST))
    names = [one.name for one in reviewers]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Finding(code="QA938", place=place, actual=name)
