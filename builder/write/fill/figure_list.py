"""The list of figures, filled in where it is empty still: F9 makes it anew with its pages."""

import re
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from builder.ooxml.word_markup import word_tag
from builder.write.fill.gaps import bookmarked
from builder.write.fill.markup import blocks, run_of, text_of

_LIST = re.compile(r'TOC\b.*\\c\s+"图"')
_SEQUENCE = re.compile(r"\s*SEQ\s+图\b")
_MARK, _UNKNOWN_PAGE = "_TocQA", "—"
# A field that begins and ends in one paragraph.
_WHOLE = ["begin", "separate", "end"]


def list_figures(body: Element) -> None:
    """Let the list of figures name every caption; a list that names some already stays."""
    found = next(
        (
            (paragraph, holder)
            for paragraph, holder in blocks(body)
            if any(_LIST.search(one.text or "") for one in paragraph.iter(word_tag("instrText")))
        ),
        None,
    )
    if found is None or text_of(found[0]).strip():
        return
    paragraph, holder = found
    captions = [one for one, _ in blocks(body) if _is_caption(one)]
    ends = list(paragraph.iter(word_tag("fldChar")))
    if not captions or [one.get(word_tag("fldCharType")) for one in ends] != _WHOLE:
        return
    lines = [_line(body, one, paragraph) for one in captions]
    runs = [one for one in paragraph if one.tag == word_tag("r")]
    for number, run in enumerate(runs[:-1]):
        lines[0].insert(number + (lines[0].find(word_tag("pPr")) is not None), run)
    lines[-1].append(runs[-1])
    place = list(holder).index(paragraph)
    holder.remove(paragraph)
    for number, line in enumerate(lines):
        holder.insert(place + number, line)


def _is_caption(block: Element) -> bool:
    fields = block.iter(word_tag("fldSimple"))
    return block.tag == word_tag("p") and any(
        _SEQUENCE.match(one.get(word_tag("instr")) or "") for one in fields
    )


def _line(body: Element, caption: Element, like: Element) -> Element:
    """An entry of the list that leads to a caption, in the look of the list."""
    line = Element(word_tag("p"))
    look = like.find(word_tag("pPr"))
    if look is not None:
        line.append(deepcopy(look))
    link = SubElement(line, word_tag("hyperlink"), {word_tag("anchor"): _marked(body, caption)})
    link.append(run_of(text_of(caption)))
    SubElement(SubElement(link, word_tag("r")), word_tag("tab"))
    link.append(run_of(_UNKNOWN_PAGE))
    return line


def _marked(body: Element, caption: Element) -> str:
    """The name of the bookmark around a caption, which gets one where it has none."""
    for mark in caption.iter(word_tag("bookmarkStart")):
        name = mark.get(word_tag("name")) or ""
        if name.startswith("_Toc"):
            return name
    names = {one.get(word_tag("name")) for one in body.iter(word_tag("bookmarkStart"))}
    number = 1
    while f"{_MARK}{number}" in names:
        number += 1
    bookmarked(body, caption, f"{_MARK}{number}")
    return f"{_MARK}{number}"
