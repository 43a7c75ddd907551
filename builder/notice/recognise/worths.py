"""A table with several columns of points for the same indicators: a scheme is made by one of them.

Such are the points of large companies and those of small ones; a person says whose are meant.
"""

from dataclasses import replace

from builder.notice.lines import Cell, Table
from builder.notice.question import Question
from builder.notice.recognise.columns import Column, Headed
from builder.notice.recognise.work import Work


def with_one_worth(work: Work, table: Table, head: Headed) -> Table:
    """The table with the column of points that a person chose, the cells of the others emptied."""
    last = max(head.of(Column.LEVEL) + head.of(Column.CRITERIA), default=0)
    worths = [at for at in head.of(Column.POINTS) if at > last]
    filled = [sum(bool(row[at].lines) for at in worths) for row in table.rows[head.rows :]]
    rivals = sum(count >= _SEVERAL for count in filled)
    if 2 * rivals <= sum(map(bool, filled)):
        # Each row has points in one of them: they are those of different levels.
        return table
    names = [head.names[at] for at in worths]
    several = [
        name if names.count(name) == 1 else f"{name}（第{at + 1}栏）"
        for name, at in zip(names, worths, strict=True)
    ]
    chosen = work.ask(
        Question(
            key=f"worth:{'、'.join(several)}",
            subject="有几栏分值",
            words=f"这张表有 {len(several)} 栏分值：{'、'.join(several)}。一个方案只用一栏，"
            "其余各栏不写进这个方案（各做一个方案的，再导入一次，选另一栏）。这次用哪一栏？",
            proposal=several[0],
            place=table.place,
            options=tuple(several),
        )
    )
    others = [at for at, name in zip(worths, several, strict=True) if name != chosen]
    for row in table.rows[head.rows :]:
        for at in others:
            work.leave(row[at].lines, f"另一栏分值，这个方案用的是“{chosen}”")
    body = (
        tuple(Cell() if at in others else cell for at, cell in enumerate(row))
        for row in table.rows[head.rows :]
    )
    return replace(table, rows=(*table.rows[: head.rows], *body))


_SEVERAL = 2
