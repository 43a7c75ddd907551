"""An office's table of who reviews whom, read strictly: a name that means nobody stops it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from builder.findings.finding import Finding, Place, has_more_than_hints
from builder.formula.address import cell_address
from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.model.firm_names import core
from builder.model.nearest import did_you_mean, nearest
from builder.model.panel.task import Reviewer
from builder.model.returned import ReturnedCell, ReturnedSheet
from builder.panel.assignment_book import ASSIGNMENT, COMPUTED, FIRM, SUBSTITUTE
from builder.pipeline.list_values import RejectedError, checked_text, text_of
from builder.pipeline.list_words import IGNORED_COLUMNS, footers, heading
from builder.read.workbook import read_workbook

_HEAD_WITHIN = 10
_REVIEWER = re.compile(r"评审员\d{0,2}")
_OTHERS = ("行业", "编号", *COMPUTED, *IGNORED_COLUMNS)


@frozen
class Assigned:
    """Who reviews whom by the reviewer's code and the applicant's name, and what is amiss.

    ``substitutes`` are codes by the applicant's name.
    """

    pairs: frozenset[tuple[str, str]] = frozenset()
    substitutes: Mapping[str, str] | None = None
    findings: tuple[Finding, ...] = ()

    def excluded(
        self, reviewers: Sequence[Reviewer], applicants: Sequence[str]
    ) -> frozenset[tuple[str, str]]:
        """The pairs that the table does not name."""
        every = {(one.code, name) for one in reviewers for name in applicants}
        return frozenset(every - self.pairs)


@frozen
class _Known:
    """Whom the table may name, and who must not judge whom."""

    reviewers: Sequence[Reviewer]
    applicants: Sequence[str]
    conflicts: frozenset[tuple[str, str]]


def read_assignment(
    path: Path,
    reviewers: Sequence[Reviewer],
    applicants: Sequence[str],
    conflicts: frozenset[tuple[str, str]],
    least: int,
) -> Assigned:
    """What the table at ``path`` says of these people and applicants."""
    read = read_workbook(path)
    if read.workbook is None:
        found = tuple(Finding.at("QA1090", path, actual=one.clause) for one in read.findings)
        return Assigned(findings=found)
    sheets = read.workbook.sheets
    sheet = next((one for one in sheets if one.name == ASSIGNMENT), sheets[0])
    place = Place(path=str(path), sheet=sheet.name)
    head = _head(sheet)
    if head is None:
        told = f"前 {_HEAD_WITHIN} 行里没有“{FIRM}”和“评审员”两种栏"
        return Assigned(findings=(Finding.at("QA1090", place, actual=told),))
    row, captions = head
    strange = tuple(_strange(row, captions, place))
    known = _Known(reviewers=reviewers, applicants=applicants, conflicts=conflicts)
    rows = [*_rows(sheet, row, captions, place, known)]
    findings = (*strange, *(one for each in rows for one in each.findings))
    if not has_more_than_hints(findings):
        findings = (*findings, *_amiss(rows, known, place, least))
    return Assigned(
        pairs=frozenset((code, one.applicant) for one in rows for code in one.codes),
        substitutes={one.applicant: one.substitute for one in rows if one.substitute},
        findings=findings,
    )


def _head(sheet: ReturnedSheet) -> tuple[int, dict[int, str]] | None:
    for row in range(1, _HEAD_WITHIN + 1):
        captions = {
            column: _caption(text)
            for (line, column), cell in sorted(sheet.cells.items())
            if line == row and (text := text_of(cell))
        }
        said = captions.values()
        if FIRM in said and any(map(_REVIEWER.fullmatch, said)):
            return row, captions
    return None


def _caption(text: str) -> str:
    said = heading(reduced(text), ("申报组织", FIRM))
    return {"申报组织": FIRM, "候补评审员": SUBSTITUTE}.get(said, said)


def _strange(row: int, captions: Mapping[int, str], place: Place) -> Iterator[Finding]:
    once: set[str] = set()
    for column, caption in sorted(captions.items()):
        known = caption in (FIRM, SUBSTITUTE) or bool(_REVIEWER.fullmatch(caption))
        if (known and caption not in once) or caption in _OTHERS:
            once.add(caption)
            continue
        hint = did_you_mean(caption, ("评审员1", FIRM, SUBSTITUTE))
        told = f"“{caption}”一栏{'写了两次' if caption in once else f'看不懂。{hint}'}"
        where = replace(place, cell=cell_address(row, column))
        yield Finding.at("QA1090", where, actual=told.rstrip("。"))


@frozen
class _Row:
    """One applicant's line of the table."""

    applicant: str = ""
    codes: tuple[str, ...] = ()
    substitute: str = ""
    findings: tuple[Finding, ...] = ()


