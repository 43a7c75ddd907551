"""Two long texts shown by where they differ, with the code point of what only looks alike."""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import takewhile
from operator import eq, ne

from builder.formula.blank import named, seen

# A text up to here is quoted whole; of a longer one so much is shown around the difference.
_WHOLE, _AROUND, _PIECE, _SHORT = 40, 12, 36, 60
# Of texts of one length that differ in no more than one sign of so many, each sign is told.
_SPREAD = 5
# Letters of other scripts that are drawn as Latin ones (Unicode Technical Standard 39).
_ALIKE = dict(
    zip(
        "аеорсухіјѕԁһԛԝАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ",
        "aeopcyxijsdhqwABEKMHOPCTXIJSABEZHIKMNOPTYXovp",
        strict=True,
    )
)


def told_apart(planned: str, found: str) -> tuple[str, str]:
    """Both texts as a message quotes them, what differs between brackets where they are long."""
    start = _alike(planned, found)
    rest = _alike(reversed(planned[start:]), reversed(found[start:]))
    there, here = (text[start : len(text) - rest] for text in (planned, found))
    if len(planned) == len(found) and start + rest < len(planned) / 2:
        # Here and there one sign for another: the first of them stands for all.
        signs = sum(map(ne, planned, found))
        if signs <= len(planned) / _SPREAD:
            apart = map(ne, planned[start:], found[start:])
            rest = len(planned) - start - sum(1 for _ in takewhile(bool, apart))
            there, here = (_around(text, start, rest) for text in (planned, found))
            return there, f"{here}（不同的共 {signs} 个字）"
    if not _look_alikes(there, here) and "".join(planned.split()) != "".join(found.split()):
        if max(map(len, (planned, found))) <= _WHOLE:
            return planned, found
        if start + rest < min(map(len, (planned, found))) / 2:
            return shortened(planned), shortened(found)
    return (
        _around(planned, start, rest),
        f"{_around(found, start, rest)}{_look_alikes(there, here)}",
    )


def is_one_replaced(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether replacing one word by another makes every second text out of its first."""
    apart = []
    for planned, found in pairs:
        start = _alike(planned, found)
        rest = _alike(reversed(planned[start:]), reversed(found[start:]))
        apart.append((planned[start : len(planned) - rest], found[start : len(found) - rest]))
    word, other = min(apart, key=lambda pair: len(pair[0]), default=("", ""))
    return bool(word) and all(one.replace(word, other) == found for one, found in pairs)


def shortened(text: str) -> str:
    """The beginning of a text that is too long to be quoted whole."""
    plain = _plain(text)
    return plain if len(plain) <= _SHORT else f"{plain[:_SHORT]}……"


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(bool, map(eq, one, other)))


def _around(text: str, start: int, rest: int) -> str:
    """The piece that differs, marked, between some of what stands before and after it."""
    end = len(text) - rest
    piece = text[start:end]
    if len(piece) > _PIECE:
        piece = f"{piece[: _PIECE // 2]}……{piece[-_PIECE // 2 :]}"
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    before = f"……{before}" if start > _AROUND else before
    after = f"{after}……" if rest > _AROUND else after
    return f"{before}【{_plain(piece) or '（无）'}】{after}"


def _plain(text: str) -> str:
    return " ".join(text.split("\n"))


def _look_alikes(there: str, here: str) -> str:
    """What stands here that only looks like what stood there, or like nothing, by code point."""
    unseen = [each for each in dict.fromkeys(here) if not seen(each) and each not in " \n"]
    pairs = [
        (one, _like(one))
        for one in dict.fromkeys(here)
        if one not in there and _like(one) and _like(one) in there
    ]
    words = [named(each) for each in unseen]
    words += [f"“{one}”是 U+{ord(one):04X}，形似“{like}”" for one, like in pairs]
    return f"（{'；'.join(words[:3])}）" if words else ""


def _like(character: str) -> str:
    """The usual character that this one looks like, empty where it is one itself."""
    other = _ALIKE.get(character) or unicodedata.normalize("NFKC", character)
    return "" if other == character or len(other) != 1 else other
