"""Everything that was handed in: what is verified, and what is left out and why.

A path means a file, a folder with all below it, or an archive with all in it; archives within
them count as folders. Nothing that lies there goes unmentioned but what programs leave behind.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path, PurePath
from typing import IO

from builder.findings.failure import failure_words
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.ooxml import limits
from builder.ooxml.refusal import RefusedError
from builder.pipeline.left_out import (
    is_report,
    left_out,
    may_be_material,
    own_name,
    refused,
    sorted_in,
)
from builder.pipeline.net import within_net
from builder.pipeline.returned_files import ReturnedFile, paired
from builder.read.archive import Member, OpenArchive
from builder.read.nature import HEAD_BYTES, Nature, nature_of
from builder.read.workbook import ReadWorkbook

_Item = ReturnedFile | Finding


@frozen
class Intake:
    """The files to be verified in the order of their names, and the findings about all others.

    An archive that cannot be opened, or a folder or archive without a workbook, that was asked for
    by its own name, is a ``ReadWorkbook`` without one.
    """

    files: tuple[ReturnedFile | ReadWorkbook, ...]
    left_out: tuple[Finding, ...]


def take_in(paths: Iterable[Path]) -> Intake:
    """All that is meant by ``paths``; nothing about a file raises."""
    taken = _Taken()
    for path in paths:
        if path.is_dir():
            taken.add_all(path, partial(_in_folder, path, limits.Budget()))
            continue
        nature = _on_disk(path)
        if nature is Nature.ZIP or path.suffix.lower() == ".zip":
            taken.add_all(path, partial(_in_archive, path, (), path, limits.Budget()))
        else:
            taken.alone.append(ReturnedFile(path=path, report=is_report(nature)))
    taken.pair_alone(together=True)
    return Intake(files=tuple(taken.files), left_out=tuple(taken.left_out))


def returned_files(paths: Iterable[Path]) -> Iterator[ReturnedFile | ReadWorkbook]:
    """The files to be verified only."""
    yield from take_in(paths).files


def apart_from_evidence(
    left_out: Iterable[Finding], evidence: Path | None
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What was left out, and what of it is evidence: it lies under the path given for that.

    What could be a material or hold one is none, wherever it lies.
    """
    told = tuple(left_out)
    if evidence is None:
        return told, ()
    at_hand = evidence.resolve()
    proofs = tuple(
        one
        for one in told
        if not may_be_material(one) and Path(one.place.path).resolve().is_relative_to(at_hand)
    )
    return tuple(one for one in told if one not in proofs), proofs


@dataclass(kw_only=True)
class _Taken:
    """What was found so far; ``alone`` are the files named one by one, not paired yet."""

    files: list[ReturnedFile | ReadWorkbook] = field(default_factory=list)
    left_out: list[Finding] = field(default_factory=list)
    alone: list[ReturnedFile] = field(default_factory=list)

    def pair_alone(self, *, together: bool) -> None:
        """Pair the files named one by one since the last folder."""
        self.files += paired(self.alone, together=together)
        self.alone.clear()

    def add_all(self, path: Path, listed: Callable[[], Iterable[_Item]]) -> None:
        """Add what lies in a folder or an archive."""
        self.pair_alone(together=False)
        items = within_net(partial(_listed, path, listed), str(path))
        if isinstance(items, Finding):
            self.files.append(ReadWorkbook(workbook=None, findings=(items,)))
            return
        files = [item for item in items if isinstance(item, ReturnedFile)]
        self.left_out += [item for item in items if isinstance(item, Finding)]
        self.files += paired(files, together=False)
        if not files:
            nothing = Finding.at("QA218", path)
            self.files.append(ReadWorkbook(workbook=None, findings=(nothing,)))


def _listed(path: Path, listed: Callable[[], Iterable[_Item]]) -> list[_Item] | Finding:
    try:
        return [*listed()]
    except RefusedError as refusal:
        return refusal.finding(str(path))


def _in_folder(folder: Path, budget: limits.Budget) -> Iterator[_Item]:
    amiss: list[OSError] = []
    paths: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=amiss.append):
        # A link to a folder may lead round in a circle.
        links = [name for name in folders if Path(parent, name).is_symlink()]
        paths += [Path(parent, name) for name in (*names, *links) if not own_name(name)]
        if not names and not folders and Path(parent) != folder:
            yield left_out(parent, "QA265", "空文件夹")
    for path in sorted(paths):
        if path.is_symlink() and path.is_dir():
            yield left_out(str(path), "QA264", "是指向文件夹的链接")
            continue
        nature = _on_disk(path)
        if nature is Nature.ZIP:
            yield from _nested(path, (), path, budget)
        else:
            yield sorted_in(ReturnedFile(path=path), nature)
    for error in amiss:
        yield left_out(str(error.filename), "QA264", failure_words(error))


def _on_disk(path: Path) -> Nature | RefusedError:
    """What a file on the disk is, or why that cannot be told."""
    try:
        if not path.is_file():
            return RefusedError("QA202" if path.exists() else "QA201")
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
        return nature_of(head, lambda: path.open("rb"))
    except OSError as error:
        return RefusedError("QA204", actual=failure_words(error))


def _in_archive(
    path: Path, members: tuple[Member, ...], source: Path | IO[bytes], budget: limits.Budget
) -> Iterator[_Item]:
    """What lies in an archive; raises ``RefusedError`` where it cannot be opened."""
    with OpenArchive(source) as archive:
        budget.spend(limits.ARCHIVE_MEMBERS, len(archive.members))
        for member in sorted(archive.members, key=lambda member: member.name):
            if not own_name(PurePath(member.name).name) and "__MACOSX/" not in member.name:
                yield from _member(path, (*members, member), archive, budget)


def _member(
    path: Path, members: tuple[Member, ...], archive: OpenArchive, budget: limits.Budget
) -> Iterator[_Item]:
    file, member = ReturnedFile(path=path, members=members), members[-1]
    try:
        with archive.opened(member.index) as opened:
            head = opened.read(HEAD_BYTES)
        nature = nature_of(head, lambda: BytesIO(archive.read(member, limits.NESTED_BYTES)))
    except RefusedError as refusal:
        yield sorted_in(file, refusal)
        return
    if nature is not Nature.ZIP:
        yield sorted_in(file, nature)
        return
    try:
        budget.spend(limits.ALL_NESTED_BYTES, member.size)
        inner = BytesIO(archive.read(member, limits.NESTED_BYTES))
    except RefusedError as refusal:
        yield refused(file.name, "QA263", refusal)
        return
    yield from _nested(path, members, inner, budget)


def _nested(
    path: Path, members: tuple[Member, ...], source: Path | IO[bytes], budget: limits.Budget
) -> Iterator[_Item]:
    """What lies in an archive that lies in a folder or in another archive.

    One without a material is told of once: its files are somebody's evidence.
    """
    name = ReturnedFile(path=path, members=members).name
    if len(members) >= limits.NESTED_ARCHIVES.most:
        yield left_out(name, "QA263", "压缩包套了太多层")
        return
    try:
        items = [*_in_archive(path, members, source, budget)]
    except RefusedError as refusal:
        yield refused(name, "QA263", refusal)
        return
    if all(isinstance(item, Finding) and item.code in ("QA265", "QA266") for item in items):
        yield left_out(name, "QA266", str(len(items)))
        return
    yield from items
