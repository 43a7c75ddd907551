"""What a value in a file may be, each kind read strictly.

A value is taken from the characters the person wrote, never from what YAML would make of them:
``1.10`` is not 1.1, ``no`` is not false. Every reader reports what is wrong and gives ``None``.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from yaml.nodes import Node, ScalarNode, SequenceNode

from builder.formula.blank import HIDDEN, named
from builder.load.attributes import is_code, read_variant
from builder.load.fields import Data, Grammar, Spot, read_record
from builder.load.key_names import WORDS, english, in_chinese
from builder.load.shapes import Shape, Shaped, Sort, listed, recorded, shape_of
from builder.model.nearest import did_you_mean

Value = TypeVar("Value")
Turned = TypeVar("Turned")
Word = TypeVar("Word", bound=StrEnum)
Variant = tuple[tuple[str, str], ...]


def _text(spot: Spot) -> str | None:
    """A text that is not empty; one that YAML would take for something else must be quoted."""
    word = scalar(spot)
    node = spot.node
    if word and isinstance(node, ScalarNode) and not node.style and node.tag != _TEXT_TAG:
        spot.refuse("QA117", actual=word)
        return None
    for match in HIDDEN.finditer(word or ""):
        spot.refuse("QA107", actual=named(match[0]))
    return word


text = Shaped(read=_text, shape=Shape(sort=Sort.TEXT))


def scalar(spot: Spot) -> str | None:
    """The characters of a single value, quoted or not, their white space normalised."""
    node = spot.node
    if not isinstance(node, ScalarNode):
        spot.refuse("QA116")
        return None
    word = " ".join(node.value.split())
    if word and (node.style or node.tag != _EMPTY_TAG):
        return word
    spot.refuse("QA121")
    return None


def held(
    read: Callable[[Spot], Value | None],
    fits: Callable[[Value], object],
    code: str,
    expected: str = "",
) -> Callable[[Spot], Value | None]:
    """What ``read`` gives where it fits; the finding says what was expected, or quotes it."""

    def read_fitting(spot: Spot) -> Value | None:
        value = read(spot)
        if value is None or fits(value):
            return value
        spot.refuse(code, expected=expected, actual="" if expected else str(value))
        return None

    return Shaped(read=read_fitting, shape=shape_of(read))


def text_within(longest: int) -> Callable[[Spot], str | None]:
    """A text of at most so many characters."""
    return held(text, lambda word: len(word) <= longest, "QA194", f"{longest} 个字")


def turned(
    read: Callable[[Spot], Value | None], turn: Callable[[Value], Turned]
) -> Callable[[Spot], Turned | None]:
    """What is made of what ``read`` gives."""

    def read_turned(spot: Spot) -> Turned | None:
        value = read(spot)
        return None if value is None else turn(value)

    return Shaped(read=read_turned, shape=shape_of(read))


def whole(
    most: int, expected: str = "{most}，写整数", *, zero: bool = False
) -> Callable[[Spot], int | None]:
    """A whole number above zero, or zero too where that makes sense, and not above ``most``."""
    said = expected.format(most=most)
    read = _plain_number if zero else number
    fitting = held(read, lambda found: found == int(found) <= most, "QA194", said)
    return turned(fitting, int)


def one_of(
    allowed: Iterable[str], read: Callable[[Spot], str | None] = text, *, near: bool = True
) -> Callable[[Spot], str | None]:
    """One of a few words; the finding asks for the nearest where that can be meant."""
    words = tuple(allowed)
    chinese = in_chinese(words, WORDS)

    def read_one(spot: Spot) -> str | None:
        written = read(spot)
        word = written if written is None else english(written, words, WORDS)
        if word is None or word in words:
            return word
        hint = did_you_mean(word, (*words, *chinese)) if near else ""
        known = words if word.isascii() and not spot.problems.chinese else chinese
        spot.refuse("QA120", actual=word, expected="、".join(known), hint=hint)
        return None

    shape = Shape(sort=Sort.WORD, words=dict(zip(words, chinese, strict=True)))
    return Shaped(read=read_one, shape=shape)


def word_of(kind: type[Word]) -> Callable[[Spot], Word | None]:
    """One of the words of an enumeration."""
    return turned(one_of(kind), kind)


def _variants(spot: Spot) -> Variant:
    """One ``选择=选项`` or a list of them."""
    nodes = items(spot) if isinstance(spot.node, SequenceNode) else (spot.node,)
    return _all(_pair, spot, nodes)


def items(spot: Spot) -> tuple[Node, ...]:
    """The nodes of a list; none where the value is not one."""
    if isinstance(spot.node, SequenceNode):
        return tuple(spot.node.value)
    spot.refuse("QA126")
    return ()


def list_of(
    read: Callable[[Spot], Value | None], *, filled: bool = False
) -> Callable[[Spot], tuple[Value, ...]]:
    """A list of values, those left out that cannot be read; where ``filled``, of one at least."""

    def read_list(spot: Spot) -> tuple[Value, ...]:
        nodes = items(spot)
        if filled and isinstance(spot.node, SequenceNode) and not nodes:
            spot.refuse("QA121")
        return _all(read, spot, nodes)

    return Shaped(read=read_list, shape=listed(shape_of(read)))


def texts_within(most: int, longest: int, unit: str) -> Callable[[Spot], tuple[str, ...]]:
    """A list of texts, not empty, not above ``most``, each of at most ``longest`` characters."""

    def read(spot: Spot) -> tuple[str, ...]:
        found = list_of(text, filled=True)(spot)
        if len(found) > most:
            spot.refuse("QA194", expected=f"{most} {unit}")
        if any(len(word) > longest for word in found):
            spot.refuse("QA194", expected=f"每{unit} {longest} 个字")
        return found

    return Shaped(read=read, shape=listed(text.shape))


def record(grammar: Grammar[Data]) -> Callable[[Spot], Data | None]:
    """A mapping that says a record."""

    def read(spot: Spot) -> Data | None:
        return read_record(spot.node, spot.key, grammar, spot.problems)

    return Shaped(read=read, shape=recorded(grammar))


def records(grammar: Grammar[Data]) -> Callable[[Spot], tuple[Data, ...]]:
    """A list of mappings that each say a record."""
    return list_of(record(grammar))


def _all(
    read: Callable[[Spot], Value | None], spot: Spot, nodes: Iterable[Node]
) -> tuple[Value, ...]:
    found = (read(replace(spot, node=node)) for node in nodes)
    return tuple(value for value in found if value is not None)


def _is_day(word: str) -> bool:
    try:
        date.fromisoformat(word)
    except ValueError:
        return False
    return _DATE.fullmatch(word) is not None


def _is_number(word: str) -> bool:
    return _NUMBER.fullmatch(word) is not None


def _is_share(word: str) -> bool:
    share = word.removesuffix("%").strip()
    return word.endswith("%") and bool(_NUMBER.fullmatch(share)) and Decimal(share) <= _WHOLE


_TEXT_TAG = "tag:yaml.org,2002:str"
_EMPTY_TAG = "tag:yaml.org,2002:null"
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,4})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = Decimal(100)
_FLAGS = ("true", "false")

_NUMERAL, _AMOUNT = Shape(sort=Sort.NUMBER), Shape(sort=Sort.AMOUNT)
# A day as ``yyyy-mm-dd``; YAML's own reading of dates is not asked.
_day = held(scalar, _is_day, "QA122")
day = Shaped(read=_day, shape=Shape(sort=Sort.DAY))
# A code of the scheme's grammar.
_code = held(text, is_code, "QA135")
code = Shaped(read=_code, shape=Shape(sort=Sort.CODE))
_numeral = held(scalar, lambda word: _NUMBER.fullmatch(word) and Decimal(word), "QA118")
_digits = held(scalar, _is_number, "QA118")
_plain_number = Shaped(read=turned(_digits, Decimal), shape=_NUMERAL)
# A number above zero, exact.
number = Shaped(read=turned(_numeral, Decimal), shape=_NUMERAL)
_share = held(scalar, _is_share, "QA125")
# A percent from 0 to 100 as a decimal fraction, exact.
percent = Shaped(
    read=turned(_share, lambda word: Decimal(word.rstrip("% ")) / _WHOLE), shape=_AMOUNT
)
# ``true`` or ``false``.
flag = turned(one_of(_FLAGS, scalar), lambda word: word == _FLAGS[0])
_variant = held(text, read_variant, "QA128")
_pair = turned(_variant, lambda word: read_variant(word) or ("", ""))
# One choice with its option, or several.
variant = Shaped(read=_variants, shape=listed(text.shape))
