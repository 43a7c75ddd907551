"""Pictures that every Office program shows, told by their bytes and never by their name."""

import struct
import zlib

from builder.frozen import frozen

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# Markers of a JPEG frame that state its size (ITU-T T.81, table B.1), and those without a length.
_FRAMES = frozenset(set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC})
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
LARGEST_BYTES = 1_000_000
_LARGEST_SIDE = 8000


class NotAPictureError(Exception):
    """The bytes are no picture that a template may have; the words say why."""


@frozen
class Picture:
    """A PNG or JPEG: its content, the extension of its kind, and its size in pixels."""

    content: bytes
    extension: str
    width: int
    height: int


def read_picture(content: bytes) -> Picture:
    """The picture that these bytes are; raises ``NotAPictureError`` for anything else."""
    if len(content) > LARGEST_BYTES:
        raise NotAPictureError(f"图片超过 {LARGEST_BYTES // 1_000_000} MB")
    try:
        if content.startswith(_PNG):
            extension, (width, height) = "png", _png_size(content)
        elif content.startswith(_JPEG):
            extension, (width, height) = "jpeg", _jpeg_size(content)
        else:
            raise NotAPictureError("不是 PNG 或 JPEG 图片")
    except (struct.error, IndexError):
        raise NotAPictureError("图片不完整") from None
    if not (0 < width <= _LARGEST_SIDE and 0 < height <= _LARGEST_SIDE):
        raise NotAPictureError("图片的尺寸不合理")
    return Picture(content=content, extension=extension, width=width, height=height)


def _png_size(content: bytes) -> tuple[int, int]:
    """The size in the first chunk, once every chunk is whole (ISO/IEC 15948, 5.3)."""
    place, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">L4s", content, place)
        (check,) = struct.unpack_from(">L", content, place + 8 + length)
        if zlib.crc32(content[place + 4 : place + 8 + length]) != check:
            raise NotAPictureError("图片已损坏")
        if place == len(_PNG) and kind != b"IHDR":
            raise NotAPictureError("图片不完整")
        place += 12 + length
    width, height = struct.unpack_from(">2L", content, 16)
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int]:
    place = 2
    while True:
        while content[place] == 0xFF and content[place + 1] == 0xFF:
            place += 1
        if content[place] != 0xFF:
            raise NotAPictureError("图片已损坏")
        marker = content[place + 1]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">2H", content, place + 5)
            return width, height
        (length,) = (0,) if marker in _BARE else struct.unpack_from(">H", content, place + 2)
        place += 2 + length
