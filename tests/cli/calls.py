"""Calls of the command line as a user makes them, in a process of their own.

In a proof it is a new Python that imports everything. Otherwise it is a copy of this process where
the system makes copies: of a short call two thirds are imports.
"""

import json
import os
import select
import signal
import subprocess
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, NoReturn

from builder.cli.main import main
from builder.pipeline.own_outputs import WRITTEN_FILE

# Set where every call shall be a new Python.
NEW_PROCESSES = "BUILDER_NEW_PROCESSES"
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
    copied = sys.platform == "linux" and NEW_PROCESSES not in os.environ
    made = _in_a_copy if copied else _in_a_new_process
    called = made(folder, words, longest)
    assert "Traceback" not in called.output + called.errors, called.errors
    return called


def _in_a_new_process(folder: Path, words: tuple[str, ...], longest: float) -> Called:
    done = subprocess.run(
        [sys.executable, "-c", MAIN, *words],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=longest,
    )
    return Called(code=done.returncode, output=done.stdout.decode(), errors=done.stderr.decode())


def _in_a_copy(folder: Path, words: tuple[str, ...], longest: float) -> Called:
    with TemporaryFile() as output, TemporaryFile() as errors:
        # What was not written yet must not be written twice.
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if not pid:
            _become_the_program(folder, words, output, errors)
        watched = os.pidfd_open(pid)
        ended, _, _ = select.select([watched], [], [], longest)
        os.close(watched)
        if not ended:
            os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        assert ended, f"{words}: more than {longest} s"
        output.seek(0)
        errors.seek(0)
        return Called(
            code=os.waitstatus_to_exitcode(status),
            output=output.read().decode(),
            errors=errors.read().decode(),
        )


def _become_the_program(
    folder: Path, words: tuple[str, ...], output: IO[bytes], errors: IO[bytes]
) -> NoReturn:
    """Run the command line in place of the tests; nothing of theirs happens here any more."""
    code: object = 1
    try:
        for number, file in ((1, output), (2, errors)):
            os.dup2(file.fileno(), number)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - until the end
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - the same
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - the same
        os.chdir(folder)
        sys.argv = ["builder", *words]
        main()
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - the test that called sees the traceback
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 1)


def files_in(folder: Path) -> list[str]:
    """Every file below a folder but the records of what was written, by relative path.

    Hidden and temporary ones are among them.
    """
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != WRITTEN_FILE)
    return sorted(str(path.relative_to(folder)) for path in files)
