"""Rows and columns that were inserted, deleted or put in another order."""

from collections.abc import Iterator

from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address, column_letters
from builder.formula.expression import Cell
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held


def check_lines(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every place where lines came or went, and one for an order disturbed."""
    yield from _rows(held)
    yield from _columns(held)


def _rows(held: Held[ScoredPlan]) -> Iterator[Finding]:
    for sheet, lines in held.alignment.rows.items():
        for jump in lines.jumps:
            code = "QA403" if jump.offset > 0 else "QA404"
            yield held.finding(code, Cell(sheet, jump.line, 1), actual=str(abs(jump.offset)))
        if lines.moved:
            first, count = lines.moved[0], len(lines.moved)
            cell = Cell(sheet, first, 1)
            yield held.finding("QA405", cell, expected=str(first), actual=str(count))


def _columns(held: Held[ScoredPlan]) -> Iterator[Finding]:
    for sheet, lines in held.alignment.columns.items():
        for jump in lines.jumps:
            code = "QA406" if jump.offset > 0 else "QA407"
            place = _head(held, Cell(sheet, 1, jump.line))
            yield Finding(code=code, place=place, actual=str(abs(jump.offset)))
        if lines.moved:
            first = lines.moved[0]
            place = _head(held, Cell(sheet, 1, first))
            yield Finding(code="QA408", place=place, expected=column_letters(first))


def _head(held: Held[ScoredPlan], cell: Cell) -> Place:
    """The head of a column; the first row, whatever else moved, is where a person looks."""
    found = held.alignment.locate(cell)
    return Place(path=held.path, sheet=found.sheet, cell=cell_address(1, found.column))
