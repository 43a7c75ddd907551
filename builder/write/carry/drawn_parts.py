"""What is drawn in one file brought into another: pictures, charts and diagrams with their parts.

Only parts of the kinds below come along, and only from inside the file. What in them leads
elsewhere, a linked table or a web page, is taken out; a picture that is missing is not made up for.
"""

from hashlib import sha256
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from builder.ooxml.namespaces import OFFICE_RELATIONSHIPS, local_name
from builder.ooxml.office_file import OfficeFile
from builder.ooxml.package import Relationship
from builder.write.carry.body import INSERTED, text_of

_OPEN = "application/vnd.openxmlformats-officedocument."
_MICROSOFT = "http://schemas.microsoft.com/office/"
_PICTURES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}
# What else is drawn, by the kind of its relationship (ECMA-376 Part 1, 14.2; MS-ODRAWXML 2.1).
_PARTS = {
    "chart": f"{_OPEN}drawingml.chart+xml",
    "chartUserShapes": f"{_OPEN}drawingml.chartshapes+xml",
    "themeOverride": f"{_OPEN}themeOverride+xml",
    "diagramData": f"{_OPEN}drawingml.diagramData+xml",
    "diagramLayout": f"{_OPEN}drawingml.diagramLayout+xml",
    "diagramQuickStyle": f"{_OPEN}drawingml.diagramStyle+xml",
    "diagramColors": f"{_OPEN}drawingml.diagramColors+xml",
    "diagramDrawing": "application/vnd.ms-office.drawingml.diagramDrawing+xml",
}
_TABLE = f"{_OPEN}spreadsheetml.sheet"
_FULL_KINDS = {"diagramDrawing": f"{_MICROSOFT}2007/relationships/diagramDrawing"}
# What may be missing without anything looking different.
_DISPENSABLE = frozenset({"externalData", "hlinkClick", "hlinkHover"})
_RELATIONS = tuple(f"{{{space}}}" for space in OFFICE_RELATIONSHIPS)


_DRAWN = frozenset({"drawing", "pict", "object"}) | INSERTED


class Drawings:
    """What is drawn in the blocks of a file, each drawing told by what it shows."""

    def __init__(self, package: OfficeFile) -> None:
        """Nothing is looked at yet."""
        self._package = package
        self._relations = package.relations(package.main_part)

    def of(self, block: Element) -> tuple[str, ...]:
        """A mark for each drawing, the same for two that show the same."""
        return tuple(self._mark(one) for one in block.iter() if local_name(one) in _DRAWN)

    def _mark(self, drawing: Element) -> str:
        shown = sha256(text_of(drawing).encode())
        for element in drawing.iter():
            for identifier in (value for key, value in element.items() if _is_relation(key)):
                relation = self._relations.get(identifier)
                if relation is not None and not relation.external:
                    part = relation.inside
                    shown.update(self._package.part(part) if part in self._package else b"")
        return shown.hexdigest()


class DrawnParts:
    """Copies of parts in the new file, each made once."""

    def __init__(self, old: OfficeFile, new: OfficeFile) -> None:
        """Nothing is copied yet."""
        self._old, self._new = old, new
        self._relations = old.relations(old.main_part)
        self._copied: dict[str, str] = {}
        self._related: dict[str, str] = {}

    def related(self, identifier: str) -> str:
        """The relation in the new document to a copy; empty where there can be none."""
        if identifier not in self._related:
            self._related[identifier] = self._relate(self._relations.get(identifier))
        return self._related[identifier]

    def _relate(self, relation: Relationship | None) -> str:
        name = "" if relation is None else self._copy(relation)
        if relation is None or not name:
            return ""
        kind = _FULL_KINDS.get(relation.kind, relation.kind)
        return self._new.relate(self._new.main_part, kind, name)

    def _copy(self, relation: Relationship) -> str:
        """The name of the copied part, empty where it is of no kind that comes along."""
        part = relation.inside
        if relation.external or part not in self._old:
            return ""
        if part not in self._copied:
            # What leads round to itself ends here.
            self._copied[part] = ""
            self._copied[part] = self._made(relation.kind, part)
        return self._copied[part]

    def _made(self, kind: str, part: str) -> str:
        ending = PurePosixPath(part).suffix.lower().lstrip(".")
        if kind == "image" and ending in _PICTURES:
            name = self._new.free_name("word/media/carried", f".{ending}")
            self._new.put(name, self._old.part(part))
            self._new.declare_extension(ending, _PICTURES[ending])
            return name
        if kind == "package" and self._old.content_type(part) == _TABLE:
            name = self._new.free_name("word/embeddings/carried", ".xlsx")
            self._new.put(name, self._old.part(part))
            self._new.declare(name, _TABLE)
            return name
        if kind not in _PARTS:
            return ""
        root = self._old.tree(part)
        leads = self._leads(root, part)
        if leads is None:
            return ""
        name = self._new.free_name(f"word/{_folder(kind)}/carried", ".xml")
        self._new.put(name, root)
        self._new.declare(name, _PARTS[kind])
        for element, key, way, there in leads:
            element.set(key, self._new.relate(name, way, there))
        self._redrawn(root)
        return name

    def _leads(self, root: Element, part: str) -> list[tuple[Element, str, str, str]] | None:
        """Where a part leads, by element and attribute: the kind and the copy.

        ``None`` where something that it shows has no copy; what may be missing is taken out.
        """
        relations = self._old.relations(part)
        found: list[tuple[Element, str, str, str]] = []
        for parent in list(root.iter()):
            for element in list(parent):
                for key in [key for key in element.attrib if _is_relation(key)]:
                    relation = relations.get(element.get(key) or "")
                    there = "" if relation is None else self._copy(relation)
                    if relation is not None and there:
                        found.append((element, key, relation.kind, there))
                    elif local_name(element) in _DISPENSABLE:
                        parent.remove(element)
                        break
                    else:
                        return None
        return found

    def _redrawn(self, root: Element) -> None:
        """Lead from the data of a diagram to how it was drawn, which the document does for it."""
        for element in root.iter():
            if local_name(element) == "dataModelExt":
                element.set("relId", self.related(element.get("relId") or ""))


def _is_relation(key: str) -> bool:
    return key.startswith(_RELATIONS)


def _folder(kind: str) -> str:
    return "diagrams" if kind.startswith("diagram") else "charts"
