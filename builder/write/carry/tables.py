"""The kit's own tables: what was typed in the old ones, written into the new ones."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from itertools import zip_longest
from xml.etree.ElementTree import Element, SubElement

from builder.model.compared_text import reduced
from builder.ooxml.namespaces import local_name
from builder.ooxml.word_markup import word_tag
from builder.write.carry.body import rows_of, texts_of

Rows = Sequence[Sequence[str]]


def typed_rows(table: Element, blank: Rows) -> list[list[str]]:
    """The rows under the header in which something stands that the blank table has not."""
    known = {tuple(map(reduced, row)) for row in blank}
    return [row for row in texts_of(table)[1:] if tuple(map(reduced, row)) not in known]


def same_head(one: Rows, other: Rows, columns: int) -> bool:
    """Whether two tables begin with the same headings."""
    heads = [tuple(map(reduced, rows[0][:columns])) if rows else () for rows in (one, other)]
    return bool(heads[0]) and heads[0] == heads[1]


def write_rows(table: Element, rows: Rows, keys: int) -> None:
    """Write rows into a table: where the first ``keys`` cells are printed so, else in blank rows.

    A table without a blank row left gets more of them.
    """
    taken: set[int] = set()
    there = texts_of(table)
    for row in rows:
        place = next(
            (
                number
                for number, texts in enumerate(there)
                if number and number not in taken and _fits(texts, row, keys)
            ),
            0,
        )
        if not place:
            place = _blank(there, taken, keys) or _added(table, there)
        taken.add(place)
        for cell, text in zip(rows_of(table)[place], row, strict=False):
            if text:
                _write(cell, text)
        there[place] = [text.strip() or said for said, text in _beside(there[place], row)]


def _fits(texts: Sequence[str], row: Sequence[str], keys: int) -> bool:
    head = [reduced(text) for text in texts[:keys]]
    return any(head) and head == [reduced(text) for text in row[:keys]]


def _blank(there: Rows, taken: set[int], keys: int) -> int:
    """A row with nothing in it but perhaps its number."""
    first = 0 if keys else 1
    return next(
        (
            number
            for number, texts in enumerate(there)
            if number and number not in taken and not any(texts[first:])
        ),
        0,
    )


def _beside(texts: Sequence[str], row: Sequence[str]) -> Iterable[tuple[str, str]]:
    return zip_longest(texts, row[: len(texts)], fillvalue="")


def _added(table: Element, there: list[list[str]]) -> int:
    """The number of one more row at the end of a table, and of what stands in its rows."""
    rows = [row for row in table if local_name(row) == "tr"]
    made = deepcopy(rows[-1])
    for cell in made.iter(word_tag("tc")):
        _write(cell, "")
    table.insert(list(table).index(rows[-1]) + 1, made)
    there.append(["" for _ in there[-1]])
    return len(rows)


def _write(cell: Element, text: str) -> None:
    """Put a text into the first paragraph of a cell, which keeps its look."""
    paragraphs = cell.findall(word_tag("p"))
    if not paragraphs:
        return
    for run in paragraphs[0].findall(word_tag("r")):
        paragraphs[0].remove(run)
    run = SubElement(paragraphs[0], word_tag("r"))
    for number, line in enumerate(text.split("\n")):
        if number:
            SubElement(run, word_tag("br"))
        piece = SubElement(run, word_tag("t"))
        piece.text = line
        piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
