"""The years that the kit could not name: on the cover, and over the columns of its tables."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from builder.model.compared_text import reduced
from builder.ooxml.word_markup import word_tag
from builder.word import words
from builder.word.filling import Outcome
from builder.write.fill.gaps import put_line
from builder.write.fill.ledger import Ledger
from builder.write.fill.markup import blocks, inside, text_of


def fill_years(body: Element, years: Mapping[str, str], ledger: Ledger) -> None:
    """Say the year where the kit says how far it lies back, or where an earlier run said one."""
    lines = tuple(_lines(body))
    for label, year in years.items():
        name = f"YEAR:{label}"
        stale = [
            line
            for line, said in lines
            if said != reduced(year) and (said == reduced(label) or ledger.is_unchanged(name, said))
        ]
        for line in stale:
            put_line(line, year)
        if stale:
            outcome = Outcome.UPDATED if ledger.was_written(name) else Outcome.WRITTEN
            ledger.note(words.YEARS, label, outcome, text=f"{year}，{len(stale)} 处")
            ledger.keep(name, year)


def _lines(body: Element) -> Iterator[tuple[Element, str]]:
    """The paragraphs of their own and those in the first rows of tables, with what they say."""
    for block, _ in blocks(body):
        rows = inside(block, "tr")[:1] if block.tag == word_tag("tbl") else ()
        cells = (cell for row in rows for cell in inside(row, "tc"))
        inner = (one for cell in cells for one, _ in blocks(cell) if one.tag == word_tag("p"))
        for line in inner if block.tag == word_tag("tbl") else (block,):
            yield line, reduced(text_of(line))
