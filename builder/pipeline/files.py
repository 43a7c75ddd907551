"""Files written whole or not at all."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

from builder.findings.failure import failure_words
from builder.findings.finding import Finding
from builder.frozen import frozen


@frozen
class WrittenFiles:
    """The files that were written, and what stood in the way.

    ``older`` are those of earlier runs that still lie among them and were not written again.
    """

    paths: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    older: tuple[Path, ...] = ()


def write_whole(path: Path, content: bytes) -> Finding | None:
    """Put ``content`` at ``path``, replacing a file there only once all of it is on the disk.

    A folder that cannot be made or a file that cannot be written is returned as a finding; what
    stood at ``path`` before is then untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    except OSError as error:
        return _unwritable(path, error)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        part.chmod(0o644)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        return _unwritable(path, error)
    return None


def free_place(path: Path, numbered: Callable[[int], str]) -> Path:
    """``path``, or the first of the names ``numbered`` from 2 in its folder that nothing has."""
    later = (path.with_name(numbered(number)) for number in count(2))
    return path if not path.exists() else next(one for one in later if not one.exists())


def move_aside(path: Path, place: Path, numbered: Callable[[int], str]) -> Finding | None:
    """Move a file to the first ``free_place``; what kept it where it is."""
    target = free_place(place, numbered)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)
    except OSError as error:
        return _unwritable(target, error)
    return None


def file_digest(path: Path) -> str:
    """What tells the present content of a file from every other, empty where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def file_mark(path: Path) -> tuple[int, int]:
    """What changes as often as a file is written: its time and size, nought where there is none."""
    try:
        there = path.stat()
    except OSError:
        return 0, 0
    return there.st_mtime_ns, there.st_size


def _unwritable(path: Path, error: OSError) -> Finding:
    return Finding.at("QA891", path, actual=failure_words(error))
