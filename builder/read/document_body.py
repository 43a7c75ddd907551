"""The body of a Word file as blocks: paragraphs and tables in reading order.

Content controls and tracked insertions are read as what they hold, deletions are left out
(ECMA-376 Part 1, 17.5.2 and 17.13.5). What stands in a text box comes after the paragraph it is
anchored in, a table within a table after that table, a note after the paragraph that refers to it;
a table of one column is a frame, and its contents are blocks: every text is read once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType
from xml.etree.ElementTree import Element

from builder.model.returned_document import Block, ReturnedParagraph, ReturnedTable
from builder.ooxml.active_content import is_formula
from builder.ooxml.limits import DOCUMENT_CHARACTERS, TABLE_DEPTH, Budget, refuse_over
from builder.ooxml.namespaces import each_named, local_name
from builder.ooxml.word_markup import OFF, UNSAID, attribute, child, seen_through, shown_of
from builder.read.word_styles import Around, WordStyles, ground_of, is_flat

# What refers to a note at the foot of a page or at the end, by what the note itself is called.
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_DRAWINGS = frozenset({"drawing", "pict", "object"})
_BOX, _PUT_OUT = "txbxContent", ("docPr", "shape")
_LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_COUNTED = ("ins", "moveTo", "del", "moveFrom", "commentReference")
# What makes a drawing that holds a text a picture as well.
_IMAGES = frozenset({"blip", "imagedata"})


@dataclass(kw_only=True)
class DocumentBody:
    """The blocks read so far, and how much was inserted, deleted and commented on."""

    blocks: list[Block] = field(default_factory=list)
    insertions: int = 0
    deletions: int = 0
    comments: int = 0


@dataclass(kw_only=True)
class _Words:
    """One paragraph while it is read.

    ``inside`` are the text boxes that are anchored in it, ``notes`` what it refers to.
    """

    around: Around
    pieces: list[str] = field(default_factory=list)
    unprinted: list[str] = field(default_factory=list)
    white: list[str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    inside: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    pictures: int = 0


def read_own_comments(root: Element, author: str) -> frozenset[str]:
    """The identifiers of the comments that ``author`` signed."""
    return frozenset(
        attribute(each, "id")
        for each in root
        if local_name(each) == "comment" and attribute(each, "author") == author
    )


def read_notes(root: Element) -> dict[tuple[str, str], Element]:
    """The notes of a part by what they are called and their identifiers."""
    return {(local_name(each), attribute(each, "id")): each for each in root}


def read_body(
    root: Element,
    styles: WordStyles,
    unasked: frozenset[str] = frozenset(),
    notes: Mapping[tuple[str, str], Element] = MappingProxyType({}),
) -> DocumentBody:
    """All blocks of the document; comments in ``unasked`` are not counted.

    Raises ``RefusedError`` (QA222) for too many characters and for tables nested too deep.
    """
    reader = _Reader(styles, notes)
    reader.read(root, Around() if child(root, "background") is None else Around(ground=None))
    body = DocumentBody(blocks=reader.blocks)
    for element in each_named(root, *_COUNTED):
        match local_name(element):
            case "ins" | "moveTo":
                body.insertions += 1
            case "del" | "moveFrom":
                body.deletions += 1
            case _:
                body.comments += attribute(element, "id") not in unasked
    return body


class _Reader:
    """The blocks of one document in the order they are met."""

    def __init__(self, styles: WordStyles, notes: Mapping[tuple[str, str], Element]) -> None:
        self._notes = dict(notes)
        self.blocks: list[Block] = []
        self._styles = styles
        self._budget = Budget()

    def read(self, parent: Element, around: Around) -> None:
        """Add what stands in an element, itself no block."""
        for element in seen_through(parent):
            match local_name(element):
                case "p":
                    words = self._words(element, around)
                    self.blocks.append(self._paragraph(element, words))
                    self._read_around(words)
                case "tbl":
                    self._table(element, around)

    def _read_around(self, words: _Words) -> None:
        """Add what a paragraph holds beside its own words."""
        for box in words.inside:
            # A box has a ground of its own, or stands on a picture.
            self.read(box, replace(words.around, ground=None))
        for note in words.notes:
            self.read(note, Around())

    def _paragraph(self, element: Element, words: _Words) -> ReturnedParagraph:
        return ReturnedParagraph(
            style=self._styles.name(element),
            text="".join(words.pieces),
            bookmarks=tuple(words.bookmarks),
            pictures=words.pictures,
            unprinted=("".join(words.unprinted),) if words.unprinted else (),
            white=("".join(words.white),) if words.white else (),
        )

    def _words(self, paragraph: Element, around: Around) -> _Words:
        style = self._styles.paragraph_style(paragraph)
        ground = ground_of(child(paragraph, "pPr"), around.ground)
        flat = is_flat(child(paragraph, "pPr"))
        words = _Words(around=replace(around, paragraph=style, ground=ground, flat=flat))
        self._collect(paragraph, words, words.pieces)
        return words

    def _collect(self, parent: Element, words: _Words, pieces: list[str]) -> None:
        """Add what stands in an element to ``pieces``, or to what is not seen."""
        for element in parent:
            name = local_name(element)
            if name in UNSAID:
                continue
            if name == "t":
                self._budget.spend(DOCUMENT_CHARACTERS, len(element.text or ""))
                pieces.append(element.text or "")
            elif name in _LETTERS:
                pieces.append(_LETTERS[name])
            elif name == "bookmarkStart":
                words.bookmarks.append(attribute(element, "name"))
            elif name == "AlternateContent":
                self._collect(shown_of(element), words, pieces)
            elif name in _DRAWINGS:
                _draw(element, words, seen=pieces is words.pieces)
            elif name in _NOTES:
                key = _NOTES[name], attribute(element, "id")
                words.notes += self._note(key, seen=pieces is words.pieces)
            elif name == "r":
                self._collect(element, words, self._pieces_of(element, words, pieces))
            else:
                self._collect(element, words, pieces)

    def _note(self, key: tuple[str, str], *, seen: bool) -> tuple[Element, ...]:
        """The note that is meant, unless it is not printed or was read where it is named first."""
        note = self._notes.pop(key, None) if seen else None
        return () if note is None else (note,)

    def _pieces_of(self, run: Element, words: _Words, pieces: list[str]) -> list[str]:
        """Where the words of a run belong."""
        if pieces is words.pieces:
            properties = child(run, "rPr")
            if self._styles.hides(words.around, properties):
                return words.unprinted
            if self._styles.is_unreadable(words.around, properties):
                return words.white
        return pieces

    def _table(self, element: Element, outside: Around) -> None:
        depth = outside.tables + 1
        refuse_over(TABLE_DEPTH, depth)
        style = self._styles.table_style(element)
        ground = None if self._styles.shades(style) else outside.ground
        ground = ground_of(child(element, "tblPr"), ground)
        around = Around(table=style, tables=depth, ground=ground)
        unprinted: list[str] = []
        white: list[str] = []
        inside: list[Element] = []
        boxes: list[_Words] = []

        def within(cell: Element) -> Around:
            return replace(around, ground=ground_of(child(cell, "tcPr"), around.ground))

        rows = [
            [cell for cell in seen_through(row) if local_name(cell) == "tc"]
            for row in seen_through(element)
            if local_name(row) == "tr"
        ]
        if all(len(cells) <= 1 for cells in rows):
            # One column relates nothing to anything: it is a frame around what stands on the page.
            for cell in chain.from_iterable(rows):
                self.read(cell, within(cell))
            return

        def text(cell: Element) -> str:
            lines: list[str] = []
            inside_cell = within(cell)
            for one in seen_through(cell):
                if local_name(one) == "tbl":
                    inside.append(one)
                elif local_name(one) == "p":
                    words = self._words(one, inside_cell)
                    boxes.append(words)
                    lines.append("".join(words.pieces))
                    unprinted.extend(("".join(words.unprinted),) if words.unprinted else ())
                    white.extend(("".join(words.white),) if words.white else ())
            return "\n".join(lines).strip()

        texts = tuple(tuple(map(text, cells)) for cells in rows)
        table = ReturnedTable(rows=texts, unprinted=tuple(unprinted), white=tuple(white))
        self.blocks.append(table)
        for words in boxes:
            self._read_around(words)
        for one in inside:
            self._table(one, around)


def _draw(drawing: Element, words: _Words, *, seen: bool) -> None:
    """Count a picture that is seen, and keep the text boxes that stand in it."""
    if not seen or any(map(_is_put_out, each_named(drawing, *_PUT_OUT))):
        return
    boxes: list[Element] = []
    images = sum(1 for _ in _drawn(drawing, boxes))
    words.inside += boxes
    words.pictures += (not boxes or images > 0) and not is_formula(child(drawing, "OLEObject"))


def _is_put_out(element: Element) -> bool:
    """Whether a drawing is there and not shown (20.4.2.5), in either way to write it."""
    hidden = element.get("hidden", "0") not in OFF
    return hidden or "visibility:hidden" in element.get("style", "").replace(" ", "")


def _drawn(parent: Element, boxes: list[Element]) -> Iterator[Element]:
    for element in parent:
        name = local_name(element)
        if name == _BOX:
            boxes.append(element)
        elif name == "AlternateContent":
            yield from _drawn(shown_of(element), boxes)
        else:
            if name in _IMAGES:
                yield element
            yield from _drawn(element, boxes)
