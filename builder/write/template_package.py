"""An office's template, read as the untrusted file it is: bounded, never followed outside."""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from builder.findings.failure import failure_words, refuse_special

# A template is a form of a few pages; these bounds are far above any and stop a zip bomb.
LARGEST_FILE = 20_000_000
LARGEST_CONTENT = 64_000_000
MOST_MEMBERS = 2000
# What the standard library raises on archives that are cut off, encrypted, damaged or forged.
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, OverflowError, RuntimeError, NotImplementedError),
)
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class UnusableError(Exception):
    """The file is no sound template; its words say why."""


class UnreachableError(UnusableError):
    """There is no such file, or it cannot be read at all."""


@dataclass(frozen=True, kw_only=True)
class Relation:
    """Where a relationship leads: the last word of its type, the part, or out of the file."""

    kind: str
    part: str
    external: bool


class TemplatePackage:
    """The parts of one template; each inflates to at most the size its directory states."""

    def __init__(self, path: Path, kind: str) -> None:
        """Open the file of that ``kind``, as its name ends.

        Raises ``UnusableError`` for one that is not a sound zip.
        """
        self.content = _content(path)
        try:
            self._archive = zipfile.ZipFile(BytesIO(self.content))
        except _DAMAGE:
            raise UnusableError(f"不是 {kind} 格式，或文件加了密码、已损坏") from None
        members = self._archive.infolist()
        if len(members) > MOST_MEMBERS or sum(each.file_size for each in members) > LARGEST_CONTENT:
            raise UnusableError("解压后的内容过大")
        self._members = {each.filename: each for each in members}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._members)

    def part(self, name: str) -> bytes:
        """A part's content; raises ``UnusableError`` where it is missing or damaged."""
        member = self._members.get(name)
        if member is None:
            raise UnusableError(f"缺少部件 {name}")
        try:
            with self._archive.open(member) as part:
                content = part.read(member.file_size + 1)
        except _DAMAGE:
            raise UnusableError("文件加了密码或已损坏") from None
        if len(content) != member.file_size:
            raise UnusableError("已损坏")
        return content

    def tree(self, name: str) -> etree._Element:
        """A part's markup; raises ``UnusableError`` for anything but plain, sound XML."""
        return parsed(self.part(name))

    def relations(self, source: str) -> Mapping[str, Relation]:
        """Where a part's relationships lead, by identifier; none where it has no such part."""
        folder, name = posixpath.split(source)
        part = posixpath.join(folder, "_rels", f"{name}.rels")
        if part not in self._members:
            return {}
        return dict(_relations(self.tree(part), folder))


def parsed(content: bytes) -> etree._Element:
    """Markup without document type or entities; raises ``UnusableError`` for any other."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise UnusableError("文件内部不完整") from None
    # The library's stubs know nothing of document types.
    about: Any = root.getroottree().docinfo
    if about.doctype:
        raise UnusableError("文件里有文档类型声明，不予读取")
    return root


def _content(path: Path) -> bytes:
    try:
        refuse_special(path)
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise UnreachableError("没有这个文件") from None
    except OSError as problem:
        raise UnreachableError(failure_words(problem)) from None
    if len(content) > LARGEST_FILE:
        raise UnusableError("文件过大")
    return content


def _relations(root: etree._Element, folder: str) -> Iterator[tuple[str, Relation]]:
    for item in root.iter(_RELATIONS):
        target = item.get("Target", "")
        yield (
            item.get("Id", ""),
            Relation(
                kind=item.get("Type", "").rpartition("/")[2],
                part=posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/"),
                external=item.get("TargetMode") == "External",
            ),
        )
