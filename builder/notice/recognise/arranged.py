"""Tables whose parts stand elsewhere than one under another, put under one head with rows."""

from dataclasses import replace

from builder.notice.lines import Cell, Table
from builder.notice.recognise.columns import Column, meaning
from builder.notice.recognise.labels import squeezed

_FEWEST = 2


def turned(table: Table) -> Table:
    """A card of one indicator, each name with what it says beside it, as a head and a row."""
    pairs: list[tuple[Cell, Cell]] = []
    for row in table.rows:
        shown = [cell for cell in row if not cell.covered]
        if len(shown) % 2:
            return table
        pairs += zip(shown[::2], shown[1::2], strict=True)
    names = [squeezed(name.text) for name, _ in pairs]
    known = {Column.LEVEL, Column.CRITERIA, Column.POINTS} <= set(map(meaning, names))
    named = [said for _, said in pairs if meaning(said.text) is not Column.OTHER]
    if not known or named or len(set(names)) < len(names):
        return table
    rows = ([replace(cell, across=1, down=1) for cell in row] for row in zip(*pairs, strict=True))
    return replace(table, rows=tuple(map(tuple, rows)))


def unfolded(table: Table) -> Table:
    """A table of which the head is printed several times side by side, one part under another."""
    names = [squeezed(cell.text) for cell in table.rows[0]]
    for parts in (2, 3):
        wide, rest = divmod(len(names), parts)
        if rest or wide < _FEWEST or names != names[:wide] * parts or "" in names:
            continue
        rows = [row[at * wide : (at + 1) * wide] for at in range(parts) for row in table.rows]
        return replace(table, rows=tuple(row for row in rows if any(cell.lines for cell in row)))
    return table
