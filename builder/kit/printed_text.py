"""How points and headings are spelt in the Word kit."""

import re
from dataclasses import replace
from decimal import Decimal

from builder.book.cell_text import fitting
from builder.formula.render import plain_number
from builder.model.official import Criterion, Mark

# Every character that XML 1.0 cannot carry (its clause 2.2 says which it can, which is a pattern
# that takes thirty times as long to compile).
UNHOLDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def holdable(text: str) -> str:
    """The text as long as is read, nothing hidden in it, a blank box for what Word cannot hold."""
    return UNHOLDABLE.sub("□", fitting(text))


def printed_name(number: str, name: str) -> str:
    """Number and name; a number that ends in Chinese punctuation needs no space after it."""
    if not number:
        return name
    return f"{number}{name}" if number[-1] in "、．）。—" else f"{number} {name}"


def heading_text(number: str, name: str, points: Decimal | None) -> str:
    """The heading of an indicator with its points as the notice shows them, ``（25分）``."""
    printed = printed_name(number, name)
    return printed if points is None else f"{printed}（{plain_number(points)}分）"


def printed_marks(item: Criterion) -> tuple[Mark, ...]:
    """The marks of a criterion as stretches of what is printed, its label in front."""
    shift = len(item.printed) - len(item.text)
    return tuple(replace(one, start=one.start + shift, end=one.end + shift) for one in item.marks)
