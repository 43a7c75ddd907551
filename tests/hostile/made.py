"""One hostile file: what it is called, how it is made, and what is said of it."""

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case

SHEET = "xl/worksheets/sheet3.xml"
GUIDE = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
LINKS = "xl/_rels/workbook.xml.rels"
TYPES = "[Content_Types].xml"

Parts = dict[str, bytes]


@dataclass(frozen=True, kw_only=True)
class HostileFile:
    """``codes`` are all that is found in it, in order; none where it is read like any other.

    ``suffix`` is how its name ends.
    """

    name: str
    make: Callable[[], bytes]
    codes: tuple[str, ...] = ()
    suffix: str = ".xlsx"


def kit() -> bytes:
    """A workbook with good answers, which the hostile ones begin as."""
    return case(PENGJIANG, 0).content


def parts() -> Parts:
    """The parts of the good workbook."""
    return unpacked(kit())


def unpacked(content: bytes) -> Parts:
    """The parts of a file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: Parts | Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    """A zip of the members, deflated."""
    held = io.BytesIO()
    pairs = members.items() if isinstance(members, dict) else members
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in pairs:
            archive.writestr(name, content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    """The good workbook with one part more, or another one."""
    return packed({**parts(), name: content})


def edited(name: str, old: str, new: str, count: int = 1) -> bytes:
    """The good workbook with a text of one part replaced."""
    before = parts()[name].decode()
    after = before.replace(old, new, count)
    assert after != before, f"nothing changed in {name}"
    return with_part(name, after.encode())
