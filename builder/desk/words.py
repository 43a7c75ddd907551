"""How times, sizes and points are written on a page."""

import os
from datetime import datetime
from decimal import Decimal, InvalidOperation

_KILO = 1024


def when(moment: datetime | str | None) -> str:
    """A moment to the minute where the user is; a dash where there is none."""
    if not moment:
        return "—"
    try:
        known = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    except ValueError:
        return str(moment)
    here = known.astimezone() if known.tzinfo else known
    return here.strftime("%Y-%m-%d %H:%M")


def size(count: int) -> str:
    """So many bytes as people say it."""
    if count < _KILO:
        return f"{count} 字节"
    if count < _KILO**2:
        return f"{count / _KILO:.0f} KB"
    return f"{count / _KILO**2:.1f} MB"


def within(words: str, root: str) -> str:
    """What is said of files in a folder, without the way to the folder, which everybody knows."""
    return words.replace(f"{root}{os.sep}", "") if root else words


def points(value: Decimal | str | None) -> str:
    """Points without needless zeros; a dash where there are none."""
    if value is None or value == "":
        return "—"
    try:
        number = Decimal(value)
    except InvalidOperation:
        return str(value)
    return f"{number.normalize():f}"
