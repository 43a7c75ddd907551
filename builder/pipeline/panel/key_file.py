"""The one file that says who the applicants of a blind review are, kept apart from the reviews."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from builder.book.cell_text import fitting
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.panel.material import Material
from builder.model.panel.record import Merged
from builder.model.panel.task import PanelTask
from builder.model.returned import ReturnedWorkbook
from builder.panel.key_book import (
    HEAD_ROW,
    KEY_SHEET,
    PROOF_SHEET,
    SECRET_LINE,
    plan_key,
)
from builder.pipeline.list_values import text_of
from builder.pipeline.panel.blind import Blinded, shown_name
from builder.pipeline.panel.hidden_conflicts import hidden, shown
from builder.read.workbook import read_workbook
from builder.write.xlsx.look import Look
from builder.write.xlsx.workbook import workbook_bytes

_SUFFIX = "-编号对照.xlsx"


@frozen
class Key:
    """Code, name and file of every applicant of a round, and the secret that proves them."""

    run: str
    secret: str
    names: tuple[tuple[str, str, str], ...]

    @property
    def proof(self) -> str:
        """What a task says of its key without saying a name: nobody can try names without it."""
        said = "\n".join("|".join(one) for one in sorted(self.names))
        return hashlib.sha256(f"{self.secret}\n{self.run}\n{said}".encode()).hexdigest()


def key_of(run: str, secret: str, applicants: Sequence[Material]) -> Key:
    """The key of a round, every text as a cell can hold it."""
    return Key(
        run=run,
        secret=secret,
        names=tuple(
            (one.code, fitting(one.applicant).strip(), fitting(one.file).strip())
            for one in applicants
        ),
    )


def key_place(folder: Path, asked: Path | None) -> Path:
    """Where the key of the reviews in a folder lies: beside the folder where nobody said."""
    whole = folder.absolute()
    return asked if asked is not None else whole.with_name(f"{whole.name}{_SUFFIX}")


def misplaced(folder: Path, place: Path) -> Finding | None:
    """What is told of a key that would be handed on with the reviews."""
    inside = place.resolve().is_relative_to(folder.resolve())
    return Finding.at("QA1083", place, actual=str(folder)) if inside else None


def key_bytes(key: Key, applicants: Sequence[Blinded], look: Look) -> bytes:
    """The file: the key, and what was hidden in which applicant's files."""
    return workbook_bytes(
        plan_key(key.run, key.secret, key.names, tuple(_told(applicants))), look, {}
    )


def _told(applicants: Sequence[Blinded]) -> Iterator[tuple[str, str, str, str, int]]:
    for one in applicants:
        code = one.material.code
        for taken in one.taken:
            yield code, taken.file, taken.word.kind.value, taken.word.text, taken.count
        for word in one.ordinary:
            yield code, "", word.kind.value, word.text, 0


def without_names(task: PanelTask, key: Key) -> PanelTask:
    """The task as it lies beside the reviews: nobody's name and nothing that hints at one."""
    return replace(
        task,
        reviewers=hidden(task.reviewers, dict(task.names), task.run, key.secret),
        names=tuple((code, shown_name(code)) for code, _ in task.names),
        key=key.proof,
    )


def with_names(task: PanelTask, key: Key) -> PanelTask:
    """The task as its office knows it."""
    files = {code: file for code, _, file in key.names}
    names = {code: name for code, name, _ in key.names}
    return replace(
        task,
        reviewers=shown(task, names, key.secret),
        names=tuple(names.items()),
        applicants=tuple(replace(one, file=files[one.code]) for one in task.applicants),
    )


def by_name(merged: Merged, folder: Path, asked: Path | None) -> tuple[Merged, tuple[Finding, ...]]:
    """What was joined with the applicants by name, and what is told where nobody knows them.

    ``folder`` holds the reviews; a panel that is not blind has its names already.
    """
    if not merged.task.key:
        return merged, ()
    place = key_place(folder, asked)
    if asked is None and not place.is_file():
        return merged, (Finding.at("QA1088", place),)
    key = read_key(merged.task, place)
    if isinstance(key, Finding):
        return merged, (key,)
    return replace(merged, task=with_names(merged.task, key)), ()


def read_key(task: PanelTask, place: Path) -> Key | Finding:
    """The key of a task, or the finding why it cannot be had from that file."""
    read = read_workbook(place)
    if read.workbook is None:
        return Finding.at("QA1086", place, actual=read.findings[0].message)
    key = Key(
        run=task.run,
        secret=_secret(read.workbook),
        names=tuple(_names(read.workbook)),
    )
    if key.proof != task.key:
        return Finding.at("QA1086", place, actual=f"它不是评审 {task.run} 的，或者改动过")
    return key


def _names(workbook: ReturnedWorkbook) -> Iterator[tuple[str, str, str]]:
    for sheet in workbook.sheets:
        if sheet.name == KEY_SHEET:
            rows = sorted({row for row, _ in sheet.cells if row > HEAD_ROW})
            for row in rows:
                code, name, file = (text_of(sheet.cells.get((row, place))) for place in (1, 2, 3))
                if code:
                    yield code, name, file


def _secret(workbook: ReturnedWorkbook) -> str:
    for sheet in workbook.sheets:
        if sheet.name == PROOF_SHEET:
            for (row, column), cell in sheet.cells.items():
                if column == 1 and text_of(cell) == SECRET_LINE:
                    return text_of(sheet.cells.get((row, 2)))
    return ""
