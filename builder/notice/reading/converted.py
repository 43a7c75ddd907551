"""An old Office file as a new one, by LibreOffice where it is installed, within a bounded time."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from builder.ooxml.refusal import RefusedError

_PROGRAMS = ("soffice", "libreoffice")
# Where Windows and macOS put it, which is on no path.
_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_SECONDS = 90


def office_program() -> str | None:
    """The LibreOffice that is installed, ``None`` where there is none."""
    found = (shutil.which(name) for name in _PROGRAMS)
    return next((path for path in (*found, *_PLACES) if path and Path(path).is_file()), None)


def converted(data: bytes, suffix: str, target: str) -> bytes:
    """The content of a file with that suffix as a file of the ``target`` kind.

    Macros and links are not followed: a fresh profile asks for them and nobody answers. Raises
    ``RefusedError``: QA989 where there is no LibreOffice, QA990 where it made nothing in time.
    """
    program = office_program()
    if program is None:
        raise RefusedError("QA989")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / f"notice{suffix}"
        source.write_bytes(data)
        profile = (folder / "profile").as_uri()
        command = (
            *(program, f"-env:UserInstallation={profile}", "--headless", "--norestore"),
            *("--convert-to", target, "--outdir", str(folder / "out"), str(source)),
        )
        _run(command)
        made = folder / "out" / f"notice.{target}"
        try:
            return made.read_bytes()
        except OSError:
            raise RefusedError("QA990") from None


def _run(command: tuple[str, ...]) -> None:
    """Run a program, and stop all that it started when it or its time is over (QA990)."""
    apart = os.name == "posix"
    with subprocess.Popen(  # noqa: S603 - the program that was found, and files of this folder
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=apart
    ) as process:
        try:
            process.wait(timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            raise RefusedError("QA990") from None
        finally:
            _stop(process, apart=apart)


def _stop(process: "subprocess.Popen[bytes]", *, apart: bool) -> None:
    """End a program and whatever it started that still runs, however its time came to an end."""
    with suppress(OSError):
        if apart:
            os.killpg(process.pid, signal.SIGKILL)
        elif process.poll() is None:
            process.kill()
