"""Words that must not be read, found in a text however they are written, and taken out of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from builder.frozen import frozen
from builder.model.firm_names import modern


class HiddenKind(StrEnum):
    """What a word that is hidden is; the value is how people call it."""

    NAME = "全称"
    SHORT = "简称"
    FOREIGN = "外文名称"
    PERSON = "人名"
    CODE = "信用代码"
    PHONE = "电话"
    MAIL = "电子邮箱"
    WEB = "网址"
    ADDRESS = "地址"
    MORE = "另列的词"


@frozen
class HiddenWord:
    """A word that must not be read, and what it is."""

    kind: HiddenKind
    text: str


@frozen
class Sought:
    """A word with the pattern it is found by, in a text without blanks, widths and old script."""

    word: HiddenWord
    pattern: re.Pattern[str]
    folded: str


@frozen
class Freed:
    """A text without what was found in it, each finding as it stands in the list of words."""

    text: str
    found: tuple[HiddenWord, ...]


# Where a word begins and ends in the text as it stands.
_Span = tuple[int, int, HiddenWord]
# What people put between the parts of a long name or number; a comma only in a foreign name.
_NOISE = r"[()\[\]〔〕【】“”\"'·._-]*"
_FOREIGN_NOISE = r"[()\[\]“”\"'·.,_-]*"
_SIGNS = re.compile(_FOREIGN_NOISE)
_LONG = 4
_NUMBER = re.compile(r"\d+")
_PLAIN = re.compile(r"[a-z0-9]")
# Any address of mail or web is hidden, whoever it belongs to: its owner is not said. A run of
# such signs is looked at piece by piece, never again and again: a text may be one long run.
_RUN = re.compile(r"[a-z0-9_.+@:/?=&%#~-]+")
_PIECE = re.compile(r"[/?:#=&%~]+")
_AROUND = ".-_+:/?=&%#~"
_ENDINGS = frozenset(
    (
        *("com", "cn", "net", "org", "gov", "edu", "top", "vip", "cc", "shop", "site", "tech"),
        *("ltd", "group", "xin", "wang", "io", "club", "online", "store"),
    )
)


def folded(text: str) -> str:
    """A text without blanks and differences of width, letter case and script."""
    return "".join(map(_folded, text))


def sought(words: Iterable[HiddenWord]) -> tuple[Sought, ...]:
    """The words with their patterns, each once."""
    found = {folded(word.text): word for word in reversed(tuple(words))}
    return tuple(
        Sought(word=word, pattern=_pattern(key), folded=key) for key, word in found.items() if key
    )


def freed(text: str, words: Sequence[Sought], code: str) -> Freed:
    """The text with ``code`` in place of every word and of every address of mail or web."""
    spans = _apart([*_addresses(text), *_places(text, words)])
    pieces: list[str] = []
    last = 0
    for first, after, _ in spans:
        pieces += (text[last:first], code)
        last = after
    return Freed(text="".join((*pieces, text[last:])), found=tuple(word for *_, word in spans))


@lru_cache(maxsize=20_000)
def _folded(sign: str) -> str:
    return modern(sign)


def _pattern(key: str) -> re.Pattern[str]:
    """The pattern of a folded word; long ones and numbers may have signs between their parts."""
    bare = _SIGNS.sub("", key)
    if len(bare) < _LONG:
        return re.compile(re.escape(key))
    last = f"{re.escape(key[-1])}?" if key[-1] != bare[-1] else ""
    first = r"\(?" if _NUMBER.fullmatch(key) else ""
    between = _FOREIGN_NOISE if bare.isascii() else _NOISE
    return re.compile(f"{first}{between.join(map(re.escape, bare))}{last}")


def _places(text: str, words: Sequence[Sought]) -> Iterator[_Span]:
    """Every place of every word."""
    signs: list[str] = []
    origin: list[int] = []
    for place, sign in enumerate(text):
        shown = _folded(sign)
        signs.append(shown)
        origin += [place] * len(shown)
    whole = "".join(signs)
    for one in words:
        start = 0
        while (match := one.pattern.search(whole, start)) is not None:
            first, after = origin[match.start()], origin[match.end() - 1] + 1
            if _stands_alone(text, first, after, one.folded):
                yield first, after, one.word
                start = match.end()
            else:
                start = match.start() + 1


def _stands_alone(text: str, first: int, after: int, key: str) -> bool:
    """Whether a word of letters or digits is no part of a longer one, and a short one unbroken."""
    if len(key) < _LONG and "\n" in text[first:after]:
        return False
    inside = re.compile(r"\d") if _NUMBER.fullmatch(key) else _PLAIN
    before = _folded(text[first - 1]) if first else ""
    behind = _folded(text[after]) if after < len(text) else ""
    return not (
        (inside.match(key[0]) and before and inside.match(before[-1]))
        or (inside.match(key[-1]) and behind and inside.match(behind[0]))
    )


def _addresses(text: str) -> Iterator[_Span]:
    """Every address of mail and web."""
    if "." not in text and "．" not in text:
        return
    signs: list[str] = []
    origin: list[int] = []
    for place, sign in enumerate(text):
        shown = _folded(sign) or " "
        signs.append(shown)
        origin += [place] * len(shown)
    whole = "".join(signs)
    for match in _RUN.finditer(whole):
        run = match[0].strip(_AROUND)
        kind = _address(run)
        if kind is not None:
            first = match.start() + match[0].index(run)
            word = HiddenWord(kind=kind, text=run)
            yield origin[first], origin[first + len(run) - 1] + 1, word


def _address(run: str) -> HiddenKind | None:
    """What kind of address a run of signs is, if it is one."""
    if "." not in run:
        return None
    pieces = _PIECE.split(run)
    if any("@" in piece and "." in piece.rpartition("@")[2] for piece in pieces):
        return HiddenKind.MAIL
    if "://" in run or any(map(_is_host, pieces)):
        return HiddenKind.WEB
    return None


def _is_host(piece: str) -> bool:
    first, *labels = piece.split(".")
    ends = any(label.partition("-")[0] in _ENDINGS for label in labels)
    return bool(labels) and bool(first) and (first == "www" or ends)


def _apart(spans: Iterable[_Span]) -> list[_Span]:
    """The spans in order, those that overlap made one that is called by the longest of them."""
    found: list[_Span] = []
    widest = 0
    for first, after, word in sorted(spans, key=lambda one: (one[0], -one[1])):
        if found and first < found[-1][1]:
            begun, ended, known = found[-1]
            if after - first > widest:
                known, widest = word, after - first
            found[-1] = (begun, max(ended, after), known)
        else:
            found.append((first, after, word))
            widest = after - first
    return found
