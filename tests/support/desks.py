"""A desk as a person starts it: a process, and the address that it tells."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_END = 30.0


@contextmanager
def running(folder: Path, *words: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A desk for a folder, and the address that it tells; it is ended with the block."""
    command = [sys.executable, "-m", "builder", "desk", str(folder), "--no-browser", *words]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            found = re.search(r"https?://\S+", line)
            assert found is not None, line
            yield process, found[0]
        finally:
            process.terminate()
            process.wait(timeout=_END)
