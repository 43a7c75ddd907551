"""The known word a person probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from builder.model.older_script import TO_MODERN


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or nothing where none is near."""
    by_folded = {_folded(one): one for one in known}
    near = get_close_matches(_folded(word[:_LONGEST]), tuple(by_folded), n=1, cutoff=0.5)
    return by_folded[near[0]] if near else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest known word as a short question, or nothing where none is near."""
    near = nearest(word, known)
    return f"是不是“{near}”？" if near else ""


def _folded(word: str) -> str:
    return word.casefold().translate(TO_MODERN)


# No known word is longer, and comparing is quadratic in the length.
_LONGEST = 60
