"""How a scheme file writes the rule that joins parts and the weight of a part."""

import re
from decimal import Decimal

from builder.load.key_names import ATTRIBUTES, english
from builder.load.wording import HALF_WIDTH
from builder.model.joins import HIGHEST, Join, JoinKind

_WORDS = {
    "sum": Join(),
    "average": Join(kind=JoinKind.AVERAGE),
    "weighted": Join(kind=JoinKind.WEIGHTED),
    "highest": HIGHEST,
    "lowest": Join(kind=JoinKind.LOWEST),
    "scaled": Join(kind=JoinKind.SCALED),
}
_BEST = re.compile(r"(?:最高的?|best)\s*(?P<count>[1-9][0-9]?)\s*项?")
_NAMED = r"(?:(?:权重|占比|比重)(?:系数)?|系数)[为占:：]?\s*"
_PERCENT = (
    r"(?:(?:(?:权重|占比|比重)?(?:系数)?|占)[为占:：]?\s*(?P<number>100|[0-9]{1,2}(?:\.[0-9]{1,4})?)\s*[%％]"
    rf"|{_NAMED}(?P<part>0\.[0-9]{{1,4}}))"
)
_WITHIN = _PERCENT.replace("number", "within").replace("part", "inner")
_FIRST = _PERCENT.replace("number", "first").replace("part", "foremost")
_SHARE = re.compile(_PERCENT)
# （权重30%） or （权重0.3） at the end, before the points or behind them, and both in one bracket
# as in （100分，权重30%） and （权重30%，100分）.
_PRINTED = re.compile(
    rf"(?<!\\)[（(]\s*{_PERCENT}\s*[）)](?P<after>\s*[（(][^（()）]*[）)])?$"
    rf"|(?<=分)\s*[，,；;、]\s*{_WITHIN}\s*(?P<close>[）)])$"
    rf"|(?<=[（(])\s*{_FIRST}\s*[，,；;、]\s*(?P<points>[0-9.]+\s*分\s*[）)])$"
)
# What may be written, as messages list it.
JOIN_WORDS = "平均、加权、最高、最高的3项、最低、折算、累加"


def join_named(word: str) -> Join | None:
    """The rule that a word names, ``None`` for any other word."""
    best = _BEST.fullmatch(word)
    if best is not None:
        return Join(kind=JoinKind.BEST, best=int(best["count"]))
    return _WORDS.get(english(word, _WORDS, ATTRIBUTES))


def share_in(words: str) -> Decimal | None:
    """The share in words such as ``权重30%`` as a decimal fraction, ``None`` for other words."""
    match = _SHARE.fullmatch(words.translate(HALF_WIDTH))
    return None if match is None else _share(match["number"], match["part"])


def split_weight(raw: str) -> tuple[str, Decimal | None]:
    """A heading's text without the weight that is printed in it, and the weight."""
    match = _PRINTED.search(raw.translate(HALF_WIDTH))
    if match is None:
        return raw, None
    before = raw[: match.start()].rstrip()
    kept = next((name for name in ("close", "points", "after") if match[name]), "")
    rest = raw[match.start(kept) : match.end(kept)] if kept else ""
    percent = match["number"] or match["within"] or match["first"]
    part = match["part"] or match["inner"] or match["foremost"]
    return f"{before}{rest}", _share(percent, part)


def _share(percent: str | None, part: str | None) -> Decimal:
    return Decimal(percent) / 100 if percent else Decimal(part or 0)
