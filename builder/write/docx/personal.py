"""A finished Word kit with an applicant's own particulars, without building it again."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from xml.etree.ElementTree import Element, SubElement

from builder.ooxml.namespaces import WORD
from builder.ooxml.splice import Archive, PartWithGaps
from builder.ooxml.whole_tree import own_tree, written
from builder.word.parts import Gap

_PART = "word/document.xml"
_TAG = f"{{{WORD[0]}}}"
# Texts in private characters that no template holds mark where values are to stand.
_MARK = "\ue5e5{}\ue5e5"
_MARKS = re.compile(_MARK.format(r"(\d+)").encode())


class PersonalDocument:
    """One built document, from which each applicant's own is made by filling in blanks.

    ``missing`` are the labels of blanks that the template has no place for: a table row with that
    label and an empty cell after it. Those are left out of every applicant's document.
    """

    def __init__(self, content: bytes, gaps: Sequence[Gap]) -> None:
        """``content`` is a built document; ``gaps`` are the blanks that will be filled in."""
        self._content = content
        self._archive = Archive(content)
        root = own_tree(self._archive.part(_PART).decode())
        rows = [row.findall(f"{_TAG}tc") for row in root.iter(f"{_TAG}tr")]
        missing: list[str] = []
        for number, gap in enumerate(gaps):
            blank = _blank(rows, gap)
            if blank is None:
                missing.append(gap.label)
                continue
            text = SubElement(SubElement(blank, f"{_TAG}r"), f"{_TAG}t")
            text.text = _MARK.format(number)
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        self.missing = tuple(dict.fromkeys(missing))
        pieces = _MARKS.split(written(root))
        self._names = tuple(gaps[int(number)].name for number in pieces[1::2])
        self._part = PartWithGaps(pieces[::2])

    def filled(self, values: Mapping[str, str]) -> bytes:
        """The file with what is known in its blanks, by the name of the input."""
        if not self._names:
            return self._content
        texts = [escape(values.get(name, ""), quote=False).encode() for name in self._names]
        return self._archive.with_parts({_PART: self._part.filled(texts)})


def _blank(rows: list[list[Element]], gap: Gap) -> Element | None:
    """The empty paragraph ``gap.place`` cells after the first label that still has one."""
    for cells in rows:
        for cell, beside in zip(cells, cells[gap.place :], strict=False):
            blank = beside.find(f"{_TAG}p")
            if _words(cell) == gap.label and not _words(beside) and blank is not None:
                return blank
    return None


def _words(cell: Element) -> str:
    return "".join(text.text or "" for text in cell.iter(f"{_TAG}t")).strip()
