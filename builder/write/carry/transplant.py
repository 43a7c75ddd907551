"""Blocks of one report made fit to stand in another: texts, tables and pictures, nothing active.

What a block leads to outside itself is followed only to what is drawn inside its own file. Of an
embedded object the picture comes along. The rest, pictures and films that lie elsewhere, is left
behind, and its place says so.
"""

from collections.abc import Mapping
from copy import deepcopy
from xml.etree.ElementTree import Element

from builder.ooxml.namespaces import DRAWING, OFFICE_RELATIONSHIPS, WORD, local_name
from builder.ooxml.office_file import OfficeFile
from builder.ooxml.whole_tree import own_tree
from builder.ooxml.word_markup import attribute, shown_of, styles_by_name, word_tag
from builder.word.bookmarks import FILLED_CHART
from builder.write.carry.body import INSERTED, text_of
from builder.write.carry.drawn_parts import DrawnParts

# What only holds what it is about, and what is left out with all in it.
_UNWRAPPED = frozenset(
    {"ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "fldSimple"}
)
_LEFT_OUT = frozenset(
    {"del", "moveFrom", "commentRangeStart", "commentRangeEnd"}
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
# What stands in the place of a drawing that was left behind.
LEFT_BEHIND = "（此处的内容没有沿用，请从旧的申报材料复制）"
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_STYLES = frozenset({"pStyle", "rStyle", "tblStyle"})
_SHOWING = frozenset({"imagedata", "blip"})
_RELATIONS = tuple(f"{{{space}}}" for space in OFFICE_RELATIONSHIPS)
_BLIP = tuple(f"{{{space}}}blip" for space in DRAWING)


class Transplant:
    """Takes blocks out of one file and makes them fit for another.

    ``lost`` counts the drawings that stayed behind, ``flat`` the objects of which only the picture
    came along.
    """

    def __init__(self, old: OfficeFile, new: OfficeFile) -> None:
        """Nothing is moved yet."""
        self._old, self._new = old, new
        self._old_part, self._new_part = old.main_part, new.main_part
        self._styles = self._style_ids()
        self._notes = {kind: self._texts(kind) for kind in _NOTES.values()}
        self._parts = DrawnParts(old, new)
        self._drawn = 9000
        self._marks: dict[str, str] = {}
        self._numbered = self._numbering()
        self.lost = self.flat = 0

    def moved(self, block: Element) -> Element:
        """A copy of a block that stands on its own in the new file."""
        if local_name(block) in INSERTED:
            self.lost += 1
            return own_tree(f'<w:p xmlns:w="{WORD[0]}"><w:r><w:t>{LEFT_BEHIND}</w:t></w:r></w:p>')
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
            elif name in _LEFT_OUT or (name == "numPr" and not self._numbered):
                parent.remove(element)
            elif name in ("bookmarkStart", "bookmarkEnd"):
                self._mark(parent, element)
            elif name in _NOTES:
                self._note(parent, element, self._notes[_NOTES[name]])
            elif name in ("drawing", "pict", "object"):
                self._picture(parent, element)
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

    def _mark(self, parent: Element, mark: Element) -> None:
        """Keep the bookmark of a chart drawn from a workbook, which will draw it anew."""
        number = attribute(mark, "id")
        if attribute(mark, "name").startswith(FILLED_CHART):
            self._drawn += 1
            self._marks[number] = str(self._drawn)
        if number in self._marks:
            mark.set(word_tag("id"), self._marks[number])
        else:
            parent.remove(mark)

    def _picture(self, parent: Element, drawing: Element) -> None:
        """Keep a drawing all of whose relations are drawn inside the file."""
        if local_name(drawing) == "object":
            drawing.tag = word_tag("pict")
        objects = [one for one in drawing if local_name(one) in ("OLEObject", "control")]
        for one in objects:
            drawing.remove(one)
        bare = objects and not any(local_name(one) in _SHOWING for one in drawing.iter())
        if bare or not self._embeds(drawing):
            place = list(parent).index(drawing)
            parent.remove(drawing)
            self.lost += 1
            text = Element(word_tag("t"))
            text.text = LEFT_BEHIND
            parent.insert(place, text)
            return
        self.flat += bool(objects)
        for one in drawing.iter():
            if local_name(one) == "docPr":
                self._drawn += 1
                one.set("id", str(self._drawn))
        self._clean(drawing)

    def _embeds(self, drawing: Element) -> bool:
        """Whether all that a drawing shows came along; its relations lead to the copies then."""
        targets: list[tuple[Element, str, str]] = []
        for one in drawing.iter():
            if local_name(one) in ("hlinkClick", "hlinkHover"):
                continue
            for key in [key for key in one.attrib if key.startswith(_RELATIONS)]:
                kind = key.rpartition("}")[2]
                if kind == "link" and one.tag in _BLIP:
                    del one.attrib[key]
                    continue
                targets.append((one, key, self._parts.related(one.get(key) or "")))
        blips = [one for one in drawing.iter() if one.tag in _BLIP]
        if any(not _is_embedded(one) for one in blips) or not all(t for _, _, t in targets):
            return False
        for one, key, target in targets:
            one.set(key, target)
        return True


def _is_embedded(blip: Element) -> bool:
    return any(key.startswith(_RELATIONS) and key.endswith("}embed") for key in blip.attrib)
