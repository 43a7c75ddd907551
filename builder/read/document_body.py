"""The body of a Word file as blocks: paragraphs and tables in reading order.

Content controls and tracked insertions are read as what they hold, deletions are left out
(ECMA-376 Part 1, 17.5.2 and 17.13.5).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, TreeBuilder

from builder.model.returned_document import Block, ReturnedParagraph, ReturnedTable
from builder.read.container import Container
from builder.read.limits import DOCUMENT_BYTES, Budget, Limit, refuse_over
from builder.read.markup import SEPARATOR, opened

_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
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
# Tables in tables and text boxes nest deeper than cells do; a person never comes near.
_DEEPEST = Limit(noun="标记嵌套层数", most=200)
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


def tree_of(container: Container, part: str, budget: Budget) -> Element:
    """The markup of a part as a whole tree, names as ``namespace name``.

    Raises ``RefusedError`` as ``opened`` does, and where it is too large or too deep (QA222).
    """
    parser, progress = opened(container, part, budget)
    builder = TreeBuilder()
    depth = size = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST.most:
            refuse_over(_DEEPEST, depth)
        builder.start(name, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(name)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    for chunk in progress:
        size += len(chunk)
        refuse_over(DOCUMENT_BYTES, size)
    return builder.close()


def read_styles(root: Element) -> dict[str, str]:
    """The names of styles by their identifiers, in small letters, as programs differ in case."""
    names: dict[str, str] = {}
    for style in root:
        if _local(style) == "style":
            name = next((_value(each) for each in style if _local(each) == "name"), "")
            names[_attribute(style, "styleId")] = name.casefold()
    return names


def read_own_comments(root: Element, author: str) -> frozenset[str]:
    """The identifiers of the comments that ``author`` signed."""
    return frozenset(
        _attribute(each, "id")
        for each in root
        if _local(each) == "comment" and _attribute(each, "author") == author
    )


def read_body(
    root: Element, styles: Mapping[str, str], unasked: frozenset[str] = frozenset()
) -> Body:
    """All blocks of the document; comments in ``unasked`` are not counted."""
    body = Body()
    body.blocks = tuple(_blocks(root, styles))
    for element in root.iter():
        match _local(element):
            case "ins" | "moveTo":
                body.insertions += 1
            case "del" | "moveFrom":
                body.deletions += 1
            case "commentReference":
                body.comments += _attribute(element, "id") not in unasked
    return body


def _blocks(parent: Element, styles: Mapping[str, str]) -> Iterator[Block]:
    for element in parent:
        name = _local(element)
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
            if _local(properties) == "pPr"
            for each in properties
            if _local(each) == "pStyle"
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
        name = _local(element)
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
    namespace = element.tag.rpartition(SEPARATOR)[0] + SEPARATOR
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


def _local(element: Element) -> str:
    """The local name of an element of WordprocessingML or of what wraps it."""
    return element.tag.rpartition(SEPARATOR)[2]


def _value(element: Element) -> str:
    return _attribute(element, "val")


def _attribute(element: Element, name: str) -> str:
    for namespace in (_TRANSITIONAL, _STRICT):
        value = element.get(f"{namespace}{SEPARATOR}{name}")
        if value is not None:
            return value
    return ""
