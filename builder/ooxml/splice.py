"""A finished Office file with one part exchanged, every other member copied as it is compressed."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence

from builder.frozen import frozen

_LEVEL = 6
# Shorter constant stretches are cheaper to deflate with their neighbours than on their own.
_LONG = 4096
# Where the sizes stand in the headers of a member (APPNOTE.TXT 4.3.7 and 4.3.12).
_LOCAL_BYTES, _LOCAL_SIZES, _LOCAL_NAMES = 30, 14, 26
_CENTRAL_BYTES, _CENTRAL_SIZES, _CENTRAL_NAMES, _CENTRAL_OFFSET = 46, 16, 28, 42
_SIZES = struct.Struct("<3L")
_END = struct.Struct("<4s4H2LH")


@frozen
class Packed:
    """A part as a zip holds it: deflated, with its length and its checksum before that."""

    body: bytes
    size: int
    checksum: int


class PartWithGaps:
    """A part that is the same for everybody but for some gaps.

    Long stretches between gaps are deflated once. Deflate streams that end flushed may be joined
    (RFC 1951, 3.2.3), so that filling the gaps deflates little more than what is put into them.
    """

    def __init__(self, stretches: Sequence[bytes]) -> None:
        """``stretches`` are what stands before, between and after the gaps, one more than gaps."""
        self._stretches = tuple(stretches)
        last = len(stretches) - 1
        self._deflated = {
            place: _deflated(stretch, last=place == last)
            for place, stretch in enumerate(stretches)
            if len(stretch) >= _LONG
        }

    def filled(self, fillings: Sequence[bytes]) -> Packed:
        """The part with every gap filled, in order."""
        bodies: list[bytes] = []
        waiting: list[bytes] = []
        size = checksum = 0
        last = len(self._stretches) - 1
        for place, stretch in enumerate(self._stretches):
            for piece in (stretch, fillings[place]) if place < last else (stretch,):
                size += len(piece)
                checksum = zlib.crc32(piece, checksum)
            if place in self._deflated:
                if waiting:
                    bodies.append(_deflated(b"".join(waiting), last=False))
                    waiting.clear()
                bodies.append(self._deflated[place])
            else:
                waiting.append(stretch)
            if place < last:
                waiting.append(fillings[place])
        if last not in self._deflated:
            bodies.append(_deflated(b"".join(waiting), last=True))
        return Packed(body=b"".join(bodies), size=size, checksum=checksum)


class Archive:
    """The members of a zip that this program wrote, ready to be copied without inflating them."""

    def __init__(self, data: bytes) -> None:
        """Take the archive apart; its members have no data descriptors."""
        self._members: list[tuple[str, bytes, bytes]] = []
        self._file = zipfile.ZipFile(io.BytesIO(data))
        entry = self._file.start_dir
        for member in self._file.infolist():
            start = member.header_offset
            lengths = struct.unpack_from("<2H", data, start + _LOCAL_NAMES)
            end = start + _LOCAL_BYTES + sum(lengths) + member.compress_size
            lengths = struct.unpack_from("<3H", data, entry + _CENTRAL_NAMES)
            following = entry + _CENTRAL_BYTES + sum(lengths)
            self._members.append((member.filename, data[start:end], data[entry:following]))
            entry = following

    def part(self, name: str) -> bytes:
        """The content of a part."""
        return self._file.read(name)

    def with_parts(self, parts: Mapping[str, Packed]) -> bytes:
        """The archive with some parts exchanged, in the same order."""
        written: list[bytes] = []
        directory: list[bytes] = []
        offset = 0
        for name, member, entry in self._members:
            packed = parts.get(name)
            local, central = (
                (member, entry) if packed is None else _exchanged(member, entry, packed)
            )
            directory.append(_moved(central, offset))
            written.append(local)
            offset += len(local)
        length, count = sum(map(len, directory)), len(directory)
        end = _END.pack(b"PK\x05\x06", 0, 0, count, count, length, offset, 0)
        return b"".join((*written, *directory, end))


def _exchanged(local: bytes, central: bytes, packed: Packed) -> tuple[bytes, bytes]:
    sizes = _SIZES.pack(packed.checksum, len(packed.body), packed.size)
    head = local[: _LOCAL_BYTES + sum(struct.unpack_from("<2H", local, _LOCAL_NAMES))]
    return (
        b"".join((_with(head, _LOCAL_SIZES, sizes), packed.body)),
        _with(central, _CENTRAL_SIZES, sizes),
    )


def _moved(central: bytes, offset: int) -> bytes:
    return _with(central, _CENTRAL_OFFSET, struct.pack("<L", offset))


def _with(header: bytes, place: int, content: bytes) -> bytes:
    return b"".join((header[:place], content, header[place + len(content) :]))


def _deflated(content: bytes, *, last: bool) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH)
