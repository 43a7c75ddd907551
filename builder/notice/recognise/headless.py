"""A table of indicators that prints no head: its columns are told by what stands in them."""

import re
from collections.abc import Sequence
from decimal import Decimal

from builder.notice.lines import Table
from builder.notice.question import Question
from builder.notice.recognise.amounts import alone, split_points
from builder.notice.recognise.columns import Headed, meaning
from builder.notice.recognise.labels import squeezed
from builder.notice.recognise.node import Node
from builder.notice.recognise.work import Work

_NO_INDICATORS = "不是指标表"
_NUMBER, _POINTS, _CRITERIA = "序号", "分值", "评价要点"
_LEVELS = ("一级指标", "二级指标", "三级指标", "四级指标")
_ORDINAL = re.compile(r"\d{1,3}[.、．]?|[一二三四五六七八九十]{1,3}、?")
_SENTENCE = re.compile("[。；;]")
_BETWEEN = re.compile(r"[、，,；;|｜/\s]+")
_FEWEST, _LONG, _ROUND = 3, 12, 50


def asked_head(work: Work, node: Node, table: Table) -> Headed | None:
    """The head that a person gives a table, ``None`` where it is no table of indicators."""
    if node.points is not None or len(table.rows) < _FEWEST:
        return None
    names, sure = _proposed(table)
    if not names:
        return None
    first = "｜".join(cell.text[:_LONG] for cell in table.rows[0] if cell.lines)
    proposal = "、".join(names)
    answer = work.ask(
        Question(
            key=f"columns:{squeezed(first)}",
            subject="没有表头的表",
            words=f"有一张表没有表头，第一行是“{first}”。从左到右各栏像是：{proposal}。对吗？"
            f"（不对的照样写出各栏；不评分的表写“{_NO_INDICATORS}”）",
            proposal=proposal if sure else _NO_INDICATORS,
            place=table.place,
        )
    )
    said = tuple(filter(None, _BETWEEN.split(answer.strip())))
    if len(said) != len(table.rows[0]):
        return None
    return Headed(rows=0, columns=tuple(map(meaning, said)), names=said)


def _proposed(table: Table) -> tuple[tuple[str, ...], bool]:
    """What the columns may be called, nothing where no points are among them; whether surely."""
    columns = [
        [squeezed(row[at].text) for row in table.rows if row[at].lines]
        for at in range(len(table.rows[0]))
    ]
    names: list[str] = []
    points: list[Decimal] = []
    for at, texts in enumerate(columns):
        amounts = [amount for text in texts if (amount := alone(text)) is not None]
        if not at and texts and all(map(_ORDINAL.fullmatch, texts)):
            names.append(_NUMBER)
        elif texts and len(amounts) == len(texts):
            names.append(_POINTS)
            points = amounts
        else:
            names.append("")
    worded = [at for at, name in enumerate(names) if not name]
    if len(worded) > 1 and _are_sentences(columns[worded[-1]]):
        names[worded.pop()] = _CRITERIA
    for at, level in zip(worded, _LEVELS, strict=False):
        names[at] = level
    within = [split_points(text)[1] for at in worded for text in columns[at]]
    found = points or [one for one in within if one is not None]
    if not worded or len(found) < _FEWEST or not all(names):
        return (), False
    return tuple(names), not sum(found) % _ROUND


def _are_sentences(texts: Sequence[str]) -> bool:
    """Whether a column says what is asked and does not only name it."""
    return any(_SENTENCE.search(text) or len(text) > _LONG for text in texts)
