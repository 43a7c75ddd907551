"""Child processes that are copies of this one: they have its imports, and start in no time."""

import os
import pickle
import select
import signal
import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, BinaryIO

from builder.frozen import frozen
from builder.pipeline.child import serve


@frozen
class Forked:
    """A copy of this process; it is told things through one pipe and tells them through another."""

    pid: int
    to: BinaryIO
    back: BinaryIO

    def send(self, message: object) -> None:
        """Tell it something."""
        _write(self.to, message)

    def receive(self) -> Any:
        """Wait for what it tells; of what it was stopped in, there is nothing."""
        return _read(self.back)

    def kill(self) -> None:
        """Stop it in the midst of its work."""
        os.kill(self.pid, signal.SIGKILL)

    def end(self) -> None:
        """Close the pipes and wait for its end."""
        self.to.close()
        self.back.close()
        os.waitpid(self.pid, 0)


def started(work: Callable[[Any], Any], others: Iterable[Forked]) -> Forked:
    """A new process that serves the work, beside ``others``."""
    # What was not written yet must not be written twice.
    sys.stdout.flush()
    sys.stderr.flush()
    there, to = os.pipe()
    back, here = os.pipe()
    pid = os.fork()
    if pid:
        os.close(there)
        os.close(here)
        return Forked(pid=pid, to=os.fdopen(to, "wb", 0), back=os.fdopen(back, "rb"))
    status = 1
    try:
        # The others would not see the end of this program while their pipes are open here.
        for pipe in (to, back, *(end.fileno() for one in others for end in (one.to, one.back))):
            os.close(pipe)
        with os.fdopen(there, "rb") as source, os.fdopen(here, "wb", 0) as target:
            serve(work, partial(_read, source), partial(_write, target))
        status = 0
    finally:
        # Nothing of what the program is in the midst of happens here.
        os._exit(status)


def ready(processes: Iterable[Forked], seconds: float) -> list[Forked]:
    """Those that have told something or died, as soon as there is one."""
    by_pipe = {one.back: one for one in processes}
    told, _, _ = select.select([*by_pipe], [], [], seconds)
    return [by_pipe[pipe] for pipe in told]


def _read(file: BinaryIO) -> Any:
    try:
        return pickle.load(file)  # noqa: S301 - what this program itself wrote at the other end
    except pickle.UnpicklingError as cut_off:
        raise EOFError from cut_off


def _write(file: BinaryIO, message: object) -> None:
    whole = memoryview(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))
    while whole:
        whole = whole[file.write(whole) :]
