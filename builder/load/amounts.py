"""Points as the cells of a table write them: so many, or from a least to a most."""

import re
import unicodedata
from decimal import Decimal

NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,4})?"
# Before a number that is a bound or a whole, and not what something is worth: 达到90分, 总分100分.
NO_BOUND = (
    r"(?<!满分)(?<!总分)(?<!达到)(?<![低高多少等小大]于)(?<!不足)(?<!超过)(?<!至少)(?<![≥≤<>＞＜])"
)
_AMOUNT = re.compile(rf"得?(?P<number>{NUMBER})分?")
_SPAN = re.compile(rf"得?(?P<low>{NUMBER})分?[-—–~～至]{{1,2}}(?P<high>{NUMBER})分?")


def plain_cell(cell: str) -> str:
    """A cell without white space and the stop at its end, in the width signs usually have."""
    text = unicodedata.normalize("NFKC", "".join(cell.split()))
    return text.replace("−", "-").rstrip("。;；")


def amount_of(cell: str) -> Decimal | None:
    """The points a cell names: ``10``, ``10分``, ``得10分``; not those of each piece."""
    match = _AMOUNT.fullmatch(plain_cell(cell))
    return Decimal(match["number"]) if match else None


def range_of(cell: str) -> tuple[Decimal, Decimal] | None:
    """The least and the most that a cell names as ``16～20分`` does, in either order."""
    match = _SPAN.fullmatch(plain_cell(cell))
    return None if match is None else ends_of(match)


def ends_of(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """The least and the most of the two numbers that were found."""
    first, last = Decimal(match["low"]), Decimal(match["high"])
    return min(first, last), max(first, last)


def worth_of(cell: str) -> tuple[Decimal, Decimal] | None:
    """The least and the most of an amount or a range, the same of an amount."""
    amount = amount_of(cell)
    return range_of(cell) if amount is None else (amount, amount)


def is_worth(cell: str) -> bool:
    """Whether a cell holds points: an amount, or one from a least to a most."""
    return worth_of(cell) is not None
