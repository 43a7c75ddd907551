"""What a heading says in braces: what the notice implies about the indicator but does not print."""

import re
from decimal import Decimal
from typing import Any

from builder.frozen import frozen
from builder.load.join_names import join_named, share_in
from builder.load.key_names import ATTRIBUTES, english, in_chinese
from builder.load.problems import Problems
from builder.load.wording import plain
from builder.model.joins import Join
from builder.model.leaf_rules import Way
from builder.model.nearest import did_you_mean
from builder.model.official import Dimension, Parts, Position


@frozen
class Attributes:
    """The attributes of one heading; everything absent unless it was written.

    ``way`` is how it is scored, ``parts`` how its criteria count; 择一 says both. ``misread`` is
    whether more is written there, which cannot be read and was told.
    """

    code: str = ""
    dimension: Dimension | None = None
    unscored: bool = False
    replaceable: bool = False
    veto: bool = False
    reference: bool = False
    variant: tuple[tuple[str, str], ...] = ()
    parts: Parts | None = None
    join: Join | None = None
    weight: Decimal | None = None
    required: bool = False
    way: Way | None = None
    unadded: bool = False
    bonus: bool = False
    best: int | None = None
    step: Decimal | None = None
    places: int | None = None
    unit: str = ""
    formula: str = ""
    levels: str = ""
    misread: bool = False


NO_ATTRIBUTES = Attributes()

FLAGS = (
    *(one.value for one in Dimension),
    *("unscored", "replaceable", "veto", "reference", "unadded", "bonus", "required"),
)
_MEASURED = ("best", "step", "places", "unit", "formula", "levels", "join", "weight")
VALUED = ("code", "variant", "parts", *_MEASURED)


def read_attributes(inside: str, where: Position, problems: Problems) -> Attributes:
    """The attributes between the braces; what cannot be read is reported and left out."""
    told = len(problems.found)
    flags: set[str] = set()
    codes: list[str] = []
    variant: list[tuple[str, str]] = []
    counted: list[str] = []
    measured: dict[str, Any] = {}
    for written, key, value in attribute_pairs(inside, where, problems):
        if key in FLAGS and not value and key not in flags:
            flags.add(key)
        elif key == "code" and value and not codes:
            codes.append(_code(value, where, problems))
        elif key == "variant" and (pair := read_variant(value)):
            variant.append(pair)
        elif (
            key == "parts" and not counted and (said := english(value, _WAYS, ATTRIBUTES)) in _WAYS
        ):
            counted.append(said)
        elif (
            key in _MEASURED and key not in measured and (read := _measured(key, value)) is not None
        ):
            measured[key] = read
        else:
            actual = f"{written}={value}" if value else written
            details = {"expected": _shape(key, written), "hint": _hint(key, value)}
            problems.add_fatal("QA139", where, actual=actual, **details)
    if {"process", "result"} <= flags:
        problems.add("QA148", where)
    measured |= dict.fromkeys(flags - {*Dimension}, True)
    return Attributes(
        code=codes[0] if codes else "",
        dimension=next((one for one in Dimension if one in flags), None),
        variant=tuple(variant),
        parts=next((one for one in Parts if one in counted), None),
        way=next((one for one in Way if one in counted), None),
        misread=len(problems.found) > told,
        **measured,
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
    chinese = in_chinese(known, ATTRIBUTES)
    pairs = []
    for word in _WORD.findall(_EQUALS.sub("=", inside)):
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


def _hint(key: str, value: str) -> str:
    """The way to score that was probably meant, and all that there are."""
    if key != "parts":
        return ""
    known = in_chinese(_WAYS, ATTRIBUTES)
    return f"{did_you_mean(value, known)}可以写：{'、'.join(known)}。"


def _code(value: str, where: Position, problems: Problems) -> str:
    if not is_code(value):
        problems.add_fatal("QA135", where, actual=value)
    return value


def _measured(key: str, value: str) -> object:
    """What an attribute says of a way to score, nothing where it cannot be read."""
    match key:
        case "best":
            match = _BEST.fullmatch(value)
            return int(match[1]) if match else None
        case "step":
            return Decimal(value) if _STEP.fullmatch(value) and Decimal(value) else None
        case "places":
            return int(value) if _PLACES.fullmatch(value) else None
        case "join":
            return join_named(value)
        case "weight":
            return share_in(value)
        case _:
            return value or None


_WAYS = tuple(dict.fromkeys((*(one.value for one in Parts), *(one.value for one in Way))))
_VALUES = {
    "code": "1.2",
    "variant": '"行业=养老"',
    "parts": "择一",
    "best": "2项",
    "step": "0.5",
    "places": "2",
    "unit": "%",
    "formula": '"A/B"',
    "levels": "0/0.5/0.8/1",
    "join": "平均",
    "weight": "30%",
}
_BEST = re.compile(r"([1-9][0-9]?)项?")
_STEP = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4})?")
_PLACES = re.compile(r"[0-6]")
_CODE = re.compile(r"[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*")
# The signs of a Chinese keyboard, and a colon as the front matter has it, mean the same here.
_EQUALS = re.compile(r"\s*[=＝]\s*")
_WORD = re.compile(r'(?:[^\s"，；]|"[^"]*"?)+')
_PAIR = re.compile(r'(?P<key>[^=:：\s]+)(?:[=:：](?P<value>"[^"]*"|[^"]*))?')
