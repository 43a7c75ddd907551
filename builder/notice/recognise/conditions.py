"""The circumstances that a requirement or a veto names, to be confirmed one by one."""

import re

from builder.notice.lines import Line, Table
from builder.notice.question import Question
from builder.notice.recognise.labels import labelled, squeezed
from builder.notice.recognise.node import Entry, Grid, Role
from builder.notice.recognise.work import Work

_CALLED = {Role.ELIGIBILITY: "参评条件", Role.VETO: "否决事项"}
_YES, _NO = "逐项列出", "不列"
_APART = re.compile(r"[；;]")
_FEWEST, _SHORTEST = 2, 4


def find_circumstances(work: Work) -> None:
    """Ask, once for each list, whether what stands between semicolons is confirmed apart."""
    for role, called in _CALLED.items():
        entries = [entry for node in work.walk if node.role is role for entry in node.entries]
        several = [entry for entry in entries if circumstances(entry)]
        if not several:
            continue
        count = sum(len(circumstances(entry)) for entry in several)
        few = "、".join(f"“{one[:16]}”" for one in circumstances(several[0])[:2])
        answer = work.ask(
            Question(
                key=f"circumstances:{role.name.lower()}",
                subject=f"{called}的情形",
                words=f"{called}里有 {len(several)} 条用分号隔开写了几种情形，共 {count} 种"
                f"（如{few}）。让申报者一种一种地确认吗？",
                proposal=_YES,
                place=several[0].lines[0].place if several[0].lines else "",
                options=(_YES, _NO),
            )
        )
        if answer == _YES:
            work.head.apart.add(role)


def as_conditions(work: Work, table: Table) -> list[Line | Table | Grid]:
    """The lines of a table with one condition in each row, nothing for a table of another kind.

    Beside the conditions nothing stands but numbers and boxes to tick.
    """
    head, *body = table.rows
    said = [max(row, key=lambda cell: len(cell.text)) for row in body]
    beside = [
        cell
        for row, one in zip(body, said, strict=True)
        for cell in row
        if cell.lines and cell is not one
    ]
    if not said or not all(_BESIDE.fullmatch(squeezed(cell.text)) for cell in beside):
        return []
    work.leave([line for cell in head for line in cell.lines], "表头")
    work.leave([line for cell in beside for line in cell.lines], "序号和供勾选的栏")
    return [line for cell in said for line in cell.lines]


# 1, □是 □否, 符合□ and the like.
_BESIDE = re.compile(
    r"\d{1,3}[.、]?|(?:[□☐○]?(?:是|否|有|无|符合|不符合|满足|不满足)[□☐○/、]?)+|[□☐√/]+"
)


def circumstances(entry: Entry) -> tuple[str, ...]:
    """What an entry says between semicolons, word for word; nothing where it says one thing."""
    whole = labelled(entry.text).rest
    before, sign, after = whole.partition("：")
    text = after if sign and not _APART.search(before) else whole
    pieces = [piece.strip().rstrip("。") for piece in _APART.split(text)]
    named = tuple(piece for piece in pieces if len(piece) >= _SHORTEST)
    return named if len(named) >= _FEWEST else ()
