"""A report of an older layout in the words of the present one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.findings.finding import Finding
from builder.model.compared_text import reduced
from builder.model.returned_document import Block, ReturnedDocument, ReturnedParagraph
from builder.word.older_layouts import OlderReport

_MISSING_HEADING = "QA451"


def in_present_words(document: ReturnedDocument, older: OlderReport | None) -> ReturnedDocument:
    """The report, with what its kit printed itself as the present kit prints it."""
    if older is None or not older.texts:
        return document
    return replace(document, blocks=tuple(_block(block, older) for block in document.blocks))


def without_new_headings(
    findings: Iterable[Finding], older: OlderReport | None
) -> Iterator[Finding]:
    """The findings, without those that miss a heading which came with the present layout."""
    absent = () if older is None else older.absent
    for one in findings:
        if one.code != _MISSING_HEADING or one.expected not in absent:
            yield one


def _block(block: Block, older: OlderReport) -> Block:
    present = older.present
    if isinstance(block, ReturnedParagraph):
        text = present.get(reduced(block.text))
        return block if text is None else replace(block, text=text)
    rows = tuple(tuple(present.get(reduced(cell), cell) for cell in row) for row in block.rows)
    return replace(block, rows=rows)
