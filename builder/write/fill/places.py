"""Where in a Word file each heading of its kit begins, and what stands beneath it."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from builder.model.compared_text import reduced
from builder.ooxml.word_markup import word_tag
from builder.write.fill.markup import blocks, inside, text_of

Rows = list[list[Element]]


@dataclass(kw_only=True)
class Places:
    """The paragraphs and tables of a body, and the heading under which each stands."""

    body: Element
    headings: Mapping[str, Element]
    tables: Mapping[str, list[tuple[Element, Element]]]

    def table(self, bookmark: str, head: tuple[str, ...]) -> tuple[Element, Element] | None:
        """The first table under a heading that begins with ``head``, and what holds it."""
        for table, holder in self.tables.get(bookmark, ()):
            first = next(iter(inside(table, "tr")), None)
            cells = () if first is None else inside(first, "tc")
            if tuple(reduced(text_of(cell)) for cell in cells[: len(head)]) == head:
                return table, holder
        return None

    def holder(self, paragraph: Element) -> Element:
        """What holds a paragraph that was found here."""
        return next(holder for one, holder in blocks(self.body) if one is paragraph)


def find_places(root: Element, headings: Mapping[str, str]) -> Places:
    """The places of a document; ``headings`` are those found in it, its texts by bookmark.

    A bookmark is believed before a text, and of equal texts the last one: a table of contents
    stands before what it lists.
    """
    body = root.find(word_tag("body"))
    found: dict[str, Element] = {}
    tables: dict[str, list[tuple[Element, Element]]] = {}
    flat = [] if body is None else list(blocks(body))
    marked = {
        mark.get(word_tag("name")) or "": one
        for one, _ in reversed(flat)
        if one.tag == word_tag("p")
        for mark in one.iter(word_tag("bookmarkStart"))
    }
    said = {reduced(text_of(one)): one for one, _ in flat if one.tag == word_tag("p")}
    for bookmark, text in headings.items():
        heading = marked.get(bookmark, said.get(reduced(text)))
        if heading is not None:
            found[bookmark] = heading
    names = {id(one): bookmark for bookmark, one in found.items()}
    current = ""
    for one, holder in flat:
        current = names.get(id(one), current)
        if one.tag == word_tag("tbl"):
            tables.setdefault(current, []).append((one, holder))
    return Places(body=root if body is None else body, headings=found, tables=tables)
