"""An office's list of further words that a blind review must not show, or must leave."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address
from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.model.nearest import did_you_mean, nearest
from builder.model.panel.hiding import folded
from builder.model.returned import ReturnedSheet
from builder.pipeline.list_values import RejectedError, checked_text, text_of
from builder.pipeline.list_words import IGNORED_COLUMNS, heading, parted
from builder.read.workbook import read_workbook

APPLICANT, HIDE, SPARE = "申报者", "也隐去", "不隐去"
_COLUMNS = (APPLICANT, HIDE, SPARE)
_SAME = {"申报组织": APPLICANT}
_SHORTEST = 2
EVERYBODY = ""


@frozen
class HideList:
    """Words to hide and words to leave by the applicant's name, ``EVERYBODY`` for all of them."""

    hide: tuple[tuple[str, str], ...] = ()
    spare: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()

    def hidden_for(self, applicant: str) -> tuple[str, ...]:
        """The further words to hide of an applicant."""
        return _of(self.hide, applicant)

    def spared_for(self, applicant: str) -> tuple[str, ...]:
        """The words to leave of an applicant."""
        return _of(self.spare, applicant)


def read_hide_list(path: Path, applicants: Sequence[str]) -> HideList:
    """What the first sheet of the workbook at ``path`` says of these applicants."""
    read = read_workbook(path)
    if read.workbook is None:
        place = Place(path=str(path))
        found = (Finding.at("QA1084", place, actual=one.clause) for one in read.findings)
        return HideList(findings=tuple(found))
    sheet = read.workbook.sheets[0]
    place = Place(path=str(path), sheet=sheet.name)
    captions = {column: text_of(cell) for (row, column), cell in sheet.cells.items() if row == 1}
    known = {column: _caption(text) for column, text in captions.items() if text}
    strange = tuple(_strange(known, place))
    if HIDE not in known.values() and SPARE not in known.values():
        strange = (*strange, Finding.at("QA1084", place, actual=f"第一行没有“{HIDE}”一栏"))
    if strange:
        return HideList(findings=strange)
    return _read(sheet, known, place, applicants)


def _caption(text: str) -> str:
    said = "".join(text.split())
    known = heading(said, ("申报组织", *_COLUMNS))
    return _SAME.get(known, known)


def _strange(known: dict[int, str], place: Place) -> Iterator[Finding]:
    for column, caption in sorted(known.items()):
        twice = [*known.values()].count(caption) > 1 and caption in _COLUMNS
        if (caption not in (*_COLUMNS, *IGNORED_COLUMNS)) or twice:
            hint = did_you_mean(caption, _COLUMNS)
            said = f"“{caption}”一栏{'写了两次' if twice else '看不懂'}。{hint}"
            yield Finding.at(
                "QA1084", replace(place, cell=cell_address(1, column)), actual=said.rstrip("。")
            )


def _read(
    sheet: ReturnedSheet, known: dict[int, str], place: Place, applicants: Sequence[str]
) -> HideList:
    by_name = {reduced(name): name for name in applicants}
    said: dict[str, list[tuple[str, str]]] = {HIDE: [], SPARE: []}
    findings: list[Finding] = []
    for row in sorted({row for row, _ in sheet.cells if row > 1}):
        texts: dict[str, str] = {}
        where = place
        try:
            for column, caption in known.items():
                where = replace(place, cell=cell_address(row, column))
                texts[caption] = checked_text(sheet.cells.get((row, column)))
        except RejectedError as problem:
            findings.append(Finding.at("QA1084", where, actual=str(problem)))
            continue
        name = texts.get(APPLICANT, "")
        if name and reduced(name) not in by_name:
            near = nearest(name, applicants)
            hint = f"是不是“{near}”？" if near else ""
            findings.append(Finding.at("QA1085", where, actual=name, hint=hint))
            continue
        owner = by_name.get(reduced(name), EVERYBODY)
        for kind, words in said.items():
            for word in parted(texts.get(kind, "")):
                if len(folded(word)) < _SHORTEST:
                    findings.append(Finding.at("QA1087", where, actual=word))
                words.append((owner, word))
    return HideList(hide=tuple(said[HIDE]), spare=tuple(said[SPARE]), findings=tuple(findings))


def _of(said: Iterable[tuple[str, str]], applicant: str) -> tuple[str, ...]:
    return tuple(word for name, word in said if name in (EVERYBODY, applicant))
