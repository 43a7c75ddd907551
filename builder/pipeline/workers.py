"""Processes that verify side by side; one that dies takes no other file with it."""

import signal
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


def ignore_interrupts() -> None:
    """Leave Ctrl-C to the process that started this one, which says what became of the run."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def processes(count: int) -> ProcessPoolExecutor:
    """A pool of so many processes."""
    return ProcessPoolExecutor(count, initializer=ignore_interrupts)


class Workers(Executor):
    """A pool of processes that starts anew when one of them has died.

    What was on its way in the old pool meets ``BrokenExecutor``.
    """

    def __init__(self, count: int) -> None:
        """Start nothing before there is work."""
        self._count = count
        self._pool = processes(count)

    def submit(
        self, fn: Callable[_Given, _Result], /, *args: _Given.args, **kwargs: _Given.kwargs
    ) -> Future[_Result]:
        """Hand on a piece of work."""
        try:
            return self._pool.submit(fn, *args, **kwargs)
        except BrokenExecutor:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = processes(self._count)
            return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - the signature of Executor
        """End the processes."""
        self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> Any:
        """End the processes; after an error nothing that still waits is begun."""
        self.shutdown(wait=True, cancel_futures=exc_type is not None)
        return False
