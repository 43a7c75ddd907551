"""A company's Office file taken apart for additions: what is not touched keeps its every byte."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree

_CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION_ID = f"{{{_OFFICE}}}id"
# More than a number of the schema has.
_DIGITS = 11
_NO_RELATIONS = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()


class UnfitError(Exception):
    """The file cannot be added to; its words say why."""


@dataclass(frozen=True, kw_only=True)
class Relation:
    """Where one relationship leads: the last word of its type, and the part."""

    id: str
    kind: str
    part: str


class Package:
    """The parts of one file that was read within bounds before; names know no letter case."""

    def __init__(self, content: bytes) -> None:
        """Take the file apart; raises ``UnfitError`` where that cannot be done."""
        try:
            with zipfile.ZipFile(BytesIO(content)) as archive:
                self._parts = {
                    member.filename: archive.read(member)
                    for member in archive.infolist()
                    if not member.is_dir()
                }
        except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, EOFError) as error:
            raise UnfitError("文件的压缩包不完整") from error
        self._names = {name.casefold(): name for name in self._parts}

    def __contains__(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.casefold() in self._names

    @property
    def parts(self) -> dict[str, bytes]:
        """Every part by its name."""
        return dict(self._parts)

    def part(self, name: str) -> bytes:
        """The content of a part; raises ``UnfitError`` where there is none."""
        if name not in self:
            raise UnfitError(f"缺少部件 {name}")
        return self._parts[self._names[name.casefold()]]

    def put(self, name: str, content: bytes) -> None:
        """Set the content of a part, new or old."""
        kept = self._names.setdefault(name.casefold(), name)
        self._parts[kept] = content

    def tree(self, name: str) -> etree._Element:
        """The markup of a part; raises ``UnfitError`` where it is none."""
        return markup(self.part(name))

    def put_tree(self, name: str, root: etree._Element) -> None:
        """Set the markup of a part."""
        self.put(
            name,
            etree.tostring(
                root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
            ),
        )

    def free_name(self, before: str, after: str) -> str:
        """A name that no part has, with the smallest number between ``before`` and ``after``."""
        number = 1
        while f"{before}{number}{after}" in self:
            number += 1
        return f"{before}{number}{after}"

    def relations(self, source: str) -> Iterator[Relation]:
        """Where a part leads inside the file."""
        part = _relations_part(source)
        if part not in self:
            return
        for item in self.tree(part):
            if item.get("TargetMode") != "External" and isinstance(item.tag, str):
                target = posixpath.join(f"/{posixpath.dirname(source)}", item.get("Target", ""))
                yield Relation(
                    id=item.get("Id", ""),
                    kind=item.get("Type", "").rpartition("/")[2],
                    part=posixpath.normpath(target).lstrip("/"),
                )

    def relate(self, source: str, kind: str, part: str) -> str:
        """Lead from a part to another by a relationship of the Office kinds; its identifier."""
        name = _relations_part(source)
        root = self.tree(name) if name in self else markup(_NO_RELATIONS)
        taken = {item.get("Id") for item in root}
        number = 1
        while f"rId{number}" in taken:
            number += 1
        etree.SubElement(
            root,
            f"{{{_RELATIONS}}}Relationship",
            {"Id": f"rId{number}", "Type": f"{_OFFICE}/{kind}", "Target": f"/{part}"},
        )
        self.put_tree(name, root)
        return f"rId{number}"

    def declare(self, part: str, kind: str) -> None:
        """Say what a new part is."""
        root = self.tree(_CONTENT_TYPES)
        etree.SubElement(root, f"{_TYPES}Override", {"PartName": f"/{part}", "ContentType": kind})
        self.put_tree(_CONTENT_TYPES, root)

    def declare_extension(self, extension: str, kind: str) -> None:
        """Say what all parts of an extension are that are not said otherwise."""
        root = self.tree(_CONTENT_TYPES)
        known = {item.get("Extension", "").casefold() for item in root.iter(f"{_TYPES}Default")}
        if extension not in known:
            entry = etree.Element(f"{_TYPES}Default")
            entry.set("Extension", extension)
            entry.set("ContentType", kind)
            root.insert(0, entry)
            self.put_tree(_CONTENT_TYPES, root)

    def content(self) -> bytes:
        """The whole file."""
        held = BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in self._parts.items():
                # A fixed day, so that the same additions give the same bytes.
                archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part, _DEFLATED)
        return held.getvalue()


_DEFLATED = zipfile.ZIP_DEFLATED


def markup(content: bytes) -> etree._Element:
    """The root of some markup without document type; raises ``UnfitError`` for any other."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnfitError("文件内部有一个部件不完整") from None
    # The library's stubs know nothing of document types.
    about: Any = root.getroottree().docinfo
    if about.doctype:
        raise UnfitError("文件里有文档类型声明")
    return root


def whole_number(text: str | None) -> int:
    """The number that an attribute says; 0 where it says none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < _DIGITS else 0


def _relations_part(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")
