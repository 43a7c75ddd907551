"""Files written whole or not at all."""

import os
import tempfile
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


def _unwritable(path: Path, error: OSError) -> Finding:
    return Finding.at("QA891", path, actual=failure_words(error))
