"""The body of a Word file as blocks: paragraphs and tables in reading order.

Content controls and tracked insertions are read as what they hold, deletions are left out
(ECMA-376 Part 1, 17.5.2 and 17.13.5).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from builder.model.returned_document import Block, ReturnedParagraph, ReturnedTable
from builder.ooxml.namespaces import WORD, attribute, local_name

# What holds blocks or runs without being either.
_TRANSPARENT = frozenset(
    {
        "sdt",
        "sdtContent",
        "ins",
        "moveTo",
        "smartTag",
        "customXml",
        "hyperlink",
        "fldSimple",
        "body",
    }
)
_LEFT_OUT = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr"})
_PICTURES = frozenset({"drawing", "pict", "object"})


@dataclass(kw_only=True)
class Body:
    """The blocks read so far, and how much was inserted, deleted and commented on."""

    blocks: tuple[Block, ...] = ()
    insertions: int = 0
    deletions: int = 0
    comments: int = 0


@dataclass(kw_only=True)
class _Words:
    """One paragraph while it is read."""

    pieces: list[str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    pictures: int = 0


def read_styles(root: Element) -> dict[str, str]:
    """The names of styles by their identifiers, in small letters, as programs differ in case."""
    names: dict[str, str] = {}
    for style in root:
        if local_name(style) == "style":
            name = next((_value(each) for each in style if local_name(each) == "name"), "")
            names[_attribute(style, "styleId")] = name.casefold()
    return names


def read_own_comments(root: Element, author: str) -> frozenset[str]:
    """The identifiers of the comments that ``author`` signed."""
    return frozenset(
        _attribute(each, "id")
        for each in root
        if local_name(each) == "comment" and _attribute(each, "author") == author
    )


def read_body(
    root: Element, styles: Mapping[str, str], unasked: frozenset[str] = frozenset()
) -> Body:
    """All blocks of the document; comments in ``unasked`` are not counted."""
    body = Body()
    body.blocks = tuple(_blocks(root, styles))
    for element in root.iter():
        match local_name(element):
            case "ins" | "moveTo":
                body.insertions += 1
            case "del" | "moveFrom":
                body.deletions += 1
            case "commentReference":
                body.comments += _attribute(element, "id") not in unasked
    return body


def _blocks(parent: Element, styles: Mapping[str, str]) -> Iterator[Block]:
    for element in parent:
        name = local_name(element)
        if name == "p":
            yield _paragraph(element, styles)
        elif name == "tbl":
            yield _table(element)
        elif name in _TRANSPARENT:
            yield from _blocks(element, styles)


def _paragraph(element: Element, styles: Mapping[str, str]) -> ReturnedParagraph:
    words = _Words()
    _collect(element, words)
    identifier = next(
        (
            _value(each)
            for properties in element
            if local_name(properties) == "pPr"
            for each in properties
            if local_name(each) == "pStyle"
        ),
        "",
    )
    return ReturnedParagraph(
        style=styles.get(identifier, identifier.casefold()),
        text="".join(words.pieces),
        bookmarks=tuple(words.bookmarks),
        pictures=words.pictures,
    )


def _collect(parent: Element, words: _Words) -> None:
    for element in parent:
        name = local_name(element)
        if name in _LEFT_OUT:
            continue
        if name == "t":
            words.pieces.append(element.text or "")
        elif name == "tab":
            words.pieces.append("\t")
        elif name in ("br", "cr"):
            words.pieces.append("\n")
        elif name == "noBreakHyphen":
            words.pieces.append("-")
        elif name == "bookmarkStart":
            words.bookmarks.append(_attribute(element, "name"))
        elif name in _PICTURES:
            words.pictures += 1
        else:
            _collect(element, words)


def _table(element: Element) -> ReturnedTable:
    # What a table consists of is of the table's own namespace, transitional or strict.
    namespace = element.tag.rpartition("}")[0] + "}"
    return ReturnedTable(
        rows=tuple(
            tuple(_cell(cell, namespace) for cell in row.iter(f"{namespace}tc"))
            for row in element.iter(f"{namespace}tr")
        )
    )


def _cell(cell: Element, namespace: str) -> str:
    lines: list[str] = []
    for paragraph in cell.iter(f"{namespace}p"):
        words = _Words()
        _collect(paragraph, words)
        lines.append("".join(words.pieces))
    return "\n".join(lines).strip()


def _value(element: Element) -> str:
    return _attribute(element, "val")


def _attribute(element: Element, name: str) -> str:
    return attribute(element, WORD, name)
