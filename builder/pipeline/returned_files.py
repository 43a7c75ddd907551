"""The files that a person means by a path: one workbook, all in a folder, all in an archive."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePath
from typing import Self

from builder.findings.finding import Finding, Place
from builder.model.returned_document import is_document
from builder.ooxml.file import read_bytes
from builder.ooxml.refusal import RefusedError
from builder.read.archive import Member, archive_members, read_member
from builder.read.workbook import Read

# What a company may send back for a workbook; those that are none are told so one by one.
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ett"})
# Among other files only documents called so are reports: evidence comes in the same formats.
_REPORT = re.compile("申报材料|自评报告|申报书")
# What a name says of the material, of its state or its copy, and not of the company.
_KIND = re.compile(
    "自评打分表|自评评分表|评分表|打分表|申报材料|自评报告|申报书|已填|定稿|终稿"
    "|[-—_ （）()]|[0-9]$"
)
_ARCHIVE = ".zip"
# What Office and WPS leave beside an open file, and what a Mac adds to an archive.
_LEFTOVERS = ("~$", ".~", "._", ".")


@dataclass(frozen=True, kw_only=True)
class ReturnedFile:
    """One file to be verified: on the disk, or a member of an archive there.

    ``beside`` is the workbook of the same company, where the file is a report that has one.
    """

    path: Path
    member: Member | None = None
    beside: Self | None = None

    @property
    def folder(self) -> str:
        """Where the file lies, which its company's other files share."""
        return str(PurePath(self.name).parent)

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
    alone: list[ReturnedFile] = []
    for path in paths:
        if not path.is_dir() and path.suffix.lower() != _ARCHIVE:
            alone.append(ReturnedFile(path=path))
            continue
        yield from paired(alone, together=False)
        alone.clear()
        listed = _in_folder if path.is_dir() else _in_archive
        yield from _found(path, partial(listed, path))
    yield from paired(alone, together=True)


def paired(files: Sequence[ReturnedFile], *, together: bool) -> Iterator[ReturnedFile]:
    """The files, each report with the workbook of the same company beside it.

    In a folder with one workbook and one report the two are a pair whatever they are called, and
    with ``together`` also where these are all the files there are. Among more files a pair is
    called the same but for the kind of material.
    """
    groups: dict[str, list[ReturnedFile]] = {}
    for file in files:
        groups.setdefault(file.folder, []).append(file)
    pairs: dict[str, ReturnedFile] = {}
    for group in (*groups.values(), *((list(files),) if together else ())):
        reports = [file for file in group if is_document(file.name)]
        workbooks = [file for file in group if not is_document(file.name)]
        if len(reports) == len(workbooks) == 1:
            pairs[reports[0].name] = workbooks[0]
            continue
        called: dict[str, list[ReturnedFile]] = {}
        for workbook in workbooks:
            called.setdefault(_company(workbook.name), []).append(workbook)
        for report in reports:
            same = called.get(_company(report.name), [])
            if len(same) == 1:
                pairs.setdefault(report.name, same[0])
    for file in files:
        yield replace(file, beside=pairs.get(file.name))


def _company(name: str) -> str:
    """What is left of a file's name without the words for the kind of material."""
    return _KIND.sub("", PurePath(name).stem).casefold()


def _found(
    path: Path, listed: Callable[[], Iterable[ReturnedFile]]
) -> Iterator[ReturnedFile | Read]:
    try:
        files = [*listed()]
    except RefusedError as refusal:
        yield Read(workbook=None, findings=(refusal.finding(str(path)),))
        return
    yield from paired(files, together=False)
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
