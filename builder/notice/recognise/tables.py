"""What each table of the outline is: indicators, points set apart, bands, or only a table."""

import re

from builder.load.amounts import amount_of, is_worth
from builder.notice.lines import Cell, Line, Table
from builder.notice.recognise.allotments import known_names
from builder.notice.recognise.amounts import alone, band_name, split_points
from builder.notice.recognise.arranged import turned, unfolded
from builder.notice.recognise.columns import (
    Column,
    Headed,
    has_bands,
    headed,
    with_options,
)
from builder.notice.recognise.conditions import as_conditions
from builder.notice.recognise.grid import GridReader
from builder.notice.recognise.headless import asked_head
from builder.notice.recognise.labels import labelled, squeezed
from builder.notice.recognise.node import Grid, Node
from builder.notice.recognise.roles import is_condition
from builder.notice.recognise.sections import with_sections
from builder.notice.recognise.work import Work
from builder.notice.recognise.worths import with_one_worth

_CONTINUED = re.compile(r"[（(]?\s*续\s*表?.{0,6}[)）]?|续表.{0,12}|.{0,20}[（(]续[)）]")
_HALF = 0.5


def read_tables(work: Work) -> None:
    """Turn every table into nodes where it holds indicators, else keep it where it stands."""
    names = {squeezed(node.name) for node in work.walk}
    for node in (*work.walk,):
        rest: list[Line | Table | Grid] = []
        for block in _merged(work, node.raw):
            if not isinstance(block, Table):
                rest.append(block)
            else:
                rest += _read(work, node, block, names)
        node.raw = rest


def keep_tables(work: Work) -> None:
    """Print the tables that are left as they are, under their heading."""
    for node in work.walk:
        raw: list[Line | Table | Grid] = []
        for block in node.raw:
            raw += _kept(work, node, block) if isinstance(block, Table) else (block,)
        node.raw = raw


def _kept(work: Work, node: Node, table: Table) -> list[Line | Table | Grid]:
    """A table to be printed, and the note in its last row as lines behind it."""
    rows = table.rows[:-1] if _is_note(table.rows[-1]) else table.rows
    after = [line for row in table.rows[len(rows) :] for cell in row for line in cell.lines]
    texts = [["<br>".join(line.text for line in cell.lines) for cell in row] for row in rows]
    if has_bands(table):
        texts = [
            [band_name(text) if _PERCENTS.match(text) else text for text in row] for row in texts
        ]
    lines = [line for row in rows for cell in row for line in cell.lines]
    work.use(lines, f"“{node.title}”下的表")
    return [Grid(rows=texts, lines=lines), *after]


_PERCENTS = re.compile(r"\d{1,3}\s*[%％]")


def _is_note(row: tuple[Cell, ...]) -> bool:
    filled = [cell for cell in row if cell.lines]
    return len(filled) == 1 and filled[0].text.startswith("注")


def _read(work: Work, node: Node, table: Table, names: set[str]) -> list[Line | Table | Grid]:
    """What stays under the heading where the table stood."""
    if is_condition(squeezed(node.name)) and (said := as_conditions(work, table)):
        return said
    table = unfolded(table)
    head = headed(table)
    head = asked_head(work, node, table) if head is None else with_options(table, head)
    if head is not None:
        table = with_one_worth(work, table, head)
        table, head = with_sections(table, head)
    if (
        head is None
        or _gives_options(node, table, head)
        or (not head.of(Column.LEVEL) and not head.of(Column.CRITERIA))
    ):
        return [table]
    described = bool(head.of(Column.CRITERIA) or head.of(Column.STANDARD))
    if not described and _is_allotment(table, head, names):
        work.allotments.append((table, node))
        return [table]
    # Bands over columns say what each indicator of a row must be; bands down a column none does.
    named = head.of(Column.LEVEL) or (head.of(Column.BAND) and head.of(Column.POINTS))
    if has_bands(table) and not named:
        return [table]
    if (
        not described
        and not head.of(Column.WEIGHT)
        and not any(
            split_points(cell.text)[1] is not None or alone(cell.text) is not None
            for row in table.rows[head.rows :]
            for cell in row
        )
    ):
        return [table]
    reader = GridReader(work, table, head, known_names(work.allotments))
    roots = reader.read()
    valued = any(root.scored or any(node.weight for node in root.walk) for root in roots)
    if not valued and not described:
        return [table]
    _go_on(node.children, roots)
    return [*reader.after]


def _go_on(before: list[Node], roots: list[Node]) -> None:
    """Put what a table says behind what stands before it, the first of it where that goes on."""
    if before and roots and before[-1].of_table and _is_same(before[-1], roots[0]):
        last, (first, *roots) = before[-1], roots
        last.children += first.children
        last.contents += first.contents
        last.lines += first.lines
    before += roots


def _is_same(node: Node, again: Node) -> bool:
    """Whether a name is printed again, with the same points or with none."""
    same = squeezed(node.title) == squeezed(again.title)
    return same and again.points in (None, node.points)


def _gives_options(node: Node, table: Table, head: Headed) -> bool:
    """Whether a table under an indicator gives points to options, which do not add up to its own.

    It has one column of words, and one of points.
    """
    words = [*head.of(Column.LEVEL), *head.of(Column.CRITERIA), *head.of(Column.STANDARD)]
    points = head.of(Column.POINTS)
    if node.points is None or len(words) != 1 or len(points) != 1:
        return False
    rows = [row[points[0]].text for row in table.rows[head.rows :] if row[words[0]].lines]
    amounts = [amount_of(text) for text in rows]
    return all(map(is_worth, rows)) and sum(filter(None, amounts)) != node.points


def _is_allotment(table: Table, head: Headed, names: set[str]) -> bool:
    """Whether a table only gives points to what the text names elsewhere."""
    found = [
        squeezed(split_points(labelled(cell.text).rest)[0])
        for row in table.rows[head.rows :]
        for at in head.of(Column.LEVEL)
        if (cell := row[at]).lines
    ]
    return bool(found) and sum(name in names for name in found) / len(found) > _HALF


def _merged(work: Work, blocks: list[Line | Table | Grid]) -> list[Line | Table | Grid]:
    """The blocks with tables put together that only a page broke in two."""
    merged: list[Line | Table | Grid] = []
    waiting: list[Line] = []
    for block in (turned(one) if isinstance(one, Table) else one for one in blocks):
        last = merged[-1] if merged else None
        if isinstance(block, Line) and isinstance(last, Table) and _CONTINUED.fullmatch(block.text):
            waiting.append(block)
        elif isinstance(block, Table) and isinstance(last, Table) and _goes_on(last, block):
            rows = last.rows + block.rows
            merged[-1] = Table(rows=rows, place=last.place)
            work.leave(waiting, "跨页的续表标记")
            waiting = []
        else:
            merged += [*waiting, block]
            waiting = []
    return [*merged, *waiting]


def _goes_on(above: Table, below: Table) -> bool:
    """Whether a table has the head of the one above it, or none and as many columns."""
    if len(above.rows[0]) != len(below.rows[0]):
        return False
    first, second = headed(above), headed(below)
    if first is None:
        return False
    return second is None or first.names == second.names
