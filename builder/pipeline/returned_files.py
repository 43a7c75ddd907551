"""A file to be verified, wherever it lies, and the file of the same applicant beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Self

from builder.frozen import frozen
from builder.model.returned_document import is_document
from builder.ooxml.file import read_bytes
from builder.read.archive import Member, read_member

# What a name says of the material, of its state or its copy, and not of the applicant.
_KIND = re.compile(
    "自评打分表|自评评分表|评分表|打分表|申报材料|自评报告|申报书|已填|定稿|终稿"
    "|[-—_ （）()]|[0-9]$"
)


@frozen
class ReturnedFile:
    """One file to be verified: on the disk, or in an archive there.

    ``members`` lead to it: a member of the archive, where that is an archive a member of it, and so
    on. ``report`` says whether it is a Word file, ``None`` where only its name tells. ``beside`` is
    the workbook of the same applicant, where the file is a report that has one.
    """

    path: Path
    members: tuple[Member, ...] = ()
    report: bool | None = None
    beside: Self | None = None

    @property
    def is_document(self) -> bool:
        """Whether the file is a report, not a workbook."""
        return is_document(self.name) if self.report is None else self.report

    @property
    def folder(self) -> str:
        """Where the file lies, which its applicant's other files share."""
        return str(PurePath(self.name).parent)

    @property
    def name(self) -> str:
        """What a report calls the file."""
        return "/".join((str(self.path), *(member.name for member in self.members)))

    def content(self) -> bytes:
        """All of the file, within bounds; raises ``RefusedError`` where it cannot be read."""
        if not self.members:
            return read_bytes(self.path)
        return read_member(self.path, self.members)


def paired(files: Sequence[ReturnedFile], *, together: bool) -> Iterator[ReturnedFile]:
    """The files, each report with the workbook of the same applicant beside it.

    In a folder with one workbook and one report the two are a pair whatever they are called, and
    with ``together`` also where these are all the files there are. Among more files a pair is
    called the same but for the kind of material.
    """
    groups: dict[str, list[ReturnedFile]] = {}
    for file in files:
        groups.setdefault(file.folder, []).append(file)
    pairs: dict[str, ReturnedFile] = {}
    for group in (*groups.values(), *((list(files),) if together else ())):
        reports = [file for file in group if file.is_document]
        workbooks = [file for file in group if not file.is_document]
        if len(reports) == len(workbooks) == 1:
            pairs[reports[0].name] = workbooks[0]
            continue
        called: dict[str, list[ReturnedFile]] = {}
        for workbook in workbooks:
            called.setdefault(_applicant(workbook.name), []).append(workbook)
        for report in reports:
            same = called.get(_applicant(report.name), [])
            if len(same) == 1:
                pairs.setdefault(report.name, same[0])
    for file in files:
        yield replace(file, beside=pairs.get(file.name))


def _applicant(name: str) -> str:
    """What is left of a file's name without the words for the kind of material."""
    return _KIND.sub("", PurePath(name).stem).casefold()
