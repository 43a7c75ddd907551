"""An Office Open XML package: content types of its parts and the relationships between them."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from builder.read.container import Container
from builder.read.limits import RELATIONSHIPS, Budget
from builder.read.markup import Actions, Attributes, elements, feed
from builder.read.namespaces import CONTENT_TYPES, PACKAGE_RELATIONSHIPS
from builder.read.refusal import RefusedError

CONTENT_TYPES_PART = "[Content_Types].xml"
_MAIN_DOCUMENT = "officeDocument"


@dataclass(frozen=True, kw_only=True)
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
        folder = "/" + posixpath.dirname(self.source)
        return posixpath.normpath(posixpath.join(folder, self.target)).lstrip("/")


@dataclass(frozen=True, kw_only=True)
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

    def override(attributes: Attributes) -> None:
        name = attributes.get("PartName", "").lstrip("/").casefold()
        parts[name] = attributes.get("ContentType", "")

    def default(attributes: Attributes) -> None:
        extensions[attributes.get("Extension", "").casefold()] = attributes.get("ContentType", "")

    actions = Actions(
        roots=frozenset(elements(CONTENT_TYPES, {"Types": None})),
        namespaces=frozenset(CONTENT_TYPES),
        starts=elements(CONTENT_TYPES, {"Override": override, "Default": default}),
        ends={},
    )
    feed(container, CONTENT_TYPES_PART, actions, budget)
    return ContentTypes(parts=parts, extensions=extensions)


def read_relationships(
    container: Container, source: str, budget: Budget
) -> Mapping[str, Relationship]:
    """The relationships of a part by identifier, none when it has no relationship part.

    The package itself is the source with the empty name.
    """
    part = posixpath.join(posixpath.dirname(source), "_rels", posixpath.basename(source) + ".rels")
    found: dict[str, Relationship] = {}

    def relationship(attributes: Attributes) -> None:
        budget.spend(RELATIONSHIPS)
        found[attributes.get("Id", "")] = Relationship(
            kind=attributes.get("Type", "").rpartition("/")[2],
            target=attributes.get("Target", ""),
            external=attributes.get("TargetMode") == "External",
            source=source,
        )

    actions = Actions(
        roots=frozenset(elements(PACKAGE_RELATIONSHIPS, {"Relationships": None})),
        namespaces=frozenset(PACKAGE_RELATIONSHIPS),
        starts=elements(PACKAGE_RELATIONSHIPS, {"Relationship": relationship}),
        ends={},
    )
    if part in container:
        feed(container, part, actions, budget)
    return found


def main_part(container: Container, budget: Budget) -> str:
    """The part the package is about; raises ``RefusedError`` (QA232) when it names none."""
    for relationship in read_relationships(container, "", budget).values():
        if relationship.kind == _MAIN_DOCUMENT:
            return relationship.part
    raise RefusedError("QA232", actual=_MAIN_DOCUMENT)
