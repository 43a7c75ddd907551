"""Blocks of one report made fit to stand in another: texts, tables and pictures, nothing active.

What a block leads to outside itself is followed only to pictures inside its own file. The rest,
embedded objects, charts, links, is left behind and counted.
"""

from collections.abc import Mapping
from copy import deepcopy
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, SubElement

from builder.ooxml.namespaces import DRAWING, OFFICE_RELATIONSHIPS, local_name
from builder.ooxml.office_file import OfficeFile
from builder.ooxml.word_markup import attribute, shown_of, styles_by_name, word_tag
from builder.write.carry.body import text_of

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
# What only holds what it is about, and what is left out with all in it.
_UNWRAPPED = frozenset(
    {"ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "fldSimple"}
)
_LEFT_OUT = frozenset(
    {"del", "moveFrom", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"}
    | {"commentReference", "proofErr", "permStart", "permEnd", "sectPr", "sdtPr", "sdtEndPr"}
    | {"instrText", "delText", "delInstrText", "fldChar", "altChunk", "subDoc", "control"}
    | {"moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"}
    | {"hlinkClick", "hlinkHover", "extLst", "annotationRef", "smartTagPr", "customXmlPr"}
    | {"pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "cnfStyle"}
    | {"lastRenderedPageBreak", "tblPrExChange", "sectPrChange", "tblGridChange", "ptab"}
)
# What in the definitions of lists leads elsewhere.
_OF_NUMBERING = frozenset({"numPicBullet", "lvlPicBulletId", "pStyle", "styleLink", "numStyleLink"})
_NUMBERING = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_STYLES = frozenset({"pStyle", "rStyle", "tblStyle"})
_EMBED, _LINK = (f"{{{OFFICE_RELATIONSHIPS[0]}}}{name}" for name in ("embed", "link"))
_RELATIONS = tuple(f"{{{space}}}" for space in OFFICE_RELATIONSHIPS)
_BLIP = tuple(f"{{{space}}}blip" for space in DRAWING)


class Transplant:
    """Takes blocks out of one file and makes them fit for another; ``lost`` counts the rest."""

    def __init__(self, old: OfficeFile, new: OfficeFile) -> None:
        """Nothing is moved yet."""
        self._old, self._new = old, new
        self._old_part, self._new_part = old.main_part, new.main_part
        self._relations = old.relations(self._old_part)
        self._styles = self._style_ids()
        self._notes = {kind: self._texts(kind) for kind in _NOTES.values()}
        self._pictures: dict[str, str] = {}
        self._drawn = 9000
        self._numbered = self._numbering()
        self.lost = 0

    def moved(self, block: Element) -> Element:
        """A copy of a block that stands on its own in the new file."""
        copied = deepcopy(block)
        holder = Element(word_tag("body"))
        holder.append(copied)
        self._clean(holder)
        return copied

    def _style_ids(self) -> Mapping[str, str]:
        """The identifiers of the styles that both files have, from the old to the new."""
        sheets: list[Mapping[str, str]] = []
        for package, part in ((self._old, self._old_part), (self._new, self._new_part)):
            styles = package.related(part, "styles")
            sheets.append({} if styles is None else styles_by_name(package.tree(styles)))
        return {own: sheets[1][name] for name, own in sheets[0].items() if name in sheets[1]}

    def _numbering(self) -> bool:
        """Whether lists keep their numbers: the new file takes the old definitions, if it has none.

        A bullet that is a picture leads out of its part and becomes a plain one.
        """
        kind = "numbering"
        part = self._old.related(self._old_part, kind)
        if part is None or self._new.related(self._new_part, kind) is not None:
            return False
        root = self._old.tree(part)
        for parent in list(root.iter()):
            for each in list(parent):
                if local_name(each) in _OF_NUMBERING:
                    parent.remove(each)
        name = self._new.free_name("word/numbering", ".xml")
        self._new.put(name, root)
        self._new.declare(name, _NUMBERING)
        self._new.relate(self._new_part, kind, name)
        return True

    def _texts(self, kind: str) -> Mapping[str, str]:
        part = self._old.related(self._old_part, kind)
        root = () if part is None else self._old.tree(part)
        return {attribute(note, "id"): " ".join(text_of(note).split()) for note in root}

    def _clean(self, parent: Element) -> None:
        """Make everything under an element fit, in place."""
        for element in list(parent):
            name = local_name(element)
            if name == "AlternateContent":
                self._unwrap(parent, element, shown_of(element))
            elif name in _UNWRAPPED:
                self._unwrap(parent, element, element)
            elif name in _LEFT_OUT:
                parent.remove(element)
            elif name in _NOTES:
                self._note(parent, element, self._notes[_NOTES[name]])
            elif name in ("drawing", "pict", "object"):
                self._picture(parent, element)
            elif name == "numPr":
                if not self._numbered:
                    parent.remove(element)
            elif name in _STYLES:
                self._style(parent, element)
            else:
                self._clean(element)

    def _unwrap(self, parent: Element, element: Element, holder: Element) -> None:
        place = list(parent).index(element)
        parent.remove(element)
        inside = Element(word_tag("body"))
        inside.extend(list(holder))
        self._clean(inside)
        for offset, one in enumerate(list(inside)):
            parent.insert(place + offset, one)

    def _note(self, parent: Element, element: Element, notes: Mapping[str, str]) -> None:
        """Put a note's text where it was referred to: the new file has no notes."""
        place = list(parent).index(element)
        parent.remove(element)
        text = Element(word_tag("t"))
        text.text = f"（注：{notes.get(attribute(element, 'id'), '')}）"
        parent.insert(place, text)

    def _style(self, parent: Element, element: Element) -> None:
        known = self._styles.get(attribute(element, "val"))
        if known is None:
            parent.remove(element)
        else:
            element.set(word_tag("val"), known)

    def _picture(self, parent: Element, drawing: Element) -> None:
        """Keep a drawing all of whose relations are pictures inside the file."""
        if not self._embeds(drawing):
            parent.remove(drawing)
            self.lost += 1
            text = SubElement(parent, word_tag("t"))
            text.text = "（此处原有图表或嵌入的对象，没有沿用）"
            return
        for one in drawing.iter():
            if local_name(one) == "docPr":
                self._drawn += 1
                one.set("id", str(self._drawn))
        self._clean(drawing)

    def _embeds(self, drawing: Element) -> bool:
        targets: list[tuple[Element, str, str]] = []
        for one in drawing.iter():
            if local_name(one) in ("OLEObject", "chart", "relIds", "control"):
                return False
            if local_name(one) in ("hlinkClick", "hlinkHover"):
                continue
            for key in [key for key in one.attrib if key.startswith(_RELATIONS)]:
                kind = key.rpartition("}")[2]
                if kind == "link" and one.tag in _BLIP:
                    del one.attrib[key]
                    continue
                targets.append((one, key, self._copied(one.get(key) or "")))
        blips = [one for one in drawing.iter() if one.tag in _BLIP]
        if any(_EMBED not in one.attrib for one in blips) or not all(t for _, _, t in targets):
            return False
        for one, key, target in targets:
            one.set(key, target)
        return True

    def _copied(self, identifier: str) -> str:
        """The relation in the new file to a copied picture; empty where there is none."""
        if identifier in self._pictures:
            return self._pictures[identifier]
        relation = self._relations.get(identifier)
        part = None if relation is None or relation.kind != "image" else relation.inside
        ending = PurePosixPath(part or "").suffix.lower().lstrip(".")
        if part is None or part not in self._old or ending not in _PICTURES:
            return ""
        name = self._new.free_name("word/media/carried", f".{ending}")
        self._new.put(name, self._old.part(part))
        self._new.declare_extension(ending, _PICTURES[ending])
        self._pictures[identifier] = self._new.relate(self._new_part, "image", name)
        return self._pictures[identifier]
