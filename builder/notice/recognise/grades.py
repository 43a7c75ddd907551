"""A notice without points whose indicators are told in grades: each reaches one of the same list.

Either every indicator has a table of its own under the same heads or a line for each grade, or one
table has an indicator in each row and a grade over each column. A person says that these are
grades, and which is lowest.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from builder.notice.lines import Line, Table
from builder.notice.question import Question
from builder.notice.recognise.columns import Column, Headed, column_names, meaning
from builder.notice.recognise.grid import GridReader
from builder.notice.recognise.labels import squeezed
from builder.notice.recognise.node import Node
from builder.notice.recognise.work import Work

_UPWARDS, _DOWNWARDS, _NONE = "由低到高", "由高到低", "不是分级"
_NAME = re.compile(
    r"\d{0,2}[A-E]{1,5}\d?|.{1,5}(?:级|等|档|星)|[甲乙丙丁]|优秀?|良好?|中等?|较?[好差]|一般|[金银铜]奖?"
    r"|(?:基本|不)?(?:合格|达标|符合)|基础|提升|先进|引领|卓越|领先"
)
_HEADS = re.compile(r"级别|等级|档次|要求|内容|标准|条件")
_HIGH = tuple("优甲特金好卓领")
_COUNT = "一二三四五六七八九十"
_FEWEST, _PAIR = 2, 2
# 【C】符合要求。 and 一级：有计划。
_LINE = re.compile(
    r"[【\[〔［](?P<inside>[^】\]〕］]{1,6})[】\]〕］]|(?P<before>[^：:，。]{1,6})[：:]"
)
_Place = tuple[Node, Table | Line, Headed | None]


def find_grades(work: Work) -> None:
    """Ask about the grades of a notice that gives no points, and take its indicators by them."""
    if any(root.scored for root in work.roots):
        return
    names, places = _most(work)
    count = sum(map(_count, places))
    if count < _FEWEST:
        return
    answer = work.ask(
        Question(
            key="grades",
            subject="只有等级，没有分",
            words=f"通知没有分值，有 {count} 项都按“{'、'.join(names)}”分级。"
            "每项够哪一级就是哪一级，整体取最低的一级，对吗？对的，这几级是由低到高，还是由高到低印的？",
            proposal=_DOWNWARDS if _falls(names) else _UPWARDS,
            place=places[0][1].place,
            options=(_UPWARDS, _DOWNWARDS, _NONE),
        )
    )
    if answer == _NONE:
        return
    work.head.grades = [*names] if answer == _UPWARDS else [*reversed(names)]
    work.head.total = Decimal(len(names))
    for node, block, head in places:
        if head is None or not isinstance(block, Table):
            node.graded = True
        else:
            _open(work, node, block, head)


def _count(place: _Place) -> int:
    """How many indicators stand there."""
    _, block, head = place
    return 1 if head is None or not isinstance(block, Table) else len(block.rows) - head.rows


def _open(work: Work, node: Node, table: Table, head: Headed) -> None:
    """Put the indicators of a table under the heading it stood under."""
    reader = GridReader(work, table, head, {})
    for root in reader.read():
        node.children.append(root)
        for one in root.walk:
            one.graded = not one.children
    at = node.raw.index(table)
    node.raw[at : at + 1] = reader.after


def _most(work: Work) -> tuple[tuple[str, ...], list[_Place]]:
    """The grades that most tables are about, and where these stand."""
    found: dict[tuple[str, ...], list[_Place]] = {}
    for node in work.walk:
        lines = [one for one in node.raw if isinstance(one, Line)]
        called = tuple(name for one in lines if (name := _called(one)))
        if _are_grades(called):
            found.setdefault(called, []).append((node, lines[0], None))
        for table in (one for one in node.raw if isinstance(one, Table)):
            head = _matrix(table)
            if head is not None:
                names = tuple(head.names[at] for at in head.of(Column.BAND))
                found.setdefault(names, []).append((node, table, head))
            for names in _own(table):
                found.setdefault(names, []).append((node, table, None))
    return max(found.items(), key=lambda one: len(one[1]), default=((), []))


def _called(line: Line) -> str:
    """The grade that a line begins with, empty where it begins with none."""
    match = _LINE.match(line.text)
    name = "" if match is None else squeezed(match["inside"] or match["before"])
    return name if _NAME.fullmatch(name) else ""


def _own(table: Table) -> Iterator[tuple[str, ...]]:
    """The grades of a table that belongs to one indicator: across its head, or down its rows."""
    texts = [[squeezed(cell.text) for cell in row] for row in table.rows]
    if len(texts) == _PAIR and _are_grades(texts[0]):
        yield tuple(texts[0])
    if len(texts[0]) == _PAIR:
        headed = all(_HEADS.search(text) for text in texts[0])
        names = [row[0] for row in texts[headed:]]
        if _are_grades(names):
            yield tuple(names)


def _matrix(table: Table) -> Headed | None:
    """The head of a table with an indicator in each row and a grade over each other column."""
    rows = _PAIR if any(cell.across > 1 for cell in table.rows[0]) else 1
    names = column_names(table.rows[:rows])
    kinds = [*takewhile(lambda one: one in (Column.NUMBER, Column.LEVEL), map(meaning, names))]
    grades = names[len(kinds) :]
    if Column.LEVEL not in kinds or not _are_grades(grades) or len(table.rows) <= rows:
        return None
    return Headed(rows=rows, columns=(*kinds, *(Column.BAND for _ in grades)), names=names)


def _are_grades(texts: Sequence[str]) -> bool:
    different = len(set(texts)) == len(texts)
    named = all(_NAME.fullmatch(squeezed(text)) for text in texts)
    return len(texts) >= _FEWEST and different and named


def _falls(names: Sequence[str]) -> bool:
    """Whether the first of the grades is thought to be the highest."""
    first, last = (_worth(names[0]), _worth(names[-1]))
    return names[0].startswith(_HIGH) or first > last


def _worth(name: str) -> tuple[int, int]:
    """How high a name sounds: 5A over 1A, AAA over A, A over B, 五 over 三."""
    letters = [letter for letter in name if letter.isascii() and letter.isalpha()]
    number = next((int(one) for one in name if one.isdigit()), _COUNT.find(name[:1]) + 1)
    return (number or len(letters), -ord(letters[0]) if letters else 0)
