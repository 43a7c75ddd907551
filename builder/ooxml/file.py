"""One file as it lies on the disk: its bytes within bounds, and what kind of file they are.

The kind is judged by the bytes and never by the file's name.
"""

import codecs
import re
import stat
from collections.abc import Mapping
from enum import Enum, auto
from pathlib import Path
from typing import IO

from builder.findings.failure import failure_words
from builder.ooxml.limits import FILE_BYTES
from builder.ooxml.refusal import RefusedError

# The refusals of a file that the system does not give.
UNREACHABLE = ("QA201", "QA202", "QA203", "QA204")
_HEAD_BYTES = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURE_FRAMES = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SPREADSHEET_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_WEB_PAGE = re.compile(rb"<(!doctype\s+html|html|head|body|table|meta)\b|mime-version:", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


class FileKind(Enum):
    """The kinds of file a person may hand in by mistake, as far as they need different advice."""

    EMPTY = auto()
    HOLLOW = auto()
    ENCRYPTED = auto()
    OLD_WORKBOOK = auto()
    OLD_DOCUMENT = auto()
    OLD_OFFICE = auto()
    PACKAGE = auto()
    ARCHIVE = auto()
    PDF = auto()
    PICTURE = auto()
    SHORTCUT = auto()
    WEB_PAGE = auto()
    TEXT = auto()
    UNKNOWN = auto()


_BEGINNINGS: Mapping[FileKind, tuple[bytes, ...]] = {
    FileKind.PACKAGE: (b"PK\x03\x04",),
    FileKind.ARCHIVE: (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"PK\x05\x06"),
    FileKind.PDF: (b"%PDF-",),
    FileKind.OLD_DOCUMENT: (b"{\\rtf",),
    FileKind.PICTURE: (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF"),
    FileKind.SHORTCUT: (b"L\0\0\0\x01\x14\x02\0", b"[InternetShortcut]"),
}
# What to tell of those of which a reader of workbooks and one of reports say the same.
SAID: Mapping[FileKind, str] = {
    FileKind.EMPTY: "QA205",
    FileKind.HOLLOW: "QA235",
    FileKind.ENCRYPTED: "QA206",
    FileKind.OLD_WORKBOOK: "QA207",
    FileKind.OLD_DOCUMENT: "QA440",
    FileKind.PDF: "QA213",
    FileKind.PICTURE: "QA236",
    FileKind.SHORTCUT: "QA237",
    FileKind.WEB_PAGE: "QA212",
}


def read_bytes(path: Path) -> bytes:
    """The content of a file on disk, at most ``FILE_BYTES``.

    Raises ``RefusedError`` when the file is missing, not a plain file, unreadable or too large.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would block for ever
            raise RefusedError("QA202")
        with path.open("rb") as file:
            return bounded(file)
    except OSError as error:
        raise refused_by_system(error) from None


def bounded(file: IO[bytes]) -> bytes:
    """All of an open file; raises ``RefusedError`` (QA221) for more than ``FILE_BYTES``."""
    data = file.read(FILE_BYTES.most + 1)
    if len(data) > FILE_BYTES.most:
        raise RefusedError("QA221", expected=str(FILE_BYTES.most // 1_000_000))
    return data


def refused_by_system(error: OSError) -> RefusedError:
    """The refusal that says why the system would not give a file."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return RefusedError("QA201")
        case PermissionError():
            return RefusedError("QA203")
        case _:
            return RefusedError("QA204", actual=failure_words(error))


def sniff(data: bytes) -> FileKind:
    """The kind of the file with this content; ``PACKAGE`` is a zip that may be Office Open XML."""
    head = data[:_HEAD_BYTES]
    if not data:
        return FileKind.EMPTY
    if head.startswith(_OLE):
        return _sniff_compound_file(data)
    for kind, marks in _BEGINNINGS.items():
        if head.startswith(marks):
            return kind
    if head[4:12] in _PICTURE_FRAMES:
        return FileKind.PICTURE
    return _sniff_text(head) if data.strip(b"\0") else FileKind.HOLLOW


def _sniff_compound_file(data: bytes) -> FileKind:
    """Which Office program wrote a compound file: its directory names streams in UTF-16."""
    for stream, kind in (
        ("EncryptedPackage", FileKind.ENCRYPTED),
        ("Workbook", FileKind.OLD_WORKBOOK),
        ("WordDocument", FileKind.OLD_DOCUMENT),
        ("Book", FileKind.OLD_WORKBOOK),
    ):
        if stream.encode("utf-16-le") in data:
            return kind
    return FileKind.OLD_OFFICE


def _sniff_text(head: bytes) -> FileKind:
    """A web page, Excel 2003 XML, plain text in the encodings used in China, or unknown."""
    if _SPREADSHEET_2003 in head:
        return FileKind.OLD_WORKBOOK
    if _WEB_PAGE.search(head[:1024]):
        return FileKind.WEB_PAGE
    encodings = ("utf-16",) if head.startswith(_UTF16_MARKS) else ("utf-8-sig", "gb18030")
    return (
        FileKind.TEXT
        if any(_is_text(head, encoding) for encoding in encodings)
        else FileKind.UNKNOWN
    )


def _is_text(head: bytes, encoding: str) -> bool:
    """Whether the bytes are printable text in the encoding; a cut last character is no fault."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return False
    return _CONTROL.search(text) is None
