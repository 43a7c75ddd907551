"""An Office Open XML package: content types of its parts and the relationships between them."""

import posixpath
import re
from collections.abc import Iterator, Mapping

from builder.frozen import frozen
from builder.ooxml.container import Container
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.limits import RELATIONSHIPS, Budget
from builder.ooxml.namespaces import CONTENT_TYPES, PACKAGE_RELATIONSHIPS, names
from builder.ooxml.refusal import RefusedError

CONTENT_TYPES_PART = "[Content_Types].xml"
# What the Chinese standard of fixed layout (OFD) has in its place.
FIXED_LAYOUT_PART = "OFD.xml"
_MAIN_DOCUMENT = "officeDocument"
_TYPES, _OVERRIDE, _DEFAULT = (
    names(CONTENT_TYPES, name) for name in ("Types", "Override", "Default")
)
_RELATIONSHIPS, _RELATIONSHIP = (
    names(PACKAGE_RELATIONSHIPS, name) for name in ("Relationships", "Relationship")
)
_RELATING = re.compile(r"(?:(?P<folder>.*)/)?_rels/(?P<name>[^/]*)\.rels", re.I)
# How the content types of main parts begin; the binary workbook is a workbook, too.
BINARY_WORKBOOK = "application/vnd.ms-excel.sheet.binary"
WORKBOOKS = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.",
    "application/vnd.ms-excel.",
)
DOCUMENTS = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.",
    "application/vnd.ms-word.",
)


@frozen
class Relationship:
    """One relationship: the last word of its type, its target as written, and where it leads."""

    kind: str
    target: str
    external: bool
    source: str

    @property
    def part(self) -> str:
        """The name of the part it leads to.

        Raises ``RefusedError`` (QA233) when it leads out of the package: an external target, one
        with ``..``, a drive or another scheme. A leading slash is the package's own root.
        """
        segments = self.target.split("/")
        if (
            self.external
            or not self.target.strip("/")
            or self.target.startswith("//")
            or ".." in segments
            or any(mark in self.target for mark in "\\:%")
        ):
            raise RefusedError("QA233", actual=self.target)
        return self.inside

    @property
    def inside(self) -> str:
        """The same however the target is written: nothing is above the root of a package."""
        folder = "/" + posixpath.dirname(self.source)
        return posixpath.normpath(posixpath.join(folder, self.target)).lstrip("/")


@frozen
class ContentTypes:
    """The content type of every part; part names and extensions in case-folded form."""

    parts: Mapping[str, str]
    extensions: Mapping[str, str]

    def of(self, part: str) -> str:
        """The content type of a part, empty when the package does not state one."""
        name = part.casefold()
        return self.parts.get(name) or self.extensions.get(name.rpartition(".")[2], "")

    @property
    def all(self) -> frozenset[str]:
        """Every content type the package states."""
        return frozenset(self.parts.values()) | frozenset(self.extensions.values())


def read_content_types(container: Container, budget: Budget) -> ContentTypes:
    """The content types of the package (ECMA-376 Part 2, 6.2.3)."""
    parts: dict[str, str] = {}
    extensions: dict[str, str] = {}
    tree = GrowingTree(container, CONTENT_TYPES_PART, _TYPES, budget)
    for entry in tree.entries(tree.root):
        kind = entry.get("ContentType", "")
        if entry.tag in _OVERRIDE:
            parts[entry.get("PartName", "").lstrip("/").casefold()] = kind
        elif entry.tag in _DEFAULT:
            extensions[entry.get("Extension", "").casefold()] = kind
    return ContentTypes(parts=parts, extensions=extensions)


def relationships_part(source: str) -> str:
    """The name of the part that holds the relationships of another (ECMA-376 Part 2, 6.5.2)."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relating(container: Container) -> Iterator[tuple[str, str]]:
    """Each part that holds relationships, and the part whose they are, as it would be called."""
    for name in container.names:
        match = _RELATING.fullmatch(name)
        if match is not None:
            yield name, posixpath.join(match["folder"] or "", match["name"])


def read_relationships(
    container: Container, source: str, budget: Budget
) -> Mapping[str, Relationship]:
    """The relationships of a part by identifier, none when it has no relationship part.

    The package itself is the source with the empty name.
    """
    part = relationships_part(source)
    found: dict[str, Relationship] = {}
    if part not in container:
        return found
    tree = GrowingTree(container, part, _RELATIONSHIPS, budget)
    for entry in tree.entries(tree.root):
        if entry.tag in _RELATIONSHIP:
            budget.spend(RELATIONSHIPS)
            found[entry.get("Id", "")] = Relationship(
                kind=entry.get("Type", "").rpartition("/")[2],
                target=entry.get("Target", ""),
                external=entry.get("TargetMode") == "External",
                source=source,
            )
    return found


def related(relationships: Mapping[str, Relationship], kind: str) -> Relationship | None:
    """The first relationship of that kind, if there is one."""
    return next((each for each in relationships.values() if each.kind == kind), None)


def main_part(container: Container, budget: Budget) -> str:
    """The part the package is about; raises ``RefusedError`` (QA232) when it names none."""
    main = related(read_relationships(container, "", budget), _MAIN_DOCUMENT)
    if main is None:
        raise RefusedError("QA232", actual=_MAIN_DOCUMENT)
    return main.part
