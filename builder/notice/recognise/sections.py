"""Headings that a table prints across its whole width: each kind of them gets a column."""

from dataclasses import replace

from builder.notice.lines import Cell, Table
from builder.notice.recognise.amounts import split_points
from builder.notice.recognise.columns import Column, Headed, is_repeated
from builder.notice.recognise.grid_columns import SUM
from builder.notice.recognise.labels import Mark, labelled, squeezed

_Row = tuple[Cell, ...]
_LONGEST = 45
_OVER = (Mark.CHAPTER, Mark.CHINESE, Mark.CHINESE_BRACKETS)


def with_sections(table: Table, head: Headed) -> tuple[Table, Headed]:
    """The table with what stands across it put before the rows below, as the levels above them."""
    body = table.rows[head.rows :]
    found = [_section(row, head) for row in body]
    kinds = list(dict.fromkeys(labelled(one.text).mark for one in found if one is not None))
    if not kinds:
        return table, head
    rows: list[_Row] = [(*(Cell() for _ in kinds), *row) for row in table.rows[: head.rows]]
    waiting: list[Cell] = [Cell() for _ in kinds]
    for row, one in zip(body, found, strict=True):
        if one is not None:
            waiting[kinds.index(labelled(one.text).mark)] = replace(one, across=1, covered=False)
            continue
        if is_repeated(row, table, head):
            rows.append((*(Cell() for _ in kinds), *row))
            continue
        rows.append((*waiting, *row))
        waiting = [Cell() for _ in kinds]
    columns = (*(Column.LEVEL for _ in kinds), *head.columns)
    names = (*("类别" for _ in kinds), *head.names)
    return replace(table, rows=tuple(rows)), replace(head, columns=columns, names=names)


def _section(row: _Row, head: Headed) -> Cell | None:
    """The cell of a row that holds nothing but a heading over the rows below it."""
    filled = [(at, cell) for at, cell in enumerate(row) if cell.lines]
    if len(filled) != 1 or len(row) <= 1:
        return None
    ((at, cell),) = filled
    text = cell.text
    # Where the file knows of no merged cells, a table with levels has its names in these.
    over = cell.across >= max(len(row) - 1, 2) or (not at and not head.of(Column.LEVEL))
    named = split_points(text)[1] is not None or labelled(text).mark in _OVER
    plain = len(text) <= _LONGEST and "。" not in text and SUM.match(squeezed(text)) is None
    return cell if over and named and plain else None
