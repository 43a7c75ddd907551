"""What an office declares of the stages after the reviews, each read strictly."""

import re

from builder.load.fields import Fields, Grammar, Spot
from builder.load.shapes import Shape, Shaped, Sort
from builder.load.values import (
    day,
    flag,
    number,
    percent,
    scalar,
    text,
    text_within,
    turned,
    whole,
    word_of,
)
from builder.model.panel.join import Join
from builder.model.panel.stage_rules import (
    Base,
    Category,
    Defence,
    Gate,
    Order,
    Publicity,
    Share,
    Vote,
)

_SHARE = re.compile(r"([1-9][0-9]?)/([1-9][0-9]?)|([1-9][0-9]?|100)%")
_HUNDRED = 100


def _read_share(spot: Spot) -> Share | None:
    """A share as two whole numbers: ``2/3`` or ``60%``, above nothing and not above the whole."""
    word = scalar(spot)
    if word is None:
        return None
    match = _SHARE.fullmatch(word)
    part, whole_ = (0, 0) if match is None else _parts(match)
    if not 0 < part <= whole_:
        spot.refuse("QA1140", actual=word)
        return None
    return Share(part=part, whole=whole_)


def _parts(match: re.Match[str]) -> tuple[int, int]:
    part, whole_, percents = match.groups()
    return (int(percents), _HUNDRED) if percents else (int(part), int(whole_))


_share = Shaped(read=_read_share, shape=Shape(sort=Sort.AMOUNT))


def _is_gate(fields: Fields) -> bool:
    """Whether it says a line or places at all."""
    fields.ask_for("places", "line", "winners")
    return True


def _fits(fields: Fields) -> bool:
    """Whether the line can be reached, and every committee member counts the same."""
    line, points = fields.values.get("line"), fields.values.get("points", Defence.points)
    if line is not None and line > points:
        fields.refuse("QA194", "line", expected=f"{points}（满分）", actual="")
    if fields.values.get("join") is Join.WEIGHTED:
        fields.refuse("QA1142", "join")
    return True


def _in_order(fields: Fields) -> bool:
    """Whether the last day is not before the first."""
    since, until = fields.values.get("since"), fields.values.get("until")
    if since is not None and until is not None and until < since:
        fields.refuse("QA1143", "until", expected=since, actual=until)
    return True


_PLACES, _LONGEST = whole(999), 200
GATE = Grammar(kind=Gate, keys={"line": number, "places": _PLACES}, check=_is_gate)
CATEGORY = Grammar(
    kind=Category,
    keys={"category": text, "line": number, "places": _PLACES, "winners": _PLACES},
    check=_is_gate,
)
DEFENCE = Grammar(
    kind=Defence,
    keys={
        "weight": percent,
        "points": number,
        "join": word_of(Join),
        "decimals": whole(4, zero=True),
        "line": number,
        "places": _PLACES,
    },
    check=_fits,
)
VOTE = Grammar(
    kind=Vote,
    keys={
        "share": _share,
        "above": flag,
        "base": word_of(Base),
        "quorum": _share,
        "places": _PLACES,
        "order": word_of(Order),
    },
)
PUBLICITY = Grammar(
    kind=Publicity,
    keys={
        "since": turned(day, str),
        "until": turned(day, str),
        "contact": text_within(_LONGEST),
    },
    check=_in_order,
)
