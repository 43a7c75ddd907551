"""How a scheme file writes the rule that joins parts and the weight of a part."""

import re
from decimal import Decimal

from builder.load.key_names import ATTRIBUTES, english
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
_PERCENT = r"(?:权重|占比|比重|占)?[为占:：]?\s*(?P<number>100|[0-9]{1,2}(?:\.[0-9]{1,4})?)\s*[%％]"
_SHARE = re.compile(_PERCENT)
# （权重30%） at the end, before the points or behind them, and （100分，权重30%）.
_PRINTED = re.compile(
    rf"(?<!\\)[（(]\s*{_PERCENT}\s*[）)](?P<after>\s*[（(][^（()）]*[）)])?$"
    rf"|(?<=分)\s*[，,；;、]\s*{_PERCENT.replace('number', 'within')}\s*(?P<close>[）)])$"
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
    """The percent in some words such as ``权重30%`` as a decimal fraction, ``None`` for others."""
    match = _SHARE.fullmatch(words)
    return None if match is None else Decimal(match["number"]) / 100


def split_weight(raw: str) -> tuple[str, Decimal | None]:
    """A heading's text without the weight that is printed in it, and the weight."""
    match = _PRINTED.search(raw)
    if match is None:
        return raw, None
    before = raw[: match.start()].rstrip()
    rest = match["close"] if match["within"] else (match["after"] or "")
    return f"{before}{rest}", Decimal(match["number"] or match["within"]) / 100
