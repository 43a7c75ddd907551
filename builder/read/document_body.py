"""The body of a Word file as blocks: paragraphs and tables in reading order.

Content controls and tracked insertions are read as what they hold, deletions are left out
(ECMA-376 Part 1, 17.5.2 and 17.13.5).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from builder.model.returned_document import Block, ReturnedParagraph, ReturnedTable
from builder.ooxml.namespaces import local_name
from builder.read.word_markup import attribute
from builder.read.word_styles import WordStyles

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
class DocumentBody:
    """The blocks read so far, and how much was inserted, deleted and commented on."""

    blocks: tuple[Block, ...] = ()
    insertions: int = 0
    deletions: int = 0
    comments: int = 0


@dataclass(kw_only=True)
class _Words:
    """One paragraph while it is read; ``style`` is the identifier of its style."""

    styles: WordStyles
    style: str
    pieces: list[str] = field(default_factory=list)
    unprinted: list[str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    pictures: int = 0


def read_own_comments(root: Element, author: str) -> frozenset[str]:
    """The identifiers of the comments that ``author`` signed."""
    return frozenset(
        attribute(each, "id")
        for each in root
        if local_name(each) == "comment" and attribute(each, "author") == author
    )


def read_body(
    root: Element, styles: WordStyles, unasked: frozenset[str] = frozenset()
) -> DocumentBody:
    """All blocks of the document; comments in ``unasked`` are not counted."""
    body = DocumentBody()
    body.blocks = tuple(_blocks(root, styles))
    for element in root.iter():
        match local_name(element):
            case "ins" | "moveTo":
                body.insertions += 1
            case "del" | "moveFrom":
                body.deletions += 1
            case "commentReference":
                body.comments += attribute(element, "id") not in unasked
    return body


def _blocks(parent: Element, styles: WordStyles) -> Iterator[Block]:
    for element in parent:
        name = local_name(element)
        if name == "p":
            yield _paragraph(element, styles)
        elif name == "tbl":
            yield _table(element, styles)
        elif name in _TRANSPARENT:
            yield from _blocks(element, styles)


def _paragraph(element: Element, styles: WordStyles) -> ReturnedParagraph:
    words = _words(element, styles)
    return ReturnedParagraph(
        style=styles.name(element),
        text="".join(words.pieces),
        bookmarks=tuple(words.bookmarks),
        pictures=words.pictures,
        unprinted=("".join(words.unprinted),) if words.unprinted else (),
    )


def _words(paragraph: Element, styles: WordStyles) -> _Words:
    words = _Words(styles=styles, style=styles.style_of(paragraph))
    _collect(paragraph, words, words.pieces)
    return words


def _collect(parent: Element, words: _Words, pieces: list[str]) -> None:
    """Add what stands in an element to ``pieces``, or to what is not printed."""
    for element in parent:
        name = local_name(element)
        if name in _LEFT_OUT:
            continue
        if name == "t":
            pieces.append(element.text or "")
        elif name == "tab":
            pieces.append("\t")
        elif name in ("br", "cr"):
            pieces.append("\n")
        elif name == "noBreakHyphen":
            pieces.append("-")
        elif name == "bookmarkStart":
            words.bookmarks.append(attribute(element, "name"))
        elif name in _PICTURES:
            words.pictures += pieces is words.pieces
        elif name == "r" and words.styles.hides(words.style, element):
            _collect(element, words, words.unprinted)
        else:
            _collect(element, words, pieces)


def _table(element: Element, styles: WordStyles) -> ReturnedTable:
    # What a table consists of is of the table's own namespace, transitional or strict.
    namespace = element.tag.rpartition("}")[0] + "}"
    unprinted: list[str] = []

    def text(cell: Element) -> str:
        lines = [_words(each, styles) for each in cell.iter(f"{namespace}p")]
        unprinted.extend("".join(one.unprinted) for one in lines if one.unprinted)
        return "\n".join("".join(one.pieces) for one in lines).strip()

    rows = tuple(
        tuple(text(cell) for cell in row.iter(f"{namespace}tc"))
        for row in element.iter(f"{namespace}tr")
    )
    return ReturnedTable(rows=rows, unprinted=tuple(unprinted))
