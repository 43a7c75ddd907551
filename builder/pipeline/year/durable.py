"""Files that are whole on the disk before anything says that they are there."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

# What Office leaves behind is called so; nobody takes it for a file that was handed in.
TEMPORARY = ".~builder-"


def put_durably(path: Path, content: bytes) -> None:
    """Put a new file at ``path``: all of it, or nothing; raises ``OSError``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with temporary(path.parent) as (file, part):
        file.write(content)
        into_place(file, part, path)
    keep_names(path.parent)


@contextmanager
def temporary(folder: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """A file that is gone afterwards, unless it was put into its place."""
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=folder)
    part = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file, part
    finally:
        part.unlink(missing_ok=True)


def into_place(file: IO[bytes], part: Path, path: Path) -> None:
    """Have the disk keep all of a file, then call it by its name; raises ``OSError``.

    Nothing that is there already is replaced. That the disk keeps the name, too, is another step.
    """
    file.flush()
    os.fsync(file.fileno())
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, "taken", str(path))
    # Some systems rename nothing that is open.
    file.close()
    part.chmod(0o644)
    part.rename(path)


def append_durably(path: Path, line: bytes) -> None:
    """Add a line in one piece to a file that is there; raises ``OSError``.

    What a broken end left there stays apart from it.
    """
    before = b"" if _ends_whole(path) else b"\n"
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "ab") as file:
        file.write(before + line + b"\n")
        file.flush()
        os.fsync(file.fileno())


def keep_names(folder: Path) -> None:
    """Have the disk keep what was renamed in a folder; not every system can be asked for that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _ends_whole(path: Path) -> bool:
    with path.open("rb") as file:
        if not file.seek(0, os.SEEK_END):
            return True
        file.seek(-1, os.SEEK_END)
        return file.read() == b"\n"


def remove_empty(folder: Path) -> None:
    """Remove a folder and those in it as far as nothing lies in them."""
    for inner, _, _ in os.walk(folder, topdown=False):
        with suppress(OSError):
            Path(inner).rmdir()
