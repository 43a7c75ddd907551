"""The kit's own tables in a returned report, known by what stands at the head of their columns."""

from collections.abc import Sequence

from builder.formula.blank import is_blank
from builder.model.compared_text import reduced
from builder.model.returned_document import ReturnedTable
from builder.word import words
from builder.word.written import TableRows

# The columns before the first year say which figure is meant.
FIRST_YEAR = len(words.FIGURES_BEFORE)


def evidence_rows(tables: Sequence[ReturnedTable]) -> TableRows | None:
    """The rows of the evidence tables among ``tables``; ``None`` where there is none."""
    return _rows(tables, words.EVIDENCE_HEADER[:2])


def figure_rows(tables: Sequence[ReturnedTable]) -> TableRows | None:
    """The rows of the three-year tables."""
    return _rows(tables, words.FIGURES_BEFORE)


def checklist_rows(tables: Sequence[ReturnedTable]) -> TableRows | None:
    """The rows of 证实性材料清单."""
    return _rows(tables, words.CHECKLIST_HEADER[:2])


def own_tables(
    tables: Sequence[ReturnedTable], printed: Sequence[TableRows]
) -> tuple[TableRows, ...]:
    """The tables that are neither the kit's nor those which the kit prints for reading."""
    kits = (words.EVIDENCE_HEADER[:2], words.FIGURES_BEFORE, words.CHECKLIST_HEADER[:2])
    known = {_text(table) for table in printed}
    return tuple(
        table.rows
        for table in tables
        if not any(_begins(table, head) for head in kits) and _text(table.rows) not in known
    )


def is_filled(rows: TableRows, first: int = 0) -> bool:
    """Whether anything stands in the columns from ``first``."""
    return any(not is_blank(cell) for row in rows for cell in row[first:])


def _rows(tables: Sequence[ReturnedTable], head: tuple[str, ...]) -> TableRows | None:
    found = [table.rows[1:] for table in tables if _begins(table, head)]
    return tuple(row for rows in found for row in rows) if found else None


def _begins(table: ReturnedTable, head: tuple[str, ...]) -> bool:
    cells = table.rows[0] if table.rows else ()
    return tuple(map(reduced, cells[: len(head)])) == head


def _text(rows: TableRows) -> str:
    return "|".join(reduced(cell) for row in rows for cell in row)
