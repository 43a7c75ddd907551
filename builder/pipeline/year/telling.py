"""The ledger told what the records say."""

from collections.abc import Iterable
from pathlib import Path, PurePath

from builder.ledger.rows import Entry
from builder.pipeline.year.folder import Room, Year
from builder.pipeline.year.record import entry_of, mark_of, read


def tell(year: Year, files: Iterable[Path]) -> None:
    """Have the ledger know what the records of these files say; raises ``OSError``."""
    told = tuple(files)
    if told:
        with year.ledger.alone() as ledger:
            ledger.put([entry(year, file) for file in told])


def entry(year: Year, file: Path) -> Entry:
    """What the record of a file in the year says; raises ``OSError``."""
    key = year.key(file)
    mark = mark_of(file)
    events, _ = read(file)
    return entry_of(key, delivery_of(key), events, mark, recycled=is_recycled(key))


def is_recycled(key: str) -> bool:
    """Whether a file of the year was moved to 回收站."""
    return key.startswith(f"{Room.RECYCLED.value}/")


def delivery_of(key: str) -> str:
    """With what a received file came: the folder it lies in, empty where it lies in none."""
    parts = PurePath(key.removeprefix(f"{Room.RECYCLED.value}/")).parts
    return parts[1] if len(parts) > 2 else ""
