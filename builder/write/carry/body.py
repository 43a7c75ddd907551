"""The body of a report as elements under its planned headings."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from builder.model.compared_text import reduced
from builder.ooxml.namespaces import each_named, local_name
from builder.ooxml.word_markup import attribute, child, seen_through, value_of
from builder.word.bookmarks import FILLED_SCORE

# Blocks with text, and what stands for a whole file that was put in.
INSERTED = frozenset({"altChunk", "subDoc"})
_BLOCKS = frozenset({"p", "tbl"}) | INSERTED
_DELETED = frozenset({"del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback"})
_LETTERS = {"tab": "\t", "br": "\n", "cr": "\n"}


@dataclass(kw_only=True)
class Part:
    """A planned heading that is there, and the blocks under it up to the next one."""

    bookmark: str
    heading: Element | None
    blocks: list[Element] = field(default_factory=list)


def parts_of(root: Element, headings: Sequence[tuple[str, str]]) -> list[Part]:
    """The blocks of a document by the planned headings, given as bookmark and text.

    What stands before the first heading has no bookmark. A bookmark is believed before a text, and
    of several headings with a bookmark the first counts.
    """
    known = {bookmark for bookmark, _ in headings}
    texts = {reduced(text): bookmark for bookmark, text in headings}
    blocks = list(seen_through(root))
    named = _named(blocks, known)
    for block in blocks:
        if local_name(block) == "p" and not is_contents(block):
            bookmark = texts.get(reduced(text_of(block)), "")
            is_new = bookmark and bookmark not in named.values() and block not in named
            if is_new and _is_heading(block):
                named[block] = bookmark
    parts = [Part(bookmark="", heading=None)]
    for block in blocks:
        if block in named:
            parts.append(Part(bookmark=named[block], heading=block))
        elif local_name(block) in _BLOCKS:
            parts[-1].blocks.append(block)
    return parts


def text_of(element: Element) -> str:
    """What an element says as it prints, paragraphs apart by line ends."""
    found: list[str] = []
    _put_pieces(element, found)
    return "".join(found).strip("\n")


def rows_of(table: Element) -> list[list[Element]]:
    """The cells of a table row by row."""
    return [
        [cell for cell in seen_through(row) if local_name(cell) == "tc"]
        for row in seen_through(table)
        if local_name(row) == "tr"
    ]


def texts_of(table: Element) -> list[list[str]]:
    """What the cells of a table say, row by row."""
    return [[text_of(cell).strip() for cell in row] for row in rows_of(table)]


def style_of(paragraph: Element) -> str:
    """The identifier of a paragraph's style, empty where it has none."""
    return value_of(child(paragraph, "pPr"), "pStyle")


def _named(blocks: Sequence[Element], known: set[str]) -> dict[Element, str]:
    """The paragraphs that carry, or follow, a planned bookmark."""
    found: dict[Element, str] = {}
    waiting: list[str] = []
    taken: set[str] = set()
    for block in blocks:
        if local_name(block) == "bookmarkStart":
            waiting.append(attribute(block, "name"))
            continue
        if local_name(block) != "p":
            continue
        inside = each_named(block, "bookmarkStart")
        names = [*waiting, *(attribute(one, "name") for one in inside)]
        waiting.clear()
        own = next((name for name in names if name in known and name not in taken), "")
        if own:
            found[block] = own
            taken.add(own)
    return found


def is_contents(block: Element) -> bool:
    """Whether a block is a line of a table of contents, or of a list of captions."""
    return style_of(block).casefold().startswith(("toc", "tableoffigures"))


def is_score(block: Element) -> bool:
    """Whether a block is the line that says what was scored, which a workbook writes."""
    marks = each_named(block, "bookmarkStart")
    return any(attribute(mark, "name").startswith(FILLED_SCORE) for mark in marks)


def _is_heading(paragraph: Element) -> bool:
    style = style_of(paragraph)
    return bool(style) and not style.startswith("QA")


def _put_pieces(element: Element, found: list[str]) -> None:
    for one in element:
        name = one.tag.rpartition("}")[2]
        if name == "t":
            found.append(one.text or "")
        elif name in _LETTERS:
            found.append(_LETTERS[name])
        elif name not in _DELETED:
            _put_pieces(one, found)
            if name == "p":
                found.append("\n")
