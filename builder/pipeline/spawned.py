"""Child processes that begin anew, for systems that cannot copy a process."""

import multiprocessing
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

from builder.frozen import frozen
from builder.pipeline.child import serve


@frozen
class Spawned:
    """A process of the interpreter's own making and the pipe to it."""

    process: SpawnProcess
    pipe: Any

    @property
    def pid(self) -> int:
        """The number that the system knows it by."""
        return self.process.pid or 0

    def send(self, message: object) -> None:
        """Tell it something."""
        self.pipe.send(message)

    def receive(self) -> Any:
        """Wait for what it tells."""
        return self.pipe.recv()

    def kill(self) -> None:
        """Stop it in the midst of its work."""
        self.process.kill()

    def end(self) -> None:
        """Close the pipe and wait for its end."""
        self.pipe.close()
        self.process.join()


def started(work: Callable[[Any], Any], others: Iterable[Spawned]) -> Spawned:  # noqa: ARG001 - nothing of the others is there
    """A new process that serves the work, beside ``others``."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(work, theirs), daemon=True)
    process.start()
    theirs.close()
    return Spawned(process=process, pipe=ours)


def ready(processes: Iterable[Spawned], seconds: float) -> list[Spawned]:
    """Those that have told something or died, as soon as there is one."""
    by_pipe = {one.pipe: one for one in processes}
    told: list[Any] = wait([*by_pipe], seconds)
    return [by_pipe[pipe] for pipe in told]


def _serve(work: Callable[[Any], Any], pipe: "Connection[Any, Any]") -> None:
    serve(work, pipe.recv, pipe.send)
