"""The zip container of an Office file, opened within bounds; it knows nothing of spreadsheets.

Sizes in a zip are claims: a member is inflated in chunks, and only as far as it claimed.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO

from builder.ooxml import limits
from builder.ooxml.file import SAID, sniff
from builder.ooxml.refusal import RefusedError

_DIRECTORY_ENTRY = b"PK\x01\x02"
ENCRYPTED_FLAG = 0x1
_LEVEL = 6
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What the standard library raises on archives that are cut off, damaged or forged.
DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, NotImplementedError)


class Container:
    """The members of one archive by name; names are matched without regard to case (OPC 6.2.2)."""

    def __init__(self, data: bytes) -> None:
        """Open the archive; raises ``RefusedError`` for every archive that breaks a bound."""
        # Counted before the directory is parsed, which takes a second for 400 000 entries.
        limits.refuse_over(limits.MEMBERS, data.count(_DIRECTORY_ENTRY))
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except DAMAGE:
            raise RefusedError(SAID.get(sniff(data), "QA220")) from None
        self._members: dict[str, zipfile.ZipInfo] = {}
        self.size = 0  # of all parts, inflated
        for member in self._archive.infolist():
            _check_member(member)
            self.size += member.file_size
            limits.refuse_over(limits.TOTAL_BYTES, self.size)
            if member.is_dir():
                continue
            key = member.filename.casefold()
            if key in self._members:
                raise RefusedError("QA226", actual=member.filename)
            self._members[key] = member

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts in the order of the archive, directories left out."""
        return tuple(member.filename for member in self._members.values())

    def __contains__(self, name: str) -> bool:
        """Whether the archive has this part."""
        return name.casefold() in self._members

    def size_of(self, name: str) -> int:
        """How many bytes a part has, inflated; it is never read further."""
        return self._members[name.casefold()].file_size

    def part(self, name: str) -> bytes:
        """The content of a part; raises ``RefusedError`` as ``chunks`` does."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of a part, piece by piece.

        Raises ``RefusedError`` when the part is missing (QA232) or damaged (QA220).
        """
        member = self._members.get(name.casefold())
        if member is None:
            raise RefusedError("QA232", actual=name)
        size = 0
        try:
            with self._archive.open(member) as part:
                while chunk := part.read(limits.CHUNK_BYTES):
                    size += len(chunk)
                    yield chunk
        except DAMAGE:
            raise RefusedError("QA220") from None
        if size != member.file_size:
            raise RefusedError("QA220")


# The systems that a zip may say it was made on (APPNOTE.TXT 4.4.2).
FAT, UNIX = 0, 3


def packed(parts: Iterable[tuple[str, bytes]], *, system: int) -> bytes:
    """A zip of the parts without the clock in it; ``system`` is the number of the one it names."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name)  # of 1980, the earliest year there is
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = system
            archive.writestr(entry, content)
    return held.getvalue()


def _check_member(member: zipfile.ZipInfo) -> None:
    """Refuse a member by what the directory says of it, before a byte is inflated."""
    name = member.orig_filename
    segments = name.split("/")
    if not segments[0] or ".." in segments or any(mark in name for mark in "\\:\0"):
        raise RefusedError("QA225", actual=name.replace("\0", ""))
    if member.flag_bits & ENCRYPTED_FLAG:
        raise RefusedError("QA224")
    if member.compress_type not in METHODS:
        raise RefusedError("QA227", actual=str(member.compress_type))
    limits.refuse_over(limits.PART_BYTES, member.file_size)
    if (
        member.file_size > limits.RATIO_APPLIES_ABOVE_BYTES
        and member.file_size > member.compress_size * limits.COMPRESSION_RATIO.most
    ):
        raise RefusedError("QA223", expected=str(limits.COMPRESSION_RATIO.most), actual=name)
