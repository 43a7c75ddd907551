"""Calls of the command line as a user makes them, in a process of their own."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.pipeline.own_outputs import WRITTEN_FILE

MAIN = "from builder.cli.main import main; main()"


@dataclass(frozen=True, kw_only=True)
class Called:
    """How a call ended and what it printed."""

    code: int
    output: str
    errors: str

    @property
    def json(self) -> Any:
        """The output as JSON, which it must be in whole."""
        return json.loads(self.output)


def call(folder: Path, *words: str, longest: float = 60) -> Called:
    """One call of ``builder`` made in a folder; it never shows a traceback."""
    done = subprocess.run(
        [sys.executable, "-c", MAIN, *words],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=longest,
    )
    output, errors = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in output + errors, errors
    return Called(code=done.returncode, output=output, errors=errors)


def files_in(folder: Path) -> list[str]:
    """Every file below a folder but the records of what was written, by relative path.

    Hidden and temporary ones are among them.
    """
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != WRITTEN_FILE)
    return sorted(str(path.relative_to(folder)) for path in files)
