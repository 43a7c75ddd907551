"""The tables under a heading that say how it is scored."""

import re
from decimal import Decimal

from builder.model.official import DescriptorTable


def rule_table(tables: tuple[DescriptorTable, ...], *, least: int) -> DescriptorTable | None:
    """The first table of so many columns whose heading speaks of points, else the first so wide."""
    wide = [table for table in tables if len(table.header) >= least]
    spoken = (table for table in wide if any("分" in cell for cell in table.header[1:]))
    return next(spoken, wide[0] if wide else None)


def amount_of(cell: str, whole: Decimal | None = None) -> Decimal | None:
    """The points a cell names, ``whole`` where it says that all are meant."""
    text = "".join(cell.split())
    if whole is not None and text in _ALL:
        return whole
    match = _AMOUNT.fullmatch(text)
    return Decimal(match["number"]) if match else None


_ALL = ("扣完", "全扣", "不得分", "扣完为止", "本项不得分", "扣完本项分")
_AMOUNT = re.compile(
    r"(?:每[^0-9]{1,6})?(?:[得加扣计减最多高]{0,3})(?P<number>[0-9]{1,6}(?:\.[0-9]{1,4})?)分?"
)