def _rows(
    sheet: ReturnedSheet, head: int, captions: Mapping[int, str], place: Place, known: _Known
) -> Iterator[_Row]:
    named = next(column for column, caption in captions.items() if caption == FIRM)
    left_out = footers(sheet, head, named)
    for row in sorted({line for line, _ in sheet.cells if line > head}):
        cells = {column: cell for (line, column), cell in sheet.cells.items() if line == row}
        where = replace(place, cell=cell_address(row, 1))
        if row in left_out:
            details = {"actual": left_out[row], "row": str(row), "kind": "申报者"}
            yield _Row(findings=(Finding.at("QA873", where, **details),))
            continue
        yield _row(row, cells, captions, place, known)


def _row(
    row: int,
    cells: Mapping[int, ReturnedCell],
    captions: Mapping[int, str],
    place: Place,
    known: _Known,
) -> _Row:
    findings: list[Finding] = []
    said: dict[int, str] = {}
    for column, caption in captions.items():
        if caption in _OTHERS:
            continue
        try:
            said[column] = checked_text(cells.get(column))
        except RejectedError as problem:
            where = replace(place, cell=cell_address(row, column))
            findings.append(Finding.at("QA1090", where, actual=str(problem)))
    firms = [(column, said.get(column, "")) for column, one in captions.items() if one == FIRM]
    column, firm = firms[0]
    people = [(each, text) for each, text in said.items() if each != column and text]
    if not firm and not people:
        return _Row(findings=tuple(findings))
    where = replace(place, cell=cell_address(row, column))
    applicant = _same(firm, known.applicants)
    if not applicant:
        hint = _did_you_mean_firm(firm, known.applicants)
        findings.append(Finding.at("QA1092", where, actual=firm or "（空白）", hint=hint))
        return _Row(findings=tuple(findings))
    codes: list[str] = []
    substitute = ""
    for each, text in people:
        where = replace(place, cell=cell_address(row, each))
        code, amiss = _person(text, applicant, codes, where, known)
        findings += amiss
        if captions[each] == SUBSTITUTE:
            substitute = code
        elif code:
            codes.append(code)
    if substitute and substitute in codes and not has_more_than_hints(findings):
        name = next(one.name for one in known.reviewers if one.code == substitute)
        findings.append(Finding.at("QA1094", where, actual=name, applicant=applicant))
    return _Row(
        applicant=applicant, codes=tuple(codes), substitute=substitute, findings=tuple(findings)
    )


def _person(
    text: str, applicant: str, codes: Sequence[str], where: Place, known: _Known
) -> tuple[str, tuple[Finding, ...]]:
    """The code of the reviewer a cell names, and what is amiss with it."""
    names = {reduced(one.name): one for one in known.reviewers}
    reviewer = names.get(reduced(text))
    details = {"actual": text, "applicant": applicant}
    if reviewer is None:
        hint = did_you_mean(text, [one.name for one in known.reviewers])
        return "", (Finding.at("QA1091", where, hint=hint, **details),)
    if (reviewer.code, applicant) in known.conflicts:
        return "", (Finding.at("QA1093", where, **details),)
    if reviewer.code in codes:
        return "", (Finding.at("QA1094", where, **details),)
    return reviewer.code, ()


def _amiss(rows: Sequence[_Row], known: _Known, place: Place, least: int) -> Iterator[Finding]:
    """Applicants that stand twice, not at all or with too few; reviewers that have nobody."""
    named = [one.applicant for one in rows if one.applicant]
    for name in known.applicants:
        if named.count(name) > 1:
            yield Finding.at("QA1095", place, applicant=name)
            continue
        count = sum(len(one.codes) for one in rows if one.applicant == name)
        if count < max(least, 1):
            yield Finding.at(
                "QA1096", place, expected=str(max(least, 1)), actual=str(count), applicant=name
            )
    busy = {code for one in rows for code in one.codes}
    for reviewer in known.reviewers:
        if reviewer.code not in busy:
            yield Finding.at("QA1097", place, reviewer=reviewer.name)


def _same(name: str, known: Sequence[str]) -> str:
    return next((one for one in known if name and reduced(one) == reduced(name)), "")


def _did_you_mean_firm(name: str, known: Sequence[str]) -> str:
    by_core = {core(one): one for one in known}
    near = nearest(name, known) or by_core.get(nearest(core(name), by_core), "")
    return f"是不是“{near}”？" if near else ""
