"""A zip of returned files as an office receives it: listed and read member by member, in bounds.

Nothing is ever unpacked to the disk, so a member's name can lead nowhere.
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from builder.ooxml.container import DAMAGE, ENCRYPTED_FLAG
from builder.ooxml.file import bounded, refused_by_system
from builder.ooxml.limits import ARCHIVE_MEMBERS, refuse_over
from builder.ooxml.refusal import RefusedError

_UTF8_FLAG = 0x800


@dataclass(frozen=True, kw_only=True)
class Member:
    """One file in an archive: its place in the directory, from 0, its name and claimed size."""

    index: int
    name: str
    size: int


def archive_members(path: Path) -> tuple[Member, ...]:
    """The files of an archive in the order it lists them.

    Raises ``RefusedError`` where the archive cannot be read or has too many members.
    """
    with _opened(path) as archive:
        entries = archive.infolist()
        refuse_over(ARCHIVE_MEMBERS, len(entries))
        return tuple(
            Member(index=index, name=_name(entry), size=entry.file_size)
            for index, entry in enumerate(entries)
            if not entry.is_dir()
        )


def read_member(path: Path, member: Member) -> bytes:
    """The content of a member, at most ``FILE_BYTES`` however long it claims to be.

    Raises ``RefusedError`` where it is encrypted, damaged or too large.
    """
    with open_member(path, member.index) as file:
        return bounded(file)


@contextmanager
def open_member(path: Path, index: int) -> Iterator[IO[bytes]]:
    """A member opened for reading; whoever reads sets the bound.

    Raises ``RefusedError`` where it is encrypted or damaged, if only further on.
    """
    with _opened(path) as archive:
        entry = archive.infolist()[index]
        if entry.flag_bits & ENCRYPTED_FLAG:
            raise RefusedError("QA206")
        try:
            with archive.open(entry) as file:
                yield file
        except DAMAGE:
            raise RefusedError("QA220") from None


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except OSError as error:
        raise refused_by_system(error) from None
    except DAMAGE:
        raise RefusedError("QA220") from None


def _name(entry: zipfile.ZipInfo) -> str:
    """The member's name; Windows in China writes it in GBK, which zip readers take for CP437."""
    if entry.flag_bits & _UTF8_FLAG:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return entry.filename
