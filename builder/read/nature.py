"""What was handed in, judged by the content and never by the name: what may be done with it."""

import zipfile
from collections.abc import Callable
from enum import Enum, auto
from typing import IO

from builder.model.identity import IDENTITY_PROPERTIES
from builder.ooxml.container import DAMAGE
from builder.ooxml.file import FileKind, sniff
from builder.ooxml.limits import CHUNK_BYTES, DOCUMENT_BYTES, FILE_BYTES
from builder.ooxml.package import CONTENT_TYPES_PART, FIXED_LAYOUT_PART

HEAD_BYTES = 4096


class Nature(Enum):
    """What a file is, as far as the program or a person does something else with it."""

    WORKBOOK = auto()
    REPORT = auto()
    DOCUMENT = auto()
    SLIDES = auto()
    OLD_WORKBOOK = auto()
    OLD_DOCUMENT = auto()
    OTHER_OFFICE = auto()
    OPEN_SHEET = auto()
    OPEN_TEXT = auto()
    ENCRYPTED = auto()
    ZIP = auto()
    BROKEN_ZIP = auto()
    OTHER_ARCHIVE = auto()
    PDF = auto()
    FIXED_LAYOUT = auto()
    PICTURE = auto()
    SHORTCUT = auto()
    WEB_PAGE = auto()
    TEXT = auto()
    EMPTY = auto()
    HOLLOW = auto()
    UNKNOWN = auto()


_OF_KINDS = {
    FileKind.EMPTY: Nature.EMPTY,
    FileKind.HOLLOW: Nature.HOLLOW,
    FileKind.ENCRYPTED: Nature.ENCRYPTED,
    FileKind.OLD_WORKBOOK: Nature.OLD_WORKBOOK,
    FileKind.OLD_DOCUMENT: Nature.OLD_DOCUMENT,
    FileKind.OLD_OFFICE: Nature.OTHER_OFFICE,
    FileKind.ARCHIVE: Nature.OTHER_ARCHIVE,
    FileKind.PDF: Nature.PDF,
    FileKind.PICTURE: Nature.PICTURE,
    FileKind.SHORTCUT: Nature.SHORTCUT,
    FileKind.WEB_PAGE: Nature.WEB_PAGE,
    FileKind.TEXT: Nature.TEXT,
    FileKind.UNKNOWN: Nature.UNKNOWN,
}
_COMPOUND = b"\xd0\xcf\x11\xe0"
_EMPTY_ZIP = b"PK\x05\x06"
_OF_TYPES = (
    (b".spreadsheetml.", Nature.WORKBOOK),
    (b"vnd.ms-excel.", Nature.WORKBOOK),
    (b".wordprocessingml.", Nature.DOCUMENT),
    (b"vnd.ms-word.", Nature.DOCUMENT),
    (b".presentationml.", Nature.SLIDES),
    (b"vnd.ms-powerpoint.", Nature.SLIDES),
)
_OF_OPEN_FORMATS = ((b"spreadsheet", Nature.OPEN_SHEET), (b"opendocument.text", Nature.OPEN_TEXT))
# What a report of ours carries: the properties that name its award, or else our bookmarks.
_OURS = (IDENTITY_PROPERTIES[0].encode(), b'w:name="qa_')


def nature_of(head: bytes, whole: Callable[[], IO[bytes]]) -> Nature:
    """What the file is that begins with ``head``; ``whole`` opens it where more must be seen.

    Raises what ``whole`` raises.
    """
    if head.startswith(_EMPTY_ZIP):
        return Nature.ZIP
    if head.startswith(_COMPOUND):
        with whole() as file:
            return _OF_KINDS[sniff(file.read(FILE_BYTES.most))]
    kind = sniff(head)
    if kind is not FileKind.PACKAGE:
        return _OF_KINDS[kind]
    try:
        with whole() as file, zipfile.ZipFile(file) as package:
            return _of_package(package)
    except DAMAGE:
        return Nature.BROKEN_ZIP
    except RuntimeError:  # what the standard library says of a member with a password
        return Nature.ENCRYPTED


def _of_package(package: zipfile.ZipFile) -> Nature:
    names = {name.casefold(): name for name in package.namelist()}
    types = names.get(CONTENT_TYPES_PART.casefold())
    if types is None:
        if FIXED_LAYOUT_PART.casefold() in names:
            return Nature.FIXED_LAYOUT
        if "mimetype" not in names:
            return Nature.ZIP
        said = _start_of(package, names["mimetype"], CHUNK_BYTES)
        found = (nature for word, nature in _OF_OPEN_FORMATS if word in said)
        return next(found, Nature.OTHER_OFFICE)
    said = _start_of(package, types, FILE_BYTES.most)
    nature = next((nature for word, nature in _OF_TYPES if word in said), Nature.OTHER_OFFICE)
    if nature is not Nature.DOCUMENT:
        return nature
    parts = (names.get("docprops/custom.xml"), names.get("word/document.xml"))
    carried = (_start_of(package, part, DOCUMENT_BYTES.most) for part in parts if part is not None)
    ours = any(mark in part for part in carried for mark in _OURS)
    return Nature.REPORT if ours else Nature.DOCUMENT


def _start_of(package: zipfile.ZipFile, name: str, most: int) -> bytes:
    with package.open(name) as part:
        return part.read(most)
