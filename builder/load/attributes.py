"""What a heading says in braces: what the notice implies about the indicator but does not print."""

import re

from builder.frozen import frozen
from builder.load.key_names import ATTRIBUTES, called, english
from builder.load.problems import Problems
from builder.load.wording import plain
from builder.model.nearest import did_you_mean
from builder.model.official import Dimension, Parts, Position


@frozen
class Attributes:
    """The attributes of one heading; everything absent unless it was written."""

    code: str = ""
    dimension: Dimension | None = None
    unscored: bool = False
    replaceable: bool = False
    veto: bool = False
    reference: bool = False
    variant: tuple[tuple[str, str], ...] = ()
    parts: Parts | None = None


NO_ATTRIBUTES = Attributes()

FLAGS = (*(one.value for one in Dimension), "unscored", "replaceable", "veto", "reference")
VALUED = ("code", "variant", "parts")


def read_attributes(inside: str, where: Position, problems: Problems) -> Attributes:
    """The attributes between the braces; what cannot be read is reported and left out."""
    flags: set[str] = set()
    codes: list[str] = []
    variant: list[tuple[str, str]] = []
    parts: list[Parts] = []
    for written, key, value in attribute_pairs(inside, where, problems):
        if key in FLAGS and not value and key not in flags:
            flags.add(key)
        elif key == "code" and value and not codes:
            codes.append(_code(value, where, problems))
        elif key == "variant" and (pair := read_variant(value)):
            variant.append(pair)
        elif key == "parts" and not parts and (said := english(value, Parts, ATTRIBUTES)) in _PARTS:
            parts.append(Parts(said))
        else:
            actual = f"{written}={value}" if value else written
            problems.add_fatal("QA139", where, actual=actual, expected=_shape(key, written))
    if {"process", "result"} <= flags:
        problems.add("QA148", where)
    return Attributes(
        code=codes[0] if codes else "",
        dimension=next((one for one in Dimension if one in flags), None),
        variant=tuple(variant),
        parts=parts[0] if parts else None,
        **dict.fromkeys(flags - {*Dimension}, True),
    )


def read_variant(value: str) -> tuple[str, str] | None:
    """``选择=选项`` as a pair, or ``None`` where the text is not of that shape."""
    name, _, option = (part.strip() for part in value.partition("="))
    return (name, option) if name and option and "=" not in option else None


def is_code(code: str) -> bool:
    """Whether a text can be a code: ASCII letters and digits in parts joined by single dots."""
    return _CODE.fullmatch(code) is not None


def attribute_pairs(inside: str, where: Position, problems: Problems) -> list[tuple[str, str, str]]:
    """Each attribute as it is written, what it is, and its value."""
    known = VALUED + FLAGS
    chinese = called(known, ATTRIBUTES, chinese=True)
    pairs = []
    for word in _WORD.findall(inside):
        match = _PAIR.fullmatch(word)
        written = match["key"] if match else word
        key = english(written, known, ATTRIBUTES)
        if key not in known:
            listed = known if written.isascii() and not problems.chinese else chinese
            hint = did_you_mean(written, (*known, *chinese))
            # What it would have said of the points is lost: sums are not to be blamed for that.
            problems.add_fatal("QA138", where, actual=word, expected="、".join(listed), hint=hint)
            continue
        value = (match["value"] or "") if match else ""
        pairs.append((written, key, plain(value.strip('"'))))
    return pairs


def _shape(key: str, written: str) -> str:
    """How an attribute is written, in the language it was."""
    return f"{written}={_VALUES[key]}" if key in _VALUES else written


def _code(value: str, where: Position, problems: Problems) -> str:
    if not is_code(value):
        problems.add_fatal("QA135", where, actual=value)
    return value


_PARTS = tuple(Parts)
_VALUES = {"code": "1.2", "variant": '"行业=养老"', "parts": "择一"}
_CODE = re.compile(r"[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*")
_WORD = re.compile(r'(?:[^\s"]|"[^"]*"?)+')
_PAIR = re.compile(r'(?P<key>[^=\s]+)(?:=(?P<value>"[^"]*"|[^"]*))?')
