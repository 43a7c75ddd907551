"""The files that a person means by a path: one workbook, all in a folder, all in an archive."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.model.returned_document import is_document
from builder.read.archive import Member, archive_members, read_member
from builder.read.container import read_bytes
from builder.read.refusal import RefusedError
from builder.read.workbook import Read

# What a company may send back for a workbook; those that are none are told so one by one.
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ett"})
# Among other files only documents called so are reports: evidence comes in the same formats.
_REPORT = re.compile("申报材料|自评报告|申报书")
_ARCHIVE = ".zip"
# What Office and WPS leave beside an open file, and what a Mac adds to an archive.
_LEFTOVERS = ("~$", ".~", "._", ".")


@dataclass(frozen=True, kw_only=True)
class ReturnedFile:
    """One file to be verified: on the disk, or a member of an archive there."""

    path: Path
    member: Member | None = None

    @property
    def name(self) -> str:
        """What a report calls the file."""
        return str(self.path) if self.member is None else f"{self.path}/{self.member.name}"

    def content(self) -> bytes:
        """All of the file, within bounds; raises ``RefusedError`` where it cannot be read."""
        if self.member is None:
            return read_bytes(self.path)
        return read_member(self.path, self.member)


def returned_files(paths: Iterable[Path]) -> Iterator[ReturnedFile | Read]:
    """Every file meant by ``paths``, folders and archives in the order of their names.

    An archive that cannot be opened, or a folder or archive without a workbook, is a ``Read``
    without one, so that nothing that was asked for goes unmentioned.
    """
    for path in paths:
        if path.is_dir():
            yield from _found(path, partial(_in_folder, path))
        elif path.suffix.lower() == _ARCHIVE:
            yield from _found(path, partial(_in_archive, path))
        else:
            yield ReturnedFile(path=path)


def _found(
    path: Path, listed: Callable[[], Iterable[ReturnedFile]]
) -> Iterator[ReturnedFile | Read]:
    try:
        files = [*listed()]
    except RefusedError as refusal:
        yield Read(workbook=None, findings=(refusal.finding(str(path)),))
        return
    yield from files
    if not files:
        nothing = Finding(code="QA218", place=Place(path=str(path)))
        yield Read(workbook=None, findings=(nothing,))


def _in_folder(folder: Path) -> Iterator[ReturnedFile]:
    for path in sorted(folder.rglob("*")):
        if _is_returned(path) and path.is_file():
            yield ReturnedFile(path=path)


def _in_archive(archive: Path) -> Iterator[ReturnedFile]:
    members = sorted(archive_members(archive), key=lambda member: member.name)
    for member in members:
        if _is_returned(Path(member.name)):
            yield ReturnedFile(path=archive, member=member)


def _is_returned(path: Path) -> bool:
    if path.name.startswith(_LEFTOVERS):
        return False
    if path.suffix.lower() in _WORKBOOKS:
        return True
    return is_document(path.name) and _REPORT.search(path.name) is not None
