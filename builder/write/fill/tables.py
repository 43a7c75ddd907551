"""Rows of a workbook in the tables of a report: new ones are added, people's own ones stay."""

from copy import deepcopy
from xml.etree.ElementTree import Element

from builder.model.compared_text import reduced
from builder.model.evidence_number import as_evidence_number
from builder.ooxml.word_markup import word_tag
from builder.word.entries import TableEntry, TableKind
from builder.word.filling import Outcome
from builder.write.fill.ledger import Ledger
from builder.write.fill.markup import insert_behind, inside, is_free, put_text, text_of
from builder.write.fill.places import Places


def fill_table(places: Places, entry: TableEntry, ledger: Ledger) -> None:
    """Write the rows of one table; what the report has beyond them stays and is told."""
    there = places.table(entry.bookmark, entry.head)
    if there is None:
        ledger.note(entry.heading, entry.kind.value, Outcome.MISSING, text=f"{len(entry.rows)} 行")
        return
    table, _ = there
    header, *rows = inside(table, "tr")
    columns = [text_of(cell) for cell in inside(header, "tc")]
    known = _known(rows, entry)
    for row in entry.rows:
        name = _key(entry.kind, row[entry.key])
        line = known.pop(name, None)
        if line is not None:
            _fill_row(line, row, columns, entry, ledger)
            continue
        line = _free_row(table, entry)
        if line is None:
            ledger.note(entry.heading, _told(entry, row), Outcome.MISSING, text=_joined(row))
        else:
            _write_row(line, row, entry, ledger)
    _without_blank_rows(table)
    for line in known.values():
        cells = [text_of(cell) for cell in inside(line, "tc")]
        if _is_asked(entry, cells):
            continue
        ledger.note(entry.heading, _told(entry, cells), Outcome.LEFT_BEHIND, _joined(cells))


def _without_blank_rows(table: Element) -> None:
    """Take out the rows for more, now that there is no more; a table keeps one row."""
    _, *rows = inside(table, "tr")
    blank = [line for line in rows if all(map(is_free, inside(line, "tc")))]
    for line in blank if len(blank) < len(rows) else blank[1:]:
        _holder(table, line).remove(line)


def _known(rows: list[Element], entry: TableEntry) -> dict[str, Element]:
    """The rows of a report by what they are about; of two about the same the first."""
    found: dict[str, Element] = {}
    for line in rows:
        cells = inside(line, "tc")
        name = _key(entry.kind, text_of(cells[entry.key])) if len(cells) > entry.key else ""
        if name:
            found.setdefault(name, line)
    return found


def _is_asked(entry: TableEntry, cells: list[str]) -> bool:
    """Whether a row is one that the kit asks for and nobody has filled in."""
    return entry.kind is TableKind.FIGURES and not any(cells[len(entry.head) :])


def _key(kind: TableKind, text: str) -> str:
    return reduced(text) if kind is TableKind.FIGURES else as_evidence_number(text)


def _free_row(table: Element, entry: TableEntry) -> Element | None:
    """The first row in which nothing stands, else a new one that looks like the last."""
    _, *rows = inside(table, "tr")
    for line in rows:
        cells = inside(line, "tc")
        if len(cells) > entry.key and all(map(is_free, cells)):
            return line
    last = rows[-1] if rows else None
    if last is None or len(inside(last, "tc")) <= entry.key:
        return None
    new = deepcopy(last)
    for mark in [
        (one, child)
        for one in new.iter()
        for child in one
        if child.tag in (word_tag("bookmarkStart"), word_tag("bookmarkEnd"))
    ]:
        mark[0].remove(mark[1])
    for cell in inside(new, "tc"):
        put_text(cell, "")
    insert_behind(_holder(table, last), last, new)
    return new


def _holder(table: Element, row: Element) -> Element:
    return next(one for one in table.iter() if any(child is row for child in one))


def _write_row(line: Element, row: tuple[str, ...], entry: TableEntry, ledger: Ledger) -> None:
    """Write a whole row where nothing stands; columns that are not there any more are told."""
    cells = inside(line, "tc")
    for place, (cell, text) in enumerate(zip(cells, row, strict=False)):
        if text:
            put_text(cell, text)
            ledger.keep(_name(entry, row, place), text)
    told = _told(entry, row)
    ledger.note(entry.heading, told, Outcome.WRITTEN, text=_joined(row[1 : len(cells)]))
    if _joined(row[len(cells) :]):
        ledger.note(entry.heading, told, Outcome.MISSING, text=_joined(row[len(cells) :]))


def _joined(row: tuple[str, ...] | list[str]) -> str:
    return "、".join(filter(None, row))


def _name(entry: TableEntry, row: tuple[str, ...], place: int) -> str:
    """The name under which a cell is remembered."""
    return f"{entry.kind.name}:{entry.bookmark}:{_key(entry.kind, row[entry.key])}:{place}"


def _fill_row(
    line: Element, row: tuple[str, ...], columns: list[str], entry: TableEntry, ledger: Ledger
) -> None:
    cells = inside(line, "tc")
    told = _told(entry, row)
    for place, text in enumerate(row):
        if not text:
            continue
        column = columns[place] if place < len(columns) else ""
        what = told if place == entry.key else f"{told} {column}"
        if place >= len(cells):
            ledger.note(entry.heading, what, Outcome.MISSING, text=text)
            continue
        key = _key(entry.kind, row[entry.key])
        name = _name(entry, row, place)
        there = text_of(cells[place])
        # A number is the row's own, in whatever way it is written.
        if place == entry.key and _key(entry.kind, there) == key:
            ledger.keep(name, there)
            ledger.same += 1
        elif ledger.decide(name, entry.heading, what, there, text):
            put_text(cells[place], text)


def _told(entry: TableEntry, row: tuple[str, ...] | list[str]) -> str:
    """What a row is called: the table, and what the row is about."""
    return f"{entry.kind.value}“{row[entry.key]}”"
