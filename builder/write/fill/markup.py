"""The elements of a Word file that is filled in: their texts, and how a text is put into them."""

from collections.abc import Iterator
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from builder.formula.blank import is_blank
from builder.ooxml.word_markup import word_tag

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_KEPT_RUNS = frozenset({"drawing", "pict", "object", "fldChar", "instrText", "AlternateContent"})


_HOLDERS = frozenset(
    map(word_tag, ("sdt", "sdtContent", "ins", "smartTag", "customXml", "hyperlink", "moveTo"))
)
_DROPPED = frozenset(map(word_tag, ("del", "moveFrom", "instrText", "delText")))
_TEXT, _RUN, _BREAK, _TAB = map(word_tag, ("t", "r", "br", "tab"))


def blocks(parent: Element) -> Iterator[tuple[Element, Element]]:
    """Every paragraph and table that stands in no other, with what holds it, in reading order."""
    for element in parent:
        if element.tag in (word_tag("p"), word_tag("tbl")):
            yield element, parent
        elif element.tag in _HOLDERS or element.tag == word_tag("body"):
            yield from blocks(element)


def inside(parent: Element, name: str) -> list[Element]:
    """The rows of a table or the cells of a row, seen through what only holds them."""
    found: list[Element] = []
    for element in parent:
        if element.tag == word_tag(name):
            found.append(element)
        elif element.tag in _HOLDERS:
            found += inside(element, name)
    return found


def text_of(element: Element) -> str:
    """What a paragraph or a cell says, its paragraphs a line each."""
    if element.tag == word_tag("p"):
        return "".join(_pieces(element))
    return "\n".join(text_of(one) for one, _ in blocks(element) if one.tag == word_tag("p")).strip()


def _pieces(parent: Element) -> Iterator[str]:
    for element in parent:
        if element.tag == _TEXT:
            yield element.text or ""
        elif element.tag == _BREAK:
            yield "\n"
        elif element.tag == _TAB:
            yield "\t"
        elif element.tag not in _DROPPED:
            yield from _pieces(element)


def is_free(cell: Element) -> bool:
    """Whether nothing stands in a cell that a person would miss."""
    shown = any(element.tag.rpartition("}")[2] in _KEPT_RUNS for element in cell.iter())
    return not shown and is_blank(text_of(cell))


def put_text(cell: Element, text: str) -> None:
    """Let a cell say ``text`` as its first paragraph looks; its other paragraphs go."""
    paragraphs = [(one, holder) for one, holder in blocks(cell) if one.tag == word_tag("p")]
    if not paragraphs:
        paragraph = SubElement(cell, word_tag("p"))
    else:
        paragraph, *_ = paragraphs[0]
        for other, holder in paragraphs[1:]:
            holder.remove(other)
    look = next((run.find(word_tag("rPr")) for run in paragraph.iter(_RUN)), None)
    kept = {word_tag("pPr"), word_tag("bookmarkStart"), word_tag("bookmarkEnd")}
    for element in [one for one in paragraph if one.tag not in kept]:
        paragraph.remove(element)
    paragraph.append(run_of(text, look))


def run_of(text: str, look: Element | None = None) -> Element:
    """A run that says ``text``, line by line, looking as ``look`` says."""
    run = Element(_RUN)
    if look is not None:
        run.append(deepcopy(look))
    for number, line in enumerate(text.split("\n")):
        if number:
            SubElement(run, _BREAK)
        SubElement(run, _TEXT, {_SPACE: "preserve"}).text = line
    return run


def paragraph_of(text: str, style: str) -> Element:
    """A paragraph of a style by its identifier; of the usual one where there is none."""
    paragraph = Element(word_tag("p"))
    if style:
        SubElement(
            SubElement(paragraph, word_tag("pPr")), word_tag("pStyle"), {word_tag("val"): style}
        )
    if text:
        paragraph.append(run_of(text))
    return paragraph


def insert_behind(parent: Element, element: Element, *new: Element) -> None:
    """Put new elements right behind one of their parent's."""
    place = list(parent).index(element) + 1
    for number, one in enumerate(new):
        parent.insert(place + number, one)
