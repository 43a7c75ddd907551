"""The values of a measure that a row of a table means, and whether its rows join without a gap."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from builder.frozen import frozen
from builder.model.leaf_rules import Span


@frozen
class ReadSpan:
    """A row as it is written; ``low_said`` and ``high_said`` are whether a bound is in it or not.

    They are ``None`` where the row does not say so.
    """

    span: Span
    low_said: bool | None = None
    high_said: bool | None = None


@frozen
class Joint:
    """What is wrong where two rows meet: the code, what stands there, and both rows."""

    code: str
    at: str
    above: str
    below: str


def read_span(printed: str, unit: str, points: Decimal) -> ReadSpan | None:
    """The values a row names, ``None`` where it cannot be read; its unit may be repeated."""
    text = _THOUSANDS.sub("", "".join(unicodedata.normalize("NFKC", printed).split()))
    text = text.rstrip("。;")
    if unit:
        text = text.replace(unicodedata.normalize("NFKC", unit), "")
    for written, meant in _SIGNS:
        text = text.replace(written, meant)
    base = Span(printed=" ".join(printed.split()), points=points)
    for read in (_interval, _between, _one_sided, _two_sided):
        found = read(text, base)
        if found is not None:
            return found
    return None


def joined_spans(rows: Sequence[ReadSpan], *, whole: bool) -> tuple[tuple[Span, ...], list[Joint]]:
    """The rows from high to low with every bound decided, and where they do not join.

    A bound that a row leaves open to both belongs where its neighbour does not take it.
    """
    ordered = sorted(rows, key=lambda row: (row.span.low is not None, row.span.low or Decimal(0)))
    wrong: list[Joint] = []
    decided = [ordered[0]] if ordered else []
    for below, above in pairwise(ordered):
        code, below_said, above_said = _meeting(decided[-1], above, whole=whole)
        decided[-1] = replace(decided[-1], high_said=below_said)
        decided.append(replace(above, low_said=above_said))
        if code:
            at = above.span.low if above.span.low is not None else below.span.high
            shown = "" if at is None else f"{at:f}"
            wrong.append(
                Joint(code=code, at=shown, above=above.span.printed, below=below.span.printed)
            )
    spans = (
        replace(row.span, with_low=row.low_said is not False, with_high=row.high_said is not False)
        for row in decided
    )
    return tuple(reversed(tuple(spans))), wrong


def _meeting(
    below: ReadSpan, above: ReadSpan, *, whole: bool
) -> tuple[str, bool | None, bool | None]:
    """What is wrong where two rows meet, and which of them has the bound they share."""
    high, low = below.span.high, above.span.low
    if high is None or low is None:
        return _OVERLAP, below.high_said, above.low_said
    if whole and high != low:
        last = high if below.high_said is not False else high - 1
        first = low if above.low_said is not False else low + 1
        code = "" if first == last + 1 else _GAP if first > last + 1 else _OVERLAP
        return code, below.high_said, above.low_said
    if high != low:
        return (_GAP if high < low else _OVERLAP), below.high_said, above.low_said
    match (below.high_said, above.low_said):
        case (None, None):
            return _UNSAID, None, None
        case (None, bool() as there):
            return "", not there, there
        case (bool() as here, None):
            return "", here, not here
        case (here, there):
            return ("" if here != there else _OVERLAP if here else _GAP), here, there


def _interval(text: str, base: Span) -> ReadSpan | None:
    """[60,80) and 60≤x<80."""
    match = _BRACKETS.fullmatch(text)
    if match is not None:
        low_in, high_in = match["open"] == "[", match["close"] == "]"
    else:
        match = _CHAIN.fullmatch(text)
        if match is None:
            return None
        low_in, high_in = match["open"] == "≤", match["close"] == "≤"
    return _closed(base, match["low"], match["high"], (low_in, high_in))


def _between(text: str, base: Span) -> ReadSpan | None:
    """60～80, either end with (含) or (不含) behind it, and a number alone."""
    match = _RANGE.fullmatch(text)
    if match is not None:
        said = (_said(match["with_low"]), _said(match["with_high"]))
        return _closed(base, match["low"], match["high"], said)
    if _NUMBER_ALONE.fullmatch(text):
        return _closed(base, text, text, (True, True))
    return None


def _one_sided(text: str, base: Span) -> ReadSpan | None:
    """≥80, 80以上, 不足60; by law 以上 and 以下 have the number in them, 超过 and 不满 have not."""
    for pattern in _ONE_SIDED:
        match = pattern.fullmatch(text)
        if match is not None:
            upward, included = _SIDES[match["word"]]
            said = _said(match["with"] or match.groupdict().get("before"))
            if said is not None and included is not said:
                if not included:
                    return None
                included = said
            number = Decimal(match["number"])
            if upward:
                return ReadSpan(span=replace(base, low=number), low_said=included)
            return ReadSpan(span=replace(base, high=number), high_said=included)
    return None


def _two_sided(text: str, base: Span) -> ReadSpan | None:
    """≥60且不足80, 60以上不足80: a bound from either side."""
    parts = re.split("[且并,，、]", text)
    if len(parts) == 1:
        first = next((one for one in (side.match(text) for side in _ONE_SIDED) if one), None)
        parts = [text] if first is None else [first[0], text[first.end() :]]
    sides = [_one_sided(part, base) for part in parts]
    low = [side for side in sides if side is not None and side.span.low is not None]
    high = [side for side in sides if side is not None and side.span.high is not None]
    if len(sides) != len(low) + len(high) or len(low) != 1 or len(high) != 1:
        return None
    below, above = low[0], high[0]
    if below.span.low is None or above.span.high is None or below.span.low > above.span.high:
        return None
    return ReadSpan(
        span=replace(base, low=below.span.low, high=above.span.high),
        low_said=below.low_said,
        high_said=above.high_said,
    )


def _closed(
    base: Span, low: str, high: str, said: tuple[bool | None, bool | None]
) -> ReadSpan | None:
    first, last = Decimal(low), Decimal(high)
    if first > last:
        return None
    return ReadSpan(span=replace(base, low=first, high=last), low_said=said[0], high_said=said[1])


def _said(words: str | None) -> bool | None:
    return None if not words else "不" not in words


_GAP, _OVERLAP, _UNSAID = "QA288", "QA289", "QA290"
_SIGNS = (
    ("≧", "≥"),
    (">=", "≥"),
    ("≦", "≤"),
    ("<=", "≤"),
    ("大于等于", "≥"),
    ("小于等于", "≤"),
    ("〜", "~"),
    ("∼", "~"),
)
# 1,000 but not [60,800), which is from one number to another.
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9\])]))")
_N = r"-?[0-9]{1,9}(?:\.[0-9]{1,6})?"
_BRACKETS = re.compile(rf"(?P<open>[\[(])(?P<low>{_N})[,，;~-](?P<high>{_N})(?P<close>[\])])")
_CHAIN = re.compile(rf"(?P<low>{_N})(?P<open>[<≤])[^0-9<≤]{{0,12}}(?P<close>[<≤])(?P<high>{_N})")
_WITH = rf"\(?(?:不含|含)(?:本数|{_N})?\)?"
_RANGE = re.compile(
    rf"(?P<low>{_N})(?P<with_low>{_WITH})?(?:[~～—–-]{{1,2}}|至|到)"
    rf"(?P<high>{_N})(?P<with_high>{_WITH})?"
)
_NUMBER_ALONE = re.compile(_N)
_SIDES = {
    **dict.fromkeys((">", "大于", "高于", "超过", "多于"), (True, False)),
    **dict.fromkeys(("≥", "达到", "不低于", "不少于", "不小于", "以上", "及以上"), (True, True)),
    **dict.fromkeys(("<", "小于", "低于", "不足", "不满", "不到", "未达", "少于"), (False, False)),
    **dict.fromkeys(("≤", "不超过", "不高于", "不大于", "以下", "及以下", "以内"), (False, True)),
}
_LONGEST_FIRST = "|".join(sorted(_SIDES, key=len, reverse=True))
_ONE_SIDED = (
    re.compile(rf"(?P<word>{_LONGEST_FIRST})(?P<number>{_N})(?P<with>{_WITH})?"),
    re.compile(
        rf"(?P<number>{_N})(?P<before>{_WITH})?(?P<word>及以上|及以下|以上|以下|以内)(?P<with>{_WITH})?"
    ),
)
