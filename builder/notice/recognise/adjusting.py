"""Notes that let applicants leave out or replace indicators: which of them they speak of."""

import re

from builder.notice.question import Question
from builder.notice.recognise.labels import NOTE, squeezed
from builder.notice.recognise.node import Entry, Node, Role
from builder.notice.recognise.work import Work

_ADJUST = re.compile(r"(?:可以?|适当)[^。；]{0,6}(?:删减|替换|调整)")


def find_adjustable(work: Work) -> None:
    """Ask how far such a note reaches, and mark what it lets be left out."""
    for root in [one for one in work.roots if one.role is Role.INDICATOR]:
        for node in [*root.walk]:
            for entry in [one for one in node.entries if _speaks(one)]:
                _reach(work, root, node, entry)


def _speaks(entry: Entry) -> bool:
    return NOTE.match(entry.text) is not None and _ADJUST.search(entry.text) is not None


def _reach(work: Work, root: Node, node: Node, entry: Entry) -> None:
    whole, only = f"整个“{root.title}”", f"只“{node.title}”"
    options = (whole, "不提供删减") if node is root else (whole, only, "不提供删减")
    answer = work.ask(
        Question(
            key=f"adjust:{squeezed(entry.text)[:20]}",
            subject="可以删减、替换的指标",
            words=f"“{entry.text[:40]}…”印在“{node.title}”之下。哪些指标可以申请删减、替换？",
            proposal=whole,
            place=entry.lines[0].place,
            options=options,
        )
    )
    under = {whole: root, only: node}.get(answer)
    if under is None:
        return
    for leaf in under.walk:
        if not leaf.variant and not any(leaf in one.walk for one in under.children if one.variant):
            leaf.replaceable = leaf.points is not None and not leaf.children
    if under is root and node is not root:
        node.contents.remove(entry)
        root.contents.append(entry)
        work.guess(
            entry.lines, f"“{root.title}”的注", f"印在“{node.title}”之下，说的是整个“{root.title}”"
        )
