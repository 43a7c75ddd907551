"""An Office file taken apart, to be looked at or added to: what is not touched keeps its bytes."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from builder.ooxml import package
from builder.ooxml.container import UNIX, Container, packed
from builder.ooxml.limits import ELEMENTS, Budget
from builder.ooxml.namespaces import CONTENT_TYPES, OFFICE_RELATIONSHIPS, PACKAGE_RELATIONSHIPS
from builder.ooxml.whole_tree import own_tree, whole_tree, written

# New relationships and types are written in the transitional spelling, which every program reads.
RELATION_ID = f"{{{OFFICE_RELATIONSHIPS[0]}}}id"
_NO_RELATIONS = f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS[0]}"/>'
_RELATION = f"{{{PACKAGE_RELATIONSHIPS[0]}}}Relationship"
_OVERRIDE, _DEFAULT = (f"{{{CONTENT_TYPES[0]}}}{name}" for name in ("Override", "Default"))
# More than a number of the schema has.
_DIGITS = 11


def whole_number(text: str | None) -> int:
    """The number that an attribute says; 0 where it says none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < _DIGITS else 0


class OfficeFile:
    """The parts of one file, and what is put in their place; their names know no letter case.

    Opening it, and every part that is read, raises ``RefusedError`` where a bound is broken.
    """

    def __init__(self, content: bytes) -> None:
        """Nothing is changed yet."""
        self._container, self._budget = Container(content), Budget()
        self._changed: dict[str, Element | bytes] = {}
        self._names = {name.casefold(): name for name in self._container.names}

    def __contains__(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.casefold() in self._names

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._names.values())

    @property
    def main_part(self) -> str:
        """The part the file is about; raises ``RefusedError`` (QA232) when it names none."""
        return package.main_part(self._container, self._budget)

    def part(self, name: str) -> bytes:
        """The content of a part as it came."""
        return self._container.part(name)

    def tree(self, name: str) -> Element:
        """The markup of a part; what is done to it counts once it is put."""
        changed = self._changed.get(name.casefold())
        if isinstance(changed, Element):
            return changed
        return whole_tree(self._container, name, self._budget, prefixes=True, elements=ELEMENTS)

    def put(self, name: str, content: Element | bytes) -> None:
        """Set the content of a part, new or old."""
        self._names.setdefault(name.casefold(), name)
        self._changed[name.casefold()] = content

    def free_name(self, before: str, after: str) -> str:
        """A name that no part has, with the smallest number between ``before`` and ``after``."""
        number = 1
        while f"{before}{number}{after}" in self:
            number += 1
        return f"{before}{number}{after}"

    def content_type(self, name: str) -> str:
        """What the file came saying that a part is, empty where it said nothing."""
        return package.read_content_types(self._container, self._budget).of(name)

    def relations(self, source: str) -> Mapping[str, package.Relationship]:
        """Where a part led when the file came, by identifier."""
        return package.read_relationships(self._container, source, self._budget)

    def related(self, source: str, kind: str) -> str | None:
        """The part to which the first of a part's relationships of that kind leads."""
        found = package.related(self.relations(source), kind)
        return None if found is None else found.inside

    def relate(self, source: str, kind: str, part: str) -> str:
        """Lead from a part to another by a relationship; its identifier.

        The ``kind`` is one of the Office kinds, or a whole address of another's.
        """
        name = package.relationships_part(source)
        root = self.tree(name) if name in self else own_tree(_NO_RELATIONS)
        taken = {item.get("Id") for item in root}
        number = 1
        while f"rId{number}" in taken:
            number += 1
        address = kind if "/" in kind else f"{OFFICE_RELATIONSHIPS[0]}/{kind}"
        SubElement(root, _RELATION, {"Id": f"rId{number}", "Type": address, "Target": f"/{part}"})
        self.put(name, root)
        return f"rId{number}"

    def declare(self, part: str, kind: str) -> None:
        """Say what a new part is."""
        root = self.tree(package.CONTENT_TYPES_PART)
        SubElement(root, _OVERRIDE, {"PartName": f"/{part}", "ContentType": kind})
        self.put(package.CONTENT_TYPES_PART, root)

    def declare_extension(self, extension: str, kind: str) -> None:
        """Say what all parts of an extension are that are not said otherwise."""
        root = self.tree(package.CONTENT_TYPES_PART)
        known = {item.get("Extension", "").casefold() for item in root.iter(_DEFAULT)}
        if extension not in known:
            root.insert(0, Element(_DEFAULT, {"Extension": extension, "ContentType": kind}))
            self.put(package.CONTENT_TYPES_PART, root)

    def content(self) -> bytes:
        """The whole file; the same additions give the same bytes."""
        return packed(((name, self._content(name)) for name in self._names.values()), system=UNIX)

    def _content(self, name: str) -> bytes:
        changed = self._changed.get(name.casefold())
        if changed is None:
            return self.part(name)
        return changed if isinstance(changed, bytes) else written(changed)
