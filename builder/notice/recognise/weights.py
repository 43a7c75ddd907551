"""Shares that headings print: what is above them is the weighted mean of what is beneath."""

from collections.abc import Sequence

from builder.notice.question import Question
from builder.notice.recognise.labels import squeezed
from builder.notice.recognise.node import Node, Role
from builder.notice.recognise.work import Work

_WEIGHTED = "按权重"


def find_weights(work: Work) -> None:
    """Ask whether parts with printed shares are joined by these."""
    roots = [node for node in work.roots if node.role is Role.INDICATOR and not node.bonus]
    work.head.weighted = _ask(work, roots, "总分")
    for node in work.walk:
        if node.role is Role.INDICATOR and _ask(work, node.children, f"“{squeezed(node.title)}”"):
            node.way.append("合计=加权")


def _ask(work: Work, parts: Sequence[Node], whole: str) -> bool:
    """Whether a whole is joined by the shares of its parts: every one of them prints one."""
    if len(parts) < 2 or not all(node.weight for node in parts):
        return False
    shares = "、".join(f"“{squeezed(node.title)}”{node.weight}" for node in parts)
    answer = work.ask(
        Question(
            key=f"weights:{whole}",
            subject=f"{whole}怎样合成",
            words=f"标题里印着权重：{shares}。{whole}按权重合成，还是各项相加？",
            proposal=_WEIGHTED,
            place=parts[0].place,
            options=(_WEIGHTED, "各项相加"),
        )
    )
    return answer == _WEIGHTED
