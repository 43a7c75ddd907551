"""A formula of entered figures as a heading has it: ``(A-B)/B*100``, ``(B/A)^(1/2)-1``."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from builder.model.leaf_rules import Ratio

_TOKEN = re.compile(r"\s*(?P<piece>[A-Z]|[0-9]{1,9}(?:\.[0-9]{1,6})?|[-+*/^()])")
_SAME = str.maketrans({"×": "*", "÷": "/", "－": "-", "＋": "+", "−": "-"})
# So many signs no notice needs; deeper formulas are somebody's joke.
_LONGEST = 120
# What something may be raised to: twice to nine times itself, and the roots of these.
_POWERS = tuple(Ratio(number=Decimal(number)) for number in range(2, 10))
_ROOTS = tuple(Ratio(sign="/", left=Ratio(number=Decimal(1)), right=power) for power in _POWERS)


def read_ratio(written: str) -> Ratio | None:
    """The formula, ``None`` where it cannot be read: letters, numbers, + - * / ^ and brackets."""
    text = unicodedata.normalize("NFKC", written.translate(_SAME)).translate(_SAME)
    if len(text) > _LONGEST:
        return None
    signs: list[str] = []
    place = 0
    while place < len(text.rstrip()):
        match = _TOKEN.match(text, place)
        if match is None:
            return None
        signs.append(match["piece"])
        place = match.end()
    reading = _Reading(signs)
    found = reading.sum()
    return found if found is not None and not reading.rest else None


class _Reading:
    """The signs of a formula while they are read from the left."""

    def __init__(self, signs: list[str]) -> None:
        self.rest = list(reversed(signs))

    def sum(self) -> Ratio | None:
        """What is added and subtracted."""
        return self._chain(self._product, "+-")

    def _product(self) -> Ratio | None:
        return self._chain(self._power, "*/")

    def _power(self) -> Ratio | None:
        """Something raised to a whole power, or to the root that ``^(1/2)`` is."""
        base = self._single()
        if base is None or not self.rest or self.rest[-1] != "^":
            return base
        self.rest.pop()
        exponent = self._single()
        known = exponent is not None and (exponent in _POWERS or exponent in _ROOTS)
        return Ratio(sign="^", left=base, right=exponent) if known else None

    def _chain(self, part: Callable[[], Ratio | None], signs: str) -> Ratio | None:
        whole = part()
        while whole is not None and self.rest and self.rest[-1] in signs:
            sign = self.rest.pop()
            right = part()
            whole = None if right is None else Ratio(sign=sign, left=whole, right=right)
        return whole

    def _single(self) -> Ratio | None:
        if not self.rest:
            return None
        piece = self.rest.pop()
        if piece == "(":
            inside = self.sum()
            if inside is None or not self.rest or self.rest.pop() != ")":
                return None
            return inside
        if piece.isalpha():
            return Ratio(letter=piece)
        return Ratio(number=Decimal(piece)) if piece[0].isdigit() else None
