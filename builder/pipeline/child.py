"""One child process that works on files, and how much of the machine it takes.

Neither alarms nor limits of the system are asked: not every system has them. What is watched are
processor time and resident memory, so the time in which a computer sleeps or is busy with something
else counts for nothing.
"""

import gc
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from builder.findings.finding import Finding
from builder.frozen import frozen

# How often a child at work is looked at, in seconds.
LOOK = 0.1
_GO_ON, _END = True, False


@frozen
class Stopped:
    """A piece of work came to nothing: the code of what is told, and how much it had taken."""

    code: str
    taken: str = ""

    def finding(self, path: str, output: str = "") -> Finding:
        """What is told of the file at ``path``, or of the ``output`` that was made from it."""
        told = Finding.at(self.code, path, actual=self.taken)
        return Finding.at("QA812", path, actual=told.message, output=output) if output else told


NO_MEMORY, DIED = Stopped(code="QA217"), Stopped(code="QA830")


@frozen
class Limits:
    """What one piece of work may take.

    ``seconds`` of processor time, resident ``memory`` in bytes beyond what the process had when it
    was first looked at, and ``idle`` seconds of being waited for without using the processor.
    """

    seconds: float = 20
    memory: int = 1_000_000_000
    idle: float = 300


class Process(Protocol):
    """A process that was started, and the way to it; all but ``kill`` and ``end`` may raise.

    ``receive`` raises ``EOFError`` or ``OSError`` where the process has died, ``send`` the latter.
    """

    @property
    def pid(self) -> int:
        """The number that the system knows it by."""

    def send(self, message: object) -> None:
        """Tell it something."""

    def receive(self) -> Any:
        """Wait for what it tells."""

    def kill(self) -> None:
        """Stop it in the midst of its work."""

    def end(self) -> None:
        """Close the way to it and wait for its end."""


_Process = TypeVar("_Process", bound=Process)


class Start(Protocol[_Process]):
    """A way to have processes: what starts one, and what waits for some of them."""

    def started(self, work: Callable[[Any], Any], others: Iterable[_Process]) -> _Process:
        """A new process that serves the work, beside ``others``."""

    def ready(self, processes: Iterable[_Process], seconds: float) -> list[_Process]:
        """Those that have told something or died, as soon as there is one."""


@dataclass(kw_only=True)
class Child:
    """A process at its work; ``number`` is the piece it works on, ``None`` if on none."""

    process: Any
    number: int | None = None
    _watched: Any = None
    _resident: int = 0
    _began: float | None = None
    _used: float = 0
    _idle: float = 0

    def begin(self, number: int, item: object) -> None:
        """Hand it a piece of work; raises ``OSError`` where it has died."""
        self.process.send((_GO_ON, item))
        self.number, self._began, self._idle = number, None, 0

    def beyond(self, limits: Limits) -> Stopped | None:
        """What it has taken too much of by now; to be asked every ``LOOK`` seconds."""
        # Most runs are over before anything has to be looked at.
        import psutil

        try:
            if self._watched is None:
                self._watched = psutil.Process(self.process.pid)
                self._resident = self._watched.memory_info().rss
            times, resident = self._watched.cpu_times(), self._watched.memory_info().rss
        except psutil.Error:
            # The way to it will tell that it has died.
            return None
        used = times.user + times.system
        if self._began is None:
            self._began = used
        self._idle = self._idle + LOOK if used == self._used else 0
        self._used = used
        if resident - self._resident > limits.memory:
            return NO_MEMORY
        for taken, limit in ((used - self._began, limits.seconds), (self._idle, limits.idle)):
            if taken > limit:
                return Stopped(code="QA216", taken=f"{limit:g}")
        return None

    def end(self) -> None:
        """End it, in the midst of its work if it is at any."""
        if self.number is None:
            with suppress(OSError):
                self.process.send((_END, None))
        else:
            self.process.kill()
        self.process.end()


def serve(
    work: Callable[[Any], Any], receive: Callable[[], Any], send: Callable[[Any], None]
) -> None:
    """Do one piece of work after another until there is no more, or nobody who waits for it."""
    # Leave Ctrl-C to the process that started this one, which says what became of the run.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            go_on, item = receive()
            if not go_on:
                return
            send(_within_memory(work, item))
            # What the first piece made, its plan above all, stays; cycles are looked for from now.
            if not gc.isenabled():
                gc.freeze()
                gc.enable()


def _within_memory(work: Callable[[Any], Any], item: Any) -> Any:
    try:
        return work(item)
    except MemoryError:
        return NO_MEMORY
