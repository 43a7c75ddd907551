"""A folder or archive of evidence: listed within bounds, read only where contents are compared.

Nothing is unpacked and no link is followed, so a name can lead nowhere.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import IO

from builder.frozen import frozen
from builder.model.evidence_files import EvidenceFile
from builder.ooxml.file import refused_by_system
from builder.ooxml.limits import (
    CHUNK_BYTES,
    EVIDENCE_BYTES,
    EVIDENCE_FILES,
    NESTED_ARCHIVES,
    refuse_over,
)
from builder.ooxml.refusal import RefusedError
from builder.read.archive import Member, members_within, open_member, read_member

_ARCHIVE = ".zip"
# What Office and WPS leave beside an open file, what a Mac and Windows leave in a folder.
_LEFTOVERS = ("~$", ".~", "._", ".", "__MACOSX")
_OF_WINDOWS = frozenset({"thumbs.db", "desktop.ini"})


@frozen
class _Source:
    """Where the content of a file is: on the disk, or what leads to it in an archive there."""

    path: Path
    members: tuple[Member, ...] = ()


class EvidenceFolder:
    """The evidence under one path; an archive inside a folder counts as a folder of its name."""

    def __init__(self, path: Path) -> None:
        """List the files; raises ``RefusedError`` where that cannot be done within bounds."""
        listed = _in_folder(path) if path.is_dir() else _in_archive(path, "")
        found: dict[EvidenceFile, _Source] = {}
        for file, source in listed:
            found[file] = source
            refuse_over(EVIDENCE_FILES, len(found))
        self._sources = dict(sorted(found.items(), key=lambda item: item[0].path))

    @property
    def files(self) -> Sequence[EvidenceFile]:
        """Every file in the order of their paths."""
        return tuple(self._sources)

    def digest(self, file: EvidenceFile) -> str | None:
        """SHA-256 of the content, ``None`` where it is encrypted, damaged, too large or gone."""
        source = self._sources[file]
        try:
            if not source.members:
                with source.path.open("rb") as opened:
                    return _digest(opened)
            if len(source.members) == 1:
                with open_member(source.path, source.members[0].index) as opened:
                    return _digest(opened)
            return _digest(BytesIO(read_member(source.path, source.members)))
        except (OSError, RefusedError):
            return None

    @property
    def mark(self) -> str:
        """A digest of what is listed, and of when it was changed: the same list, the same mark."""
        digest = hashlib.sha256()
        for file, source in self._sources.items():
            changed = source.path.stat().st_mtime_ns if source.path.exists() else 0
            digest.update(f"{file.path}\0{file.size}\0{changed}\n".encode("utf-8", "replace"))
        return digest.hexdigest()


def _in_folder(folder: Path) -> Iterator[tuple[EvidenceFile, _Source]]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(_LEFTOVERS)]
        for name in names:
            path = Path(parent, name)
            if not _counts(name) or path.is_symlink() or not path.is_file():
                continue
            inside = path.relative_to(folder).as_posix()
            if path.suffix.lower() == _ARCHIVE and path.parent == folder:
                yield from _in_archive(path, f"{path.stem}/")
                continue
            yield EvidenceFile(path=inside, size=path.stat().st_size), _Source(path=path)
            if path.suffix.lower() == _ARCHIVE:
                yield from _opened(path, (), f"{inside[: -len(_ARCHIVE)]}/")


def _in_archive(
    path: Path, before: str, around: tuple[Member, ...] = ()
) -> Iterator[tuple[EvidenceFile, _Source]]:
    """What an archive holds, archives in it as folders too; they are files of their own as well."""
    for member in members_within(path, around):
        inside = member.name.replace("\\", "/").strip("/")
        if all(_counts(part) for part in inside.split("/")):
            file = EvidenceFile(path=before + inside, size=member.size)
            members = (*around, member)
            yield file, _Source(path=path, members=members)
            if inside.lower().endswith(_ARCHIVE) and len(members) < NESTED_ARCHIVES.most:
                yield from _opened(path, members, f"{before}{inside[: -len(_ARCHIVE)]}/")


def _opened(
    path: Path, members: tuple[Member, ...], before: str
) -> list[tuple[EvidenceFile, _Source]]:
    """What lies in an archive within bounds; one that cannot be opened is a file and no more."""
    try:
        return [*_in_archive(path, before, members)]
    except RefusedError:
        return []


def _counts(name: str) -> bool:
    return not name.startswith(_LEFTOVERS) and name.casefold() not in _OF_WINDOWS


def _digest(opened: IO[bytes]) -> str | None:
    digest, size = hashlib.sha256(), 0
    while chunk := opened.read(CHUNK_BYTES):
        size += len(chunk)
        if size > EVIDENCE_BYTES.most:
            return None
        digest.update(chunk)
    return digest.hexdigest()


def open_evidence(path: Path) -> EvidenceFolder:
    """The evidence under a path; raises ``RefusedError`` where it cannot be listed."""
    try:
        if not path.exists():
            raise RefusedError("QA719", actual="没有这个文件夹或压缩包")
        return EvidenceFolder(path)
    except OSError as error:
        raise refused_by_system(error) from None
