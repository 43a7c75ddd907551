"""The net around each file and each output: what goes wrong inside costs that one only.

Causes that are known are told in words of their own; what is caught here nobody foresaw. People
get a finding with a reference, the developer's log gets the traceback, and nothing else does.
"""

import hashlib
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from builder.findings.failure import failure_words, refuse_special
from builder.findings.finding import Finding
from builder.pipeline.child import NO_MEMORY

_Made = TypeVar("_Made")
_REFERENCE_LENGTH = 8


def within_net(
    work: Callable[[], _Made], path: str, log: Path | None = None, output: str = ""
) -> _Made | Finding:
    """What the work returns, or the finding that says it came to nothing.

    The work is judging the file at ``path``, or making from it the ``output`` of that name.
    """
    try:
        return work()
    except MemoryError:
        return NO_MEMORY.finding(path, output)
    except Exception as error:  # noqa: BLE001 - the net: nothing that a file holds may end a run
        reference = _reference(error)
        if log is not None:
            # A disk that takes no log must not end what the net just saved.
            with suppress(OSError), log.open("a", encoding="utf-8", errors="replace") as file:
                file.write(f"{reference} {path} {output}\n")
                file.writelines([*traceback.format_exception(error), "\n"])
        return Finding.at("QA811" if output else "QA831", path, actual=reference, output=output)


def begin_log(log: Path) -> Finding | None:
    """What keeps the log from being written; nothing that stands in it is lost."""
    try:
        refuse_special(log)
        with log.open("a", encoding="utf-8"):
            return None
    except OSError as error:
        return Finding.at("QA891", log, actual=failure_words(error))


def is_caught(finding: Finding) -> bool:
    """Whether a finding only says that judging a file came to nothing."""
    return finding.code == "QA831"


def _reference(error: Exception) -> str:
    """The same few characters for the same fault of the program, on whatever machine."""
    steps = traceback.extract_tb(error.__traceback__)
    names = [f"{Path(step.filename).name}:{step.lineno}:{step.name}" for step in steps]
    whole = " ".join((type(error).__name__, *names))
    return hashlib.sha256(whole.encode()).hexdigest()[:_REFERENCE_LENGTH]
