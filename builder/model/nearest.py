"""The known word a person probably meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from functools import partial
from operator import eq

from builder.model.older_script import TO_MODERN


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or nothing where none is near."""
    by_folded = {_folded(one): one for one in known}
    asked = _folded(word[:_LONGEST])
    near = get_close_matches(asked, tuple(by_folded), n=_EQUALS, cutoff=0.5)
    # Of words equally near the one that reads alike: 不累加 and not 不计分 for 不累计.
    return by_folded[max(near, key=partial(_likeness, asked))] if near else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest known word as a short question, or nothing where none is near."""
    near = nearest(word, known)
    return f"是不是“{near}”？" if near else ""


def _likeness(word: str, other: str) -> tuple[float, int]:
    return SequenceMatcher(None, other, word).ratio(), sum(map(eq, word, other))


def _folded(word: str) -> str:
    return word.casefold().translate(TO_MODERN)


# As many as may be equally near.
_EQUALS = 4
# No known word is longer, and comparing is quadratic in the length.
_LONGEST = 60
