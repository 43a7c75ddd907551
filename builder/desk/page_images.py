"""The pages of a Word document as LibreOffice lays them out, each as a picture."""

import importlib
import importlib.util
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from builder.notice.reading.converted import converted, office_program

# As many pages as a person looks through, as large as a screen shows a page.
MOST_PAGES, _DOTS = 80, 96
_POINTS = 72
_RENDERER = "pypdfium2"
_RGB = 3


def can_show_pages() -> bool:
    """Whether this computer has what lays out pages and what draws them."""
    return importlib.util.find_spec(_RENDERER) is not None and office_program() is not None


def page_images(document: bytes) -> Iterator[bytes]:
    """The pages of a .docx as PNG, the first of them; raises ``RefusedError``."""
    yield from drawn(converted(document, ".docx", "pdf"))


def drawn(pdf: bytes) -> Iterator[bytes]:
    """The pages of a PDF as PNG."""
    opened = importlib.import_module(_RENDERER).PdfDocument(pdf)
    try:
        for number in range(min(len(opened), MOST_PAGES)):
            yield _png(opened[number].render(scale=_DOTS / _POINTS, rev_byteorder=True))
    finally:
        opened.close()


def _png(bitmap: Any) -> bytes:
    """A picture of three colours a point, a row after another."""
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    if bitmap.n_channels != _RGB:
        raise ValueError(bitmap.n_channels)
    points = bytes(bitmap.buffer)
    rows = (points[place * stride : place * stride + width * _RGB] for place in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    content = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    parts = ((b"IHDR", head), (b"IDAT", content), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, part) for kind, part in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check
