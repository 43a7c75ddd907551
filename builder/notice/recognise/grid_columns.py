"""What the columns of a table of indicators hold, where what stands in them tells it."""

import re
from dataclasses import replace

from builder.notice.lines import Table
from builder.notice.recognise.amounts import split_points
from builder.notice.recognise.columns import Column, Headed
from builder.notice.recognise.labels import squeezed

SUM = re.compile(r"(?:合|总|小)\s*计|总\s*分")
# 1 and beneath it 1-1 or 1.1, in a column of their own.
NESTED = re.compile(r"\d{1,2}(?:[-.．]\d{1,2})*[.、]?")
ORDINAL = re.compile(r"\d{1,3}[.、．]?")
_FEW_POINTS = 0.3


def with_ordinals(table: Table, head: Headed) -> Headed:
    """The head, a column called by a level in which nothing but numbers stand counted as such."""
    columns = list(head.columns)
    for at in head.of(Column.LEVEL):
        texts = [row[at].text for row in table.rows[head.rows :] if row[at].lines]
        if texts and all(ORDINAL.fullmatch(text) or SUM.match(squeezed(text)) for text in texts):
            columns[at] = Column.NUMBER
    return replace(head, columns=tuple(columns))


def has_nested(table: Table, head: Headed) -> bool:
    """Whether the column of numbers says what stands beneath what."""
    texts = [squeezed(row[at].text) for row in table.rows for at in head.of(Column.NUMBER)]
    return any(NESTED.fullmatch(text) and len(re.findall(r"\d+", text)) > 1 for text in texts)


def levels_of(table: Table, head: Headed) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The columns of levels and those of criteria; without the latter the lowest levels are."""
    levels = head.of(Column.LEVEL)
    criteria = tuple(
        at for at, column in enumerate(head.columns) if column in (Column.CRITERIA, Column.STANDARD)
    )
    graded = head.of(Column.BAND) and not head.of(Column.OTHER)
    valued = any(map(head.of, (Column.POINTS, Column.WEIGHT, Column.OPTION)))
    if criteria or graded or valued:
        if not levels and criteria:
            return criteria[:1], criteria[1:]
        return levels, criteria
    moved: tuple[int, ...] = ()
    while len(levels) > 1 and _share_with_points(table, head, levels[-1]) <= _FEW_POINTS:
        moved = (levels[-1], *moved)
        levels = levels[:-1]
    return levels, moved


def _share_with_points(table: Table, head: Headed, at: int) -> float:
    cells = [row[at] for row in table.rows[head.rows :] if at < len(row) and row[at].lines]
    pointed = sum(split_points(cell.text)[1] is not None for cell in cells)
    return pointed / len(cells) if cells else 0
