"""Rows of an office's list that nobody sees, and that count all the same."""

from collections.abc import Iterator
from dataclasses import replace

from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address
from builder.model.returned import ReturnedSheet
from builder.pipeline.list_values import text_of


def hidden_entries(sheet: ReturnedSheet, head: int, place: Place) -> Iterator[Finding]:
    """One hint for all written rows below the head that are hidden or filtered out."""
    written = {row for (row, _), cell in sheet.cells.items() if row > head and text_of(cell)}
    hidden = sorted(written.intersection(sheet.look.hidden_rows))
    if hidden:
        where = replace(place, cell=cell_address(hidden[0], 1))
        yield Finding.at("QA876", where, row=str(hidden[0]), actual=str(len(hidden)))
