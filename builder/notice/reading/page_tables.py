"""The tables of a printed page, and those that go on over the page put together again."""

import re
from collections.abc import Callable
from typing import Any

from builder.frozen import frozen
from builder.notice.lines import Cell, Line, Table, rectangular
from builder.notice.reading.page_lines import Printed, gap, goes_on, joined, printed

Box = tuple[float, float, float, float]
# How far the same edge may stand apart on two pages.
_NEAR = 3.0
_WIDEST_PAD = 8.0
_AMOUNT = re.compile(r"\s*[（(]?\d+(?:\.\d+)?\s*分?[)）]?\s*")


@frozen
class PrintedCell:
    """A cell with its texts, and its last and first line as they are printed."""

    texts: tuple[str, ...]
    lines: tuple[Printed, ...] = ()
    left: float = 0.0
    right: float = 0.0


@frozen
class PrintedTable:
    """The rows of a table, ``None`` where a cell is covered, and where its columns begin."""

    rows: tuple[tuple[PrintedCell | None, ...], ...]
    edges: tuple[float, ...]
    place: str


def read_table(table: Any, lines_of: Callable[[Any], list[Any]], place: str) -> PrintedTable:
    """One table of a page; ``lines_of`` gives the lines that some characters make."""
    boxes = [[*row.cells] for row in table.rows]
    chars = _by_cell([box for row in boxes for box in row if box], table.page.chars)
    found = {box: [printed(one) for one in lines_of(inside)] for box, inside in chars.items()}
    pads = [lines[0].left - box[0] for box, lines in found.items() if lines]
    pad = min((each for each in pads if each >= 0), default=0.0)
    rows = tuple(
        tuple(None if box is None else _cell(box, found.get(box, []), pad) for box in row)
        for row in boxes
    )
    edges = tuple(sorted({round(box[0]) for row in boxes for box in row if box}))
    return PrintedTable(rows=rows, edges=edges, place=place)


def _by_cell(boxes: list[Box], chars: list[Any]) -> dict[Box, list[Any]]:
    """The characters by the cell that their middle lies in."""
    found: dict[Box, list[Any]] = {}
    for char in chars:
        across, down = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        for box in boxes:
            if box[0] <= across <= box[2] and box[1] <= down <= box[3]:
                found.setdefault(box, []).append(char)
                break
    return found


def _cell(box: Box, lines: list[Printed], pad: float) -> PrintedCell:
    left, right = box[0] + pad, box[2] - min(pad, _WIDEST_PAD)
    texts = tuple(joined(lines, left, right))
    return PrintedCell(texts=texts, lines=tuple(lines), left=left, right=right)


def goes_over(above: PrintedTable, below: PrintedTable) -> bool:
    """Whether a table at the head of a page has the columns of the one before it."""
    return len(above.edges) == len(below.edges) and all(
        abs(one - other) <= _NEAR for one, other in zip(above.edges, below.edges, strict=True)
    )


def with_broken_row(above: PrintedTable, below: PrintedTable) -> tuple[PrintedTable, PrintedTable]:
    """Both with the row put together that the end of the page broke, where there is one."""
    if not above.rows or not below.rows or len(above.rows[-1]) != len(below.rows[0]):
        return above, below
    upper, lower = above.rows[-1], below.rows[0]
    if not _is_broken(upper, lower):
        return above, below
    row = tuple(_put_together(one, other) for one, other in zip(upper, lower, strict=True))
    rows = (*above.rows[:-1], row)
    return (
        PrintedTable(rows=rows, edges=above.edges, place=above.place),
        PrintedTable(rows=below.rows[1:], edges=below.edges, place=below.place),
    )


def _is_broken(
    upper: tuple[PrintedCell | None, ...], lower: tuple[PrintedCell | None, ...]
) -> bool:
    """Whether a cell of the row goes on below, and no other of its cells says something new."""
    at = next((n for n, cell in enumerate(lower) if cell is not None and cell.texts), None)
    if at is None:
        return False
    one, other = upper[at], lower[at]
    if one is None or other is None or not one.lines:
        return False
    scored = any(
        first is not None and second is not None and _is_amount(first) and _is_amount(second)
        for first, second in zip(upper[at + 1 :], lower[at + 1 :], strict=True)
    )
    return _goes_on(one, other) and not scored


def _goes_on(one: PrintedCell, other: PrintedCell) -> bool:
    return goes_on(one.lines[-1], other.lines[0], one.texts[-1], other.left, one.right)


def _is_amount(cell: PrintedCell) -> bool:
    """Whether a cell holds points of its own, which no row has twice."""
    return _AMOUNT.fullmatch("".join(cell.texts)) is not None


def _put_together(one: PrintedCell | None, other: PrintedCell | None) -> PrintedCell | None:
    if one is None or other is None or not other.texts:
        return one
    if not one.texts:
        return other
    first, second = one.texts, other.texts
    if _goes_on(one, other):
        whole = f"{first[-1]}{gap(first[-1], second[0])}{second[0]}"
        first, second = (*first[:-1], whole), second[1:]
    return PrintedCell(
        texts=(*first, *second), lines=other.lines, left=other.left, right=other.right
    )


def as_table(table: PrintedTable, numbered: Callable[[str, str], tuple[Line, ...]]) -> Table:
    """The table as a notice holds it."""
    rows = [
        [
            Cell(covered=True)
            if cell is None
            else Cell(lines=numbered("\n".join(cell.texts), table.place))
            for cell in row
        ]
        for row in table.rows
    ]
    return Table(rows=rectangular(rows), place=table.place)
