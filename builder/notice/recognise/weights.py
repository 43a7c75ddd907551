"""Shares that a notice prints: what is above them is the weighted mean of what is beneath."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from builder.load.join_names import split_weight
from builder.notice.question import Question
from builder.notice.recognise.amounts import written
from builder.notice.recognise.labels import squeezed
from builder.notice.recognise.node import Node, Role
from builder.notice.recognise.work import Work

_WEIGHTED, _AS_POINTS = "按权重合成，各项满分 100 分", "折成分值，总分 100 分"
_BY_WEIGHT, _ADDED_UP = "按权重", "各项相加"
_FULL = Decimal(100)


def printed_weight(name: str, cell: str) -> str:
    """A weight from a column of that name as a heading prints it and a scheme reads it."""
    called, percent, _ = squeezed(name).partition("(%")
    sign = "%" if percent and not cell.strip().endswith(("%", "％")) else ""
    printed = f"（{called}{cell.strip()}{sign}）"
    # More names are known of a column than of a heading: 指标权重, 权数.
    read = split_weight(f"x{printed}")[1] is not None
    return printed if read else f"（权重{cell.strip()}{sign}）"


def split_printed(text: str) -> tuple[str, str]:
    """A heading without the weight it prints, and this in brackets, empty where it has none."""
    rest, weight = split_weight(text)
    if weight is None:
        return text, ""
    behind = text[len(rest) :].strip() if text.startswith(rest) else ""
    return rest, behind or f"（权重{written(weight * 100)}%）"


def settle_weights(work: Work) -> None:
    """Ask what parts are worth that have a weight and no points, once for all of them."""
    bare = [node for node in work.walk if node.weight and node.points is None]
    whole = [node for node in bare if _is_part_of_total(node)]
    free = [node for node in bare if all(child.points is None for child in node.children)]
    if not (free or whole):
        return
    shares = "、".join(f"“{squeezed(node.title)}”{node.weight}" for node in bare)
    how = "下级各项之和就是上一级的数" if whole else "各级都是在上一级里的份额"
    answer = work.ask(
        Question(
            key="weights:points",
            subject="只印权重的各项怎样计分",
            words=f"这些项印着权重，没有印分值：{shares}。{how}。"
            "按百分制打分再按权重合成，还是把权重折成分值相加？",
            proposal=_AS_POINTS if whole else _WEIGHTED,
            place=bare[0].place,
            options=(_WEIGHTED, _AS_POINTS),
        )
    )
    top = [node for node in bare if not any(node in one.children for one in bare)]
    if sum((_share(node) or Decimal(0) for node in top), Decimal(0)) == 1:
        work.head.total = work.head.total or _FULL
    if answer == _AS_POINTS:
        for root in work.roots:
            _as_points(root, _FULL, absolute=bool(whole))
        return
    work.by_weight = True
    for node in free:
        node.points = _FULL


def find_weights(work: Work) -> None:
    """Ask whether parts with printed shares are joined by these."""
    roots = [node for node in work.roots if node.role is Role.INDICATOR and not node.bonus]
    work.head.weighted = _ask(work, roots, "总分")
    for node in work.walk:
        if node.role is Role.INDICATOR and _ask(work, node.children, f"“{squeezed(node.title)}”"):
            node.way.append("合计=加权")


def _ask(work: Work, parts: Sequence[Node], whole: str) -> bool:
    """Whether a whole is joined by the shares of its parts: every one of them prints one."""
    if not parts or not all(node.weight for node in parts):
        return False
    if work.by_weight:
        return True
    if len(parts) < 2:
        return False
    shares = "、".join(f"“{squeezed(node.title)}”{node.weight}" for node in parts)
    answer = work.ask(
        Question(
            key=f"weights:{whole}",
            subject=f"{whole}怎样合成",
            words=f"标题里印着权重：{shares}。{whole}按权重合成，还是各项相加？",
            proposal=_BY_WEIGHT,
            place=parts[0].place,
            options=(_BY_WEIGHT, _ADDED_UP),
        )
    )
    return answer == _BY_WEIGHT


def _share(node: Node) -> Decimal | None:
    """What a node says that it is of the whole above it, ``None`` where it says nothing."""
    return split_weight(f"x{node.weight}")[1] if node.weight else None


def _is_part_of_total(node: Node) -> bool:
    """Whether what is beneath a node comes to its share itself, and not to the whole of it."""
    share = _share(node)
    if share == 1:
        return False
    beneath = [*_worth_beneath(node)]
    return bool(beneath) and sum(beneath, Decimal(0)) == share


def _worth_beneath(node: Node) -> Iterator[Decimal]:
    for child in node.children:
        share = _share(child)
        if share is None and child.points is not None:
            share = child.points / _FULL
        if share is not None:
            yield share


def _as_points(node: Node, whole: Decimal, *, absolute: bool) -> None:
    """Turn the shares of a node and of all beneath it into points."""
    share = _share(node)
    if share is not None and node.points is None:
        node.points = share * (_FULL if absolute else whole)
        node.weight = ""
    for child in node.children:
        _as_points(child, whole if node.points is None else node.points, absolute=absolute)
