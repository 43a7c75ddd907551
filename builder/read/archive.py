"""A zip of returned files as an office receives it: listed and read member by member, in bounds.

Nothing is ever unpacked to the disk, so a member's name can lead nowhere.
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from builder.frozen import frozen
from builder.ooxml.container import DAMAGE, ENCRYPTED_FLAG, METHODS
from builder.ooxml.file import refused_by_system
from builder.ooxml.limits import (
    ARCHIVE_MEMBERS,
    CHUNK_BYTES,
    FILE_BYTES,
    NESTED_BYTES,
    Limit,
    refuse_over,
)
from builder.ooxml.refusal import RefusedError

_UTF8_FLAG = 0x800


@frozen
class Member:
    """One file in an archive: its place in the directory, from 0, its name and claimed size."""

    index: int
    name: str
    size: int


class OpenArchive:
    """An archive while it is read; its directory is parsed once however many members are."""

    def __init__(self, source: Path | IO[bytes]) -> None:
        """Open it; raises ``RefusedError`` where it cannot be read or has too many members."""
        try:
            self._archive = zipfile.ZipFile(source)
        except OSError as error:
            raise refused_by_system(error) from None
        except DAMAGE:
            raise RefusedError("QA220") from None
        entries = self._archive.infolist()
        refuse_over(ARCHIVE_MEMBERS, len(entries))
        self.members = tuple(
            Member(index=index, name=_name(entry), size=entry.file_size)
            for index, entry in enumerate(entries)
            if not entry.is_dir()
        )

    def __enter__(self) -> Self:
        """The archive itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file it is read from."""
        self._archive.close()

    @contextmanager
    def opened(self, index: int) -> Iterator[IO[bytes]]:
        """A member opened for reading; whoever reads sets the bound.

        Raises ``RefusedError`` where it is encrypted, packed in an unusual way or damaged, if only
        further on.
        """
        entry = self._archive.infolist()[index]
        if entry.flag_bits & ENCRYPTED_FLAG:
            raise RefusedError("QA229")
        if entry.compress_type not in METHODS:
            # The other ways inflate a chunk to whatever size, and fail in ways of their own.
            raise RefusedError("QA228", actual=str(entry.compress_type))
        try:
            with self._archive.open(entry) as file:
                yield file
        except OSError as error:
            raise refused_by_system(error) from None
        except DAMAGE:
            raise RefusedError("QA220") from None

    def read(self, member: Member, limit: Limit = FILE_BYTES) -> bytes:
        """All of a member, at most what the limit allows, however long it claims to be.

        Raises ``RefusedError`` where it is encrypted, damaged or too large.
        """
        with self.opened(member.index) as file:
            return _bounded(file, limit)


def members_within(path: Path, around: tuple[Member, ...] = ()) -> tuple[Member, ...]:
    """The files of an archive in the order it lists them; raises as ``OpenArchive`` does.

    It is the archive on the disk, or the last member of ``around``, which lead to it from there.
    """
    with OpenArchive(_source(path, around)) as archive:
        return archive.members


def read_member(path: Path, members: tuple[Member, ...]) -> bytes:
    """The content of the last member, which is in an archive that is the one before it, and so on.

    Raises ``RefusedError`` where it is encrypted, damaged or too large.
    """
    *around, member = members
    source = _source(path, tuple(around))
    with OpenArchive(source) as archive:
        return archive.read(member)


@contextmanager
def open_member(path: Path, index: int) -> Iterator[IO[bytes]]:
    """A member opened for reading, as ``OpenArchive.opened`` does."""
    with OpenArchive(path) as archive, archive.opened(index) as file:
        yield file


def _source(path: Path, around: tuple[Member, ...]) -> Path | IO[bytes]:
    if not around:
        return path
    try:
        return BytesIO(_inner_archive(path, around, path.stat().st_mtime_ns))
    except OSError as error:
        raise refused_by_system(error) from None


@lru_cache(maxsize=1)
def _inner_archive(path: Path, members: tuple[Member, ...], changed: int) -> bytes:  # noqa: ARG001 - a file that was changed since is another
    """An archive within an archive, kept while its members are read one after another."""
    *around, member = members
    with OpenArchive(_source(path, tuple(around))) as archive:
        return archive.read(member, NESTED_BYTES)


def _bounded(file: IO[bytes], limit: Limit) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := file.read(CHUNK_BYTES):
        chunks.append(chunk)
        size += len(chunk)
        if size > limit.most:
            raise RefusedError("QA221", expected=str(limit.most // 1_000_000))
    return b"".join(chunks)


def _name(entry: zipfile.ZipInfo) -> str:
    """The member's name with strokes between folders.

    Without the flag for UTF-8 zip readers take it for CP437: other systems write UTF-8 all the
    same, Windows in China writes GBK, whose texts are hardly ever valid UTF-8.
    """
    name = entry.filename
    if not entry.flag_bits & _UTF8_FLAG:
        for encoding in ("utf-8", "gb18030"):
            try:
                name = entry.filename.encode("cp437").decode(encoding)
                break
            except UnicodeError:
                continue
    return name.replace("\\", "/")
