"""The text of a scheme file, read within bounds and checked for characters nobody can see."""

import stat
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.formula.blank import HIDDEN, named
from builder.frozen import frozen
from builder.load.problems import Problems

MAXIMUM_BYTES = 1_000_000


@frozen
class Source:
    """A file's text with line feeds as line ends, and its lines, the first at index 0."""

    path: str
    text: str
    lines: tuple[str, ...]


def read_source(path: Path, unreached: str = "") -> Source | Finding:
    """The text of the file, or the one finding that says why there is none.

    ``unreached`` is the code for a file that is no scheme and not to be had, whatever the reason.
    """
    content = content_of(path, unreached)
    return decoded(path, content) if isinstance(content, bytes) else content


def content_of(path: Path, unreached: str = "") -> bytes | Finding:
    """The bytes of the file, where they may be those of a text; ``unreached`` as above."""
    content = _content(path)
    if isinstance(content, Finding) and unreached and content.code in _UNREACHED:
        return Finding.at(unreached, content.place, actual=str(path))
    return content


def _content(path: Path) -> bytes | Finding:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return Finding.at("QA102", path, actual=str(path))
        with path.open("rb") as file:
            content = file.read(MAXIMUM_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        # ValueError: a name no file can have, such as one with a null byte.
        return Finding.at("QA101", path, actual=str(path))
    except OSError:
        return Finding.at("QA103", path, actual=str(path))
    for start, part, called in _NO_TEXT:
        if content.startswith(start) and part in content:
            return Finding.at("QA108", path, actual=called)
    if len(content) > MAXIMUM_BYTES:
        return Finding.at("QA105", path, expected=str(MAXIMUM_BYTES))
    return content


def decoded(path: Path, content: bytes) -> Source | Finding:
    """The text of some bytes, or the finding that tells the first that is none."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line_start = content.rfind(b"\n", 0, error.start) + 1
        column = len(content[line_start : error.start].decode("utf-8-sig")) + 1
        line = content.count(b"\n", 0, error.start) + 1
        place = Place(path=str(path), line=line, column=column)
        return Finding.at("QA104", place, actual=str(error.start + 1))
    return source_of(str(path), text)


def source_of(path: str, text: str) -> Source:
    """A text with whatever line ends as a source."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(path=path, text=text, lines=tuple(text.split("\n")))


def without_forbidden(source: Source, problems: Problems) -> Source:
    """The text with forbidden characters replaced, so that reading goes on; one a line is told.

    What else is said of such a line is an echo, and so is what is said of the sums.
    """
    if not HIDDEN.search(source.text):
        return source
    for number, line in enumerate(source.lines, start=1):
        match = HIDDEN.search(line)
        if match is not None:
            where = problems.position(number, match.start() + 1)
            problems.add_fatal("QA107", where, actual=named(match[0]))
            for one in HIDDEN.finditer(line):
                problems.suggest(problems.position(number, one.start() + 1), one[0], "")
    text = HIDDEN.sub("\N{REPLACEMENT CHARACTER}", source.text)
    return Source(path=source.path, text=text, lines=tuple(text.split("\n")))


# What is not there or not given: what is there and no text is told as what it is.
_UNREACHED = ("QA101", "QA102", "QA103")
# How files begin that people take for a scheme, and what is in those that begin alike.
_NO_TEXT = (
    (b"PK\x03\x04", b"word/", "Word 文档"),
    (b"PK\x03\x04", b"", "Office 文件或压缩包"),
    (b"\xd0\xcf\x11\xe0", b"", "旧版 Office 文件（.doc、.wps、.xls 等）"),
    (b"%PDF-", b"", "PDF 文件"),
    (b"{\\rtf", b"", "RTF 文档"),
    (b"<!DOCTYPE", b"", "网页"),
    (b"<html", b"", "网页"),
    (b"\x89PNG", b"", "图片"),
    (b"\xff\xd8\xff", b"", "图片"),
    (b"Rar!", b"", "压缩包"),
    (b"7z\xbc\xaf", b"", "压缩包"),
)
