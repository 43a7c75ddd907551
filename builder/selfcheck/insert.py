"""An office's page: a base page with its schemes and settings put in."""

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from builder.findings.failure import failure_words, refuse_special
from builder.findings.finding import Finding
from builder.selfcheck.given import Given, as_script, packed, said_of
from builder.selfcheck.marks import HOLE, LOOKED_AT, maker_of
from builder.selfcheck.program import program_mark
from builder.version import VERSION

_LARGEST = 50_000_000


def read_base(path: Path) -> bytes | Finding:
    """The base page at a path, or why it cannot be used by this version of the program."""
    try:
        refuse_special(path)
        with path.open("rb") as file:
            content = file.read(_LARGEST)
    except OSError as error:
        return Finding.at("QA885", path, actual=failure_words(error))
    maker = maker_of(content[:LOOKED_AT].decode("utf-8", "replace"))
    if maker is None or content.count(HOLE.encode()) != 1:
        return Finding.at("QA885", path, actual="里面没有底页的标记")
    version, mark = maker
    if mark != program_mark():
        return Finding.at("QA886", path, actual=version, expected=VERSION)
    return content


def with_given(base: bytes, given: Given) -> bytes:
    """A base page in which schemes and settings stand."""
    facts = f'<script type="application/json" id="given">{as_script(said_of(given))}</script>'
    part = f'<script type="text/plain" data-part="given" data-last>{packed(given)}</script>'
    return base.replace(HOLE.encode(), f"{facts}\n{part}".encode(), 1)


def zipped(name: str, page: bytes) -> bytes:
    """The page in an archive, which gets through where pages are held back."""
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        entry = ZipInfo(name)
        entry.compress_type = ZIP_DEFLATED
        archive.writestr(entry, page)
    return held.getvalue()
