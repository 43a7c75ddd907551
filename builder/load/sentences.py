"""Sentences that say how many points something is, and how an indicator made of them is scored."""

import re
from collections.abc import Sequence
from decimal import Decimal

from builder.load.rule_tables import points_told, tariff_told
from builder.load.suspects import in_criterion
from builder.model.leaf_rules import Way


def points_in(texts: Sequence[str], scored: Sequence[bool]) -> dict[int, tuple[str, ...]]:
    """By place the words that name points; of numbers without a verb there are two at least.

    ``scored`` is of which texts the points at their end are already taken.
    """
    read = [_without_kept(text) for text in texts]
    bare = {
        at: tuple(match["points"] for match in _BARE.finditer(text))
        for at, text in enumerate(read)
        if not scored[at]
    }
    several = sum(map(len, bare.values())) >= _LEAST
    said = {at: points_told(text) or (several and bare.get(at)) for at, text in enumerate(read)}
    return {at: words for at, words in said.items() if words}


def certain_way(texts: Sequence[str], whole: Decimal) -> Way | None:
    """How what is said to be taken off or given piece by piece is scored, where none can doubt."""
    for way, verbs in ((Way.DEDUCTED, "扣减"), (Way.ADDED, "得加计奖")):
        tariffs = [tariff_told(text, whole, deducted=way is Way.DEDUCTED) for text in texts]
        if all(
            tariff is not None
            and max(filter(None, tariff), default=whole) <= whole
            and _PIECE.search(text)
            and any(verb in text for verb in verbs)
            for text, tariff in zip(texts, tariffs, strict=True)
        ):
            return way
    return None


def _without_kept(text: str) -> str:
    """The text without points that are told where they are read, unless a backslash keeps them."""
    for one in reversed(in_criterion(text, scored=True)):
        text = text[: one.start] + text[one.start + len(one.written) :]
    return text


_LEAST = 2
_PIECE = re.compile("每|/|／")
_N = r"[0-9]{1,4}(?:\.[0-9]{1,4})?"
# 国家级20分，省级10分, but not 总分100分 and not 达到90分.
_BARE = re.compile(
    r"(?<!满分)(?<!总分)(?<!达到)(?<![低高多少等小大]于)(?<!不足)(?<!超过)(?<!至少)(?<![≥≤<>＞＜/.0-9])"
    rf"(?P<points>(?:{_N}\s*分?\s*[-—–~～至]{{1,2}}\s*)?{_N}\s*分)(?=\s*(?:[，,；;、。）)]|$))"
)
