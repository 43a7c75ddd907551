"""Numbers that are left out or printed twice among siblings: said in a remark once confirmed."""

import re
import unicodedata
from itertools import pairwise

from builder.notice.question import Question
from builder.notice.recognise.labels import squeezed
from builder.notice.recognise.node import Node, Role
from builder.notice.recognise.work import Work

_FIGURES = "一二三四五六七八九十"
_LAST = re.compile(r"[0-9]+(?=[^0-9]*$)")


def find_gaps(work: Work) -> None:
    """Propose a remark for every place where the numbers of siblings do not follow each other."""
    scored = [root for root in work.roots if root.role is Role.INDICATOR]
    _look(work, scored)
    for node in work.walk:
        if node.role is Role.INDICATOR:
            _look(work, node.children)


def _look(work: Work, siblings: list[Node]) -> None:
    counted = [(node, count) for node in siblings if (count := _count(node)) is not None]
    for (before, first), (node, second) in pairwise(counted):
        if before.head.mark is not node.head.mark or second == first + 1:
            continue
        answer = work.ask(
            Question(
                key=f"gap:{squeezed(node.title)}",
                subject=f"“{node.title}”的序号",
                words=f"“{before.title}”后面是“{node.title}”，序号不连。照原文录入并加一句说明吗？",
                proposal="照录并说明",
                place=node.place,
                options=("照录并说明", "照录不说明"),
            )
        )
        if answer == "照录并说明":
            text = f"原文件“{before.title}”之后印作“{node.title}”，序号不连，照录。"
            work.head.remarks.append((node.title, text))


def _count(node: Node) -> int | None:
    label = unicodedata.normalize("NFKC", node.label)
    found = _LAST.search(label)
    if found is not None and len(found[0]) <= 3:
        return int(found[0])
    words = "".join(sign for sign in label if sign in _FIGURES)
    if not words:
        return None
    tens, _, ones = words.rpartition("十")
    if "十" not in words:
        return _FIGURES.index(words) + 1 if len(words) == 1 else None
    return (_FIGURES.index(tens) + 1 if len(tens) == 1 else 1) * 10 + (
        _FIGURES.index(ones) + 1 if len(ones) == 1 else 0
    )
