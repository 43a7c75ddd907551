"""Sentences that say how many points something is, and how an indicator made of them is scored."""

import re
from collections.abc import Sequence
from decimal import Decimal

from builder.load.amounts import NO_BOUND, amount_of
from builder.load.rule_tables import points_told, tariff_told
from builder.load.suspects import in_criterion, number_in
from builder.model.leaf_rules import Way


def points_in(
    texts: Sequence[str], scored: Sequence[Decimal | None], whole: Decimal | None
) -> dict[int, tuple[str, ...]]:
    """By place the words that name points; of numbers without a verb there are two at least.

    ``scored`` are the points that each text has of its own. What only says these again, or the
    ``whole``, gives nothing.
    """
    read = [_without_kept(text) for text in texts]
    bare = {
        at: tuple(match["points"] for match in _BARE.finditer(text))
        for at, text in enumerate(read)
        if scored[at] is None
    }
    named = [words for found in bare.values() for words in found]
    several = len(named) >= _LEAST and {amount_of(words) for words in named} != {whole}
    said = {at: points_told(text) or (several and bare.get(at)) for at, text in enumerate(read)}
    return {
        at: words
        for at, words in said.items()
        if words and not all(_is_again(word, scored[at]) for word in words)
    }


def certain_way(lines: Sequence[tuple[str, str]], whole: Decimal) -> Way | None:
    """How lines that say what is taken off or given piece by piece are scored, if all of them do.

    A line is its label and its text; one without a label may lead to the others.
    """
    said = points_in([text for _, text in lines], [None] * len(lines), whole)
    texts = [lines[at][1] for at in said]
    if not texts or set(range(len(lines))) - {*said} not in (set(), {0}):
        return None
    if (0 not in said and lines[0][0]) or any("酌情" in text for _, text in lines):
        return None
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


def _is_again(words: str, own: Decimal | None) -> bool:
    """Whether some words give no other points than a text has of its own."""
    return own is not None and not _PIECE.search(words) and number_in(words) == f"{own:f}"


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
    rf"{NO_BOUND}(?<![/.0-9])(?P<points>(?:{_N}\s*分?\s*[-—–~～至]{{1,2}}\s*)?{_N}\s*分)(?=\s*(?:[，,；;、。）)]|$))"
)
