"""Points that a table of its own gives to headings of the text."""

import re
from dataclasses import dataclass
from decimal import Decimal

from builder.notice.lines import Cell, Line, Table
from builder.notice.question import Question
from builder.notice.recognise.amounts import alone, split_points, written
from builder.notice.recognise.columns import Column, Headed, headed
from builder.notice.recognise.labels import Labelled, Mark, labelled, printed, squeezed
from builder.notice.recognise.node import Node
from builder.notice.recognise.weights import printed_weight
from builder.notice.recognise.work import Work

_SUM = re.compile(r"(?:合|总|小)\s*计|总\s*分")
_REMARK = re.compile(r"评分说明|说明[：:]|注\s*\d*[：:]")
_LONG = 20


@dataclass(kw_only=True)
class _Row:
    """One name of the table: its number, its points, its weight and the lines that print them."""

    number: str
    name: str
    points: Decimal | None
    lines: list[Line]
    weight: str = ""


def allot(work: Work) -> None:
    """Give the points of every such table to the headings it names."""
    for table, home in work.allotments:
        rows, after = _rows(work, table)
        scored = {squeezed(node.name) for node in work.walk if node.of_table}
        for row in rows:
            _give(work, row, in_tables=row.name in scored)
        if home is not None and table in home.raw:
            _place(work, table, home, after)


def known_names(allotments: list[tuple[Table, Node | None]]) -> dict[str, tuple[str, ...]]:
    """The names of tables with a column for each level, each with the names above it."""
    known: dict[str, tuple[str, ...]] = {}
    for table, _ in allotments:
        head = headed(table)
        levels = () if head is None else head.of(Column.LEVEL)
        if head is None or len(levels) <= 1:
            continue
        path: list[str] = []
        for row in table.rows[head.rows :]:
            for depth, at in enumerate(levels):
                if row[at].lines:
                    name = squeezed(labelled(split_points(row[at].text)[0]).rest)
                    path = [*path[:depth], name]
                    known.setdefault(name, tuple(path[:depth]))
    return known


def _rows(work: Work, table: Table) -> tuple[list[_Row], list[Line]]:
    head = headed(table)
    if head is None:
        return [], []
    rows: list[_Row] = []
    after: list[Line] = []
    for row in table.rows[head.rows :]:
        filled = [cell for cell in row if cell.lines]
        if not filled:
            continue
        first = filled[0]
        if _SUM.match(squeezed(first.text)):
            amounts = [alone(cell.text) for cell in filled[1:]]
            found = next((one for one in amounts if one is not None), None)
            work.head.total = work.head.total or found or split_points(first.text)[1]
            continue
        if after or (len(filled) == 1 and (_REMARK.match(first.text) or len(first.text) > _LONG)):
            after += [line for cell in filled for line in cell.lines]
            continue
        named: dict[int, _Row] = {}
        for at in head.of(Column.LEVEL):
            if row[at].lines:
                name, points = split_points(row[at].text)
                one = labelled(name)
                number = "" if one.mark is Mark.NONE else printed(one)
                entry = _Row(
                    number=number, name=squeezed(one.rest), points=points, lines=[*row[at].lines]
                )
                rows.append(entry)
                named[at] = entry
        _value(table, head, row, named)
    return rows, after


def _value(table: Table, head: Headed, row: tuple[Cell, ...], named: dict[int, _Row]) -> None:
    """Give the names of a row the points and weights that stand beside them."""
    for at in head.of(Column.POINTS):
        amount = alone(row[at].text) if row[at].lines else None
        near = [named[place] for place in _before(head, at) if place in named]
        free = [one for one in near if one.points is None]
        if amount is not None and free:
            # Those beside rows without the first name are of the last; else they are merged.
            given = free[-1 if _by_row(table, head, at) else 0]
            given.points = amount
            given.lines += row[at].lines
    for at in head.of(Column.WEIGHT):
        near = [named[place] for place in head.of(Column.LEVEL) if place < at and place in named]
        if near and row[at].lines:
            near[-1].weight = printed_weight(head.names[at], row[at].text)


def _before(head: Headed, at: int) -> list[int]:
    """The columns of names before a column of points, back to those with points of their own."""
    names = [place for place in head.of(Column.LEVEL) if place < at]
    points = [place for place in head.of(Column.POINTS) if names and place < names[-1]]
    return [place for place in names if place > max(points, default=-1)]


def _by_row(table: Table, head: Headed, at: int) -> bool:
    """Whether points stand in rows where the first of their names does not."""
    first = next(iter(_before(head, at)), at)
    return any(row[at].lines and not row[first].lines for row in table.rows[head.rows :])


def _give(work: Work, row: _Row, *, in_tables: bool) -> None:
    named = [node for node in work.walk if squeezed(node.name) == row.name]
    if in_tables:
        # The table of indicators has points of its own; it may lack the numbers.
        for node in named:
            if node.of_table and not node.head.label and row.number:
                node.head = Labelled(
                    mark=labelled(f"{row.number} x").mark, label=row.number, rest=node.name
                )
        named = [node for node in named if node.of_table]
    exact = [
        node for node in named if squeezed(node.label).rstrip(".、") == row.number.rstrip(".、")
    ]
    found = next(iter(exact or named), None)
    if found is not None and row.weight:
        found.weight = row.weight
    if found is None or row.points is None:
        return
    if found.points is not None and found.points != row.points:
        first, second = written(found.points), written(row.points)
        answer = work.ask(
            Question(
                key=f"points:{squeezed(found.title)}",
                subject=f"“{found.title}”的分值",
                words=f"“{found.title}”在正文写 {first} 分，在分值表写 {second} 分。以哪个为准？",
                proposal=first,
                place=row.lines[0].place,
                options=(first, second),
            )
        )
        found.points = Decimal(answer)
        work.head.remarks.append(
            (found.title, f"原文件正文印{first}分，分值表印{second}分，按{answer}分录入。")
        )
    else:
        found.points = row.points


def _place(work: Work, table: Table, home: Node, after: list[Line]) -> None:
    """Leave the table out where it only repeats the headings, else print it where it stands."""
    of_text = (home.head.mark is Mark.NONE and not home.lines) or home.scored
    at = home.raw.index(table)
    if of_text:
        work.leave(table.lines, "分值表，分值已写在各指标上")
        home.raw[at : at + 1] = []
        if after:
            head = labelled(after[0].text)
            named = Node(head=head, name=after[0].text, lines=after[:1], raw=[*after[1:]])
            work.roots.append(named)
    elif home.head.mark is Mark.TABLE and len(home.raw) == 1 and (above := work.parent(home)):
        # The caption stood behind the last heading and is no part of what that says.
        work.leave([*home.lines, *table.lines], "分值表，分值已写在各指标上")
        above.children.remove(home)
        above.raw += after
    elif after:
        home.raw[at + 1 : at + 1] = after
