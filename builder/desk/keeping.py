"""One file of the office's put in its place; what stood there goes to 回收站, never away."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from builder.findings.finding import Finding
from builder.pipeline.files import move_aside, write_whole
from builder.pipeline.year.folder import Room, Year


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
    return move_aside(path, target, lambda number: f"{now}-{number}-{path.name}")


def stamp() -> str:
    """The present moment as names of files say it."""
    return datetime.now(UTC).astimezone().strftime("%Y%m%d-%H%M%S")
