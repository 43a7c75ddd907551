"""A finished Word kit with the organisation's name on its cover, without building it again."""

from itertools import pairwise
from xml.sax.saxutils import escape

from lxml import etree

from builder.write.splice import Archive, PartWithGaps

_PART = "word/document.xml"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TAG = f"{{{_WORD}}}"
# A text in private characters that no template holds marks where the name is to stand.
_MARK = "\ue5e5申报组织\ue5e5"


class PersonalDocument:
    """One built document, from which each applicant's own is made by filling in a name.

    ``has_place`` is false where the template has no table row with that label and a blank beside
    it; every applicant then gets the same document.
    """

    def __init__(self, content: bytes, label: str) -> None:
        """``content`` is a built document; the name goes beside ``label`` on its cover."""
        self._content = content
        self._archive = Archive(content)
        root = etree.fromstring(self._archive.part(_PART), _parser())
        blank = _blank_beside(root, label)
        self._part: PartWithGaps | None = None
        if blank is not None:
            text = etree.SubElement(etree.SubElement(blank, f"{_TAG}r"), f"{_TAG}t")
            text.text = _MARK
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            written = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            self._part = PartWithGaps(written.split(_MARK.encode()))

    @property
    def has_place(self) -> bool:
        """Whether the name can be filled in."""
        return self._part is not None

    def filled(self, name: str) -> bytes:
        """The file with the name on its cover, or as it is where there is no place."""
        if self._part is None:
            return self._content
        packed = self._part.filled([escape(name).encode()])
        return self._archive.with_parts({_PART: packed})


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def _blank_beside(root: etree._Element, label: str) -> etree._Element | None:
    """The empty paragraph in the cell after the one that reads ``label``."""
    for row in root.iter(f"{_TAG}tr"):
        cells = row.findall(f"{_TAG}tc")
        for cell, beside in pairwise(cells):
            blank = beside.find(f"{_TAG}p")
            if _words(cell) == label and not _words(beside) and blank is not None:
                return blank
    return None


def _words(cell: etree._Element) -> str:
    return "".join(text.text or "" for text in cell.iter(f"{_TAG}t")).strip()
