"""The blanks of cover and form, and the lines that say what was scored."""

import hashlib
from xml.etree.ElementTree import Element, SubElement

from builder.model.compared_text import reduced
from builder.ooxml.word_markup import word_tag
from builder.word.bookmarks import FILLED_SCORE, LONGEST_NAME
from builder.word.entries import GapEntry, ScoreEntry
from builder.word.filling import Outcome
from builder.write.fill.ledger import Ledger
from builder.write.fill.markup import (
    blocks,
    insert_behind,
    inside,
    paragraph_of,
    put_text,
    text_of,
)
from builder.write.fill.places import Places


def fill_gap(places: Places, entry: GapEntry, ledger: Ledger) -> None:
    """Write one blank of the part that begins at the entry's bookmark."""
    cell = _blank(places, entry)
    name = f"GAP:{entry.bookmark}:{entry.gap.name}"
    if cell is None:
        ledger.note(entry.heading, entry.what, Outcome.MISSING, text=entry.text)
    elif ledger.decide(name, entry.heading, entry.what, text_of(cell), entry.text):
        put_text(cell, entry.text)


def _blank(places: Places, entry: GapEntry) -> Element | None:
    label = reduced(entry.gap.label)
    for table, _ in places.tables.get(entry.bookmark, ()):
        for row in inside(table, "tr"):
            cells = inside(row, "tc")
            for place, cell in enumerate(cells):
                if reduced(text_of(cell)) == label and place + entry.gap.place < len(cells):
                    return cells[place + entry.gap.place]
    return None


def fill_score(places: Places, entry: ScoreEntry, style: str, ledger: Ledger) -> None:
    """Write what was scored right under its heading, or where that line stands already."""
    mark = _mark(entry.bookmark)
    name = f"SCORE:{entry.bookmark}"
    line = marked(places.body, mark)
    if line is not None:
        if ledger.decide(name, entry.heading, "得分", text_of(line), entry.text):
            put_line(line, entry.text)
        return
    heading = places.headings.get(entry.bookmark)
    if heading is None or ledger.was_written(name):
        # Taken out by the applicant, or with its heading.
        ledger.note(entry.heading, "得分", Outcome.MISSING, text=entry.text)
        return
    line = paragraph_of(entry.text, style)
    bookmarked(places.body, line, mark)
    insert_behind(places.holder(heading), heading, line)
    ledger.keep(name, entry.text)
    ledger.note(entry.heading, "得分", Outcome.WRITTEN, text=entry.text)


def _mark(bookmark: str) -> str:
    """The bookmark of a heading's line; a long one is told by its digest."""
    name = f"{FILLED_SCORE}{bookmark}"
    if len(name) <= LONGEST_NAME:
        return name
    return FILLED_SCORE + hashlib.sha256(bookmark.encode()).hexdigest()[:16]


def marked(body: Element, mark: str) -> Element | None:
    """The paragraph that carries a bookmark."""
    for paragraph, _ in blocks(body):
        for one in paragraph.iter(word_tag("bookmarkStart")):
            if one.get(word_tag("name")) == mark and paragraph.tag == word_tag("p"):
                return paragraph
    return None


def put_line(paragraph: Element, text: str) -> None:
    """Let a paragraph of its own say ``text``."""
    cell = Element(word_tag("tc"))
    cell.append(paragraph)
    put_text(cell, text)


def bookmarked(body: Element, paragraph: Element, mark: str) -> None:
    """Give a paragraph a bookmark with a number that no other has."""
    numbers = [one.get(word_tag("id")) or "" for one in body.iter(word_tag("bookmarkStart"))]
    free = max((int(one) for one in numbers if one.isascii() and one.isdigit()), default=0) + 1
    start = Element(word_tag("bookmarkStart"), {word_tag("id"): str(free), word_tag("name"): mark})
    paragraph.insert(1 if paragraph.find(word_tag("pPr")) is not None else 0, start)
    SubElement(paragraph, word_tag("bookmarkEnd"), {word_tag("id"): str(free)})
