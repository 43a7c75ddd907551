"""One file of the office's put in its place; what stood there goes to 回收站, never away."""

import glob
import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from builder.findings.failure import failure_words
from builder.findings.finding import Finding
from builder.pipeline.files import move_aside, write_whole
from builder.pipeline.year.folder import Room, Year

# No name of a file begins as the number of one moved in the same second does.
_STAMPED = re.compile(r"([0-9]{8}-[0-9]{6})(?:_([0-9]{1,9}))?-")


def put(year: Year, path: Path, content: bytes) -> Finding | None:
    """Put ``content`` at ``path``; what kept it from being put there."""
    if path.is_file():
        with suppress(OSError):
            if path.read_bytes() == content:
                return None
        failure = put_aside(year, path)
        if failure is not None:
            return failure
    return write_whole(path, content)


def put_aside(year: Year, path: Path) -> Finding | None:
    """Move a file to 回收站 under its name and the time; what kept it where it is."""
    now = stamp()
    target = year.place(Room.RECYCLED) / f"{now}-{path.name}"
    return move_aside(path, target, lambda number: f"{now}_{number}-{path.name}")


def last_aside(year: Year, path: Path) -> Path | None:
    """What was moved from there to 回收站 last."""
    room = year.place(Room.RECYCLED)
    there = room.glob(f"*-{glob.escape(path.name)}") if room.is_dir() else ()
    ours = [one for one in there if _STAMPED.fullmatch(one.name.removesuffix(path.name))]
    return max(ours, key=_moved, default=None)


def _moved(path: Path) -> tuple[str, int]:
    match = _STAMPED.match(path.name)
    return (match[1], int(match[2] or 1)) if match is not None else ("", 0)


def put_back(year: Year, path: Path) -> Finding | None:
    """Put what was moved from there last in its place again, and what stands there aside."""
    former = last_aside(year, path)
    if former is None:
        return None
    try:
        content = former.read_bytes()
    except OSError as error:
        return Finding.at("QA891", former, actual=failure_words(error))
    failure = put(year, path, content)
    if failure is None:
        with suppress(OSError):
            former.unlink()
    return failure


def stamp() -> str:
    """The present moment as names of files say it."""
    return datetime.now(UTC).astimezone().strftime("%Y%m%d-%H%M%S")
