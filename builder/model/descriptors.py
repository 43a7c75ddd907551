"""What a table of the notice says about the bands of the scale, and of which percents."""

import re
from collections.abc import Iterator
from decimal import Decimal

from builder.frozen import frozen
from builder.model.official import DescriptorTable, Position
from builder.model.scheme import Band


@frozen
class Description:
    """One row or column of a table that describes percents: what it prints, lists and says.

    ``percents`` are decimal fractions; none where the cell lists no percent.
    """

    printed: str
    percents: tuple[Decimal, ...]
    words: tuple[str, ...]
    position: Position


def descriptions(table: DescriptorTable) -> tuple[Description, ...]:
    """What the table says of percents, in its own order; nothing where it is about other things.

    The percents stand in the first column (one band a row) or in the header (one band a column).
    """
    if any(map(listed_percents, (row.cells[0] for row in table.rows))):
        return tuple(_read(row.cells[0], row.cells[1:], row.position) for row in table.rows)
    return tuple(_columns(table))


def listed_percents(printed: str) -> tuple[Decimal, ...]:
    """The percents a text lists, as decimal fractions."""
    return tuple(Decimal(number) / 100 for number in _PERCENT.findall(printed))


def lists_band(printed: str, band: Band, step: Decimal | None) -> bool:
    """Whether a text lists the percents of a band.

    It may list every step of it, name both ends of a range, or call the lowest or highest band
    that below or above a percent. Where ``step`` is ``None``, the ends of what is listed count.
    """
    listed = listed_percents(printed)
    if not listed:
        return False
    if len(listed) == 1 and _BELOW.search(printed):
        return not band.low and band.high <= listed[0]
    if len(listed) == 1 and _ABOVE.search(printed):
        return band.high == 1 and band.low >= listed[0]
    if step is None or _RANGE.search(printed):
        return (min(listed), max(listed)) == (band.low, band.high)
    count = int((band.high - band.low) / step) + 1
    return len(listed) == count and listed == tuple(band.low + n * step for n in range(count))


def _columns(table: DescriptorTable) -> Iterator[Description]:
    for column, printed in enumerate(table.header):
        if listed_percents(printed):
            words = tuple(row.cells[column] for row in table.rows)
            yield _read(printed, words, table.position)


def _read(printed: str, words: tuple[str, ...], position: Position) -> Description:
    return Description(
        printed=printed, percents=listed_percents(printed), words=words, position=position
    )


# A number before a dash is a percent where the number after it is one: 10-25%.
_PERCENT = re.compile(
    r"([0-9]{1,3}(?:\.[0-9]{1,4})?)\s*(?:[%％]|(?=[-－–—~～至到]\s*[0-9]{1,3}(?:\.[0-9]{1,4})?\s*[%％]))"
)
_RANGE = re.compile(r"[0-9]\s*[%％]?\s*[-－–—~～至到]\s*[0-9]")
_BELOW = re.compile(r"以下|不足|低于|不到|小于")
_ABOVE = re.compile(r"以上|高于|超过|大于")
