"""What a scheme file says of the whole: how it is joined, its gates, its levels, its options."""

import re
import unicodedata
from decimal import Decimal

from builder.load.fields import Grammar, Spot
from builder.load.join_names import JOIN_WORDS, join_named
from builder.load.key_names import KEYS
from builder.load.values import (
    code,
    list_of,
    number,
    percent,
    records,
    scalar,
    text,
    variant,
)
from builder.model.gates import (
    ALL,
    EVERY,
    REQUIRED,
    Gate,
    Least,
    Level,
    Reach,
    ReachKind,
    Share,
    Terms,
)
from builder.model.joins import Join
from builder.model.points import TOTAL

_NAMED = {KEYS[TOTAL]: TOTAL, "全部": EVERY, "必备": REQUIRED}
_AMOUNT = re.compile(r"(?P<number>[0-9]{1,6}(?:\.[0-9]{1,4})?)\s*(?P<unit>分|[%％]|项|条|个)?")
# 不低于60分, 60分以上, ≥60% are what 60分 and 60% mean here.
_FROM = re.compile(r"^(?:≥|>=|不低于|不少于|不小于|达到)\s*|\s*(?:\(含\))?及?以上$")
_FULL, _MET, _WHOLE = "满分", "符合", ("全部", "all")


def read_join(spot: Spot) -> Join | None:
    """The rule by which the total comes of the first-level indicators."""
    word = text(spot)
    join = None if word is None else join_named(word)
    if word is not None and join is None:
        spot.refuse("QA120", actual=word, expected=JOIN_WORDS, hint="")
    return join


def read_decimals(spot: Spot) -> int | None:
    """How many decimal places the total keeps, from 0 to 4."""
    word = scalar(spot)
    if word is None or re.fullmatch("[0-4]", word) is not None:
        return None if word is None else int(word)
    spot.refuse("QA194", expected="4，写整数")
    return None


def _item(spot: Spot) -> str | None:
    """A code, the total, all that is scored beneath a code, or a word for some items."""
    word = text(spot)
    return word if word is None else _NAMED.get(word, word)


def _reach(spot: Spot) -> Reach | None:
    """``60分``, ``60%`` of the points, ``满分``, ``符合``, or the name of an option."""
    word = scalar(spot)
    if word in (_MET, "met"):
        return Reach(kind=ReachKind.MET)
    if word in (_FULL, "full"):
        return Reach(kind=ReachKind.SHARE)
    plain = None if word is None else _FROM.sub("", unicodedata.normalize("NFKC", word))
    match = None if plain is None else _AMOUNT.fullmatch(plain)
    if match is not None and match["unit"] in (None, "分"):
        return Reach(kind=ReachKind.POINTS, amount=Decimal(match["number"]))
    if match is not None and match["unit"] in ("%", "％"):
        return Reach(kind=ReachKind.SHARE, amount=Decimal(match["number"]) / 100)
    # Whether any option is called so is seen where the options are known.
    return None if word is None else Reach(kind=ReachKind.OPTION, option=word)


def _least(spot: Spot) -> Least | None:
    """``3项``, ``90%`` of the items, or ``全部``."""
    word = scalar(spot)
    if word in _WHOLE:
        return ALL
    match = None if word is None else _AMOUNT.fullmatch(word)
    if match is not None and match["unit"] in ("%", "％"):
        return Least(amount=Decimal(match["number"]) / 100, share=True)
    if match is not None and match["unit"] != "分" and match["number"].isdigit():
        return Least(amount=Decimal(match["number"]))
    if word is not None:
        spot.refuse("QA120", actual=word, expected="3项、90%、全部", hint="")
    return None


GATE = Grammar(
    kind=Gate,
    keys={
        "code": code,
        "wording": text,
        "items": list_of(_item, filled=True),
        "reach": _reach,
        "at_least": _least,
        "consequence": text,
        "variant": variant,
    },
)
LEVEL = Grammar(
    kind=Level,
    keys={
        "name": text,
        "points": number,
        "below": number,
        "gates": list_of(code),
        "variant": variant,
    },
)
SHARE = Grammar(kind=Share, keys={"indicator": code, "weight": percent})
TERMS = Grammar(
    kind=Terms,
    keys={"variant": variant, "total": number, "step": number, "weights": records(SHARE)},
)
