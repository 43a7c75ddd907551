"""Work in processes of their own, forked from one that has imported everything already."""

import multiprocessing
import os
import resource
import signal
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from types import FrameType
from typing import TypeVar

import pytest

from tests.mutation.scope import ROOT
from tests.mutation.swapped import read_everything

PAGES = ("answers", "filled", "found_again", "office", "older", "plans", "verdicts", "worded")
PLAIN = ("-o", "addopts=", "-p", "no:xdist", "-p", "no:cacheprovider", "-q", "-x", "--tb=no")
# A change may make a list grow for ever.
_MOST_MEMORY = 4 << 30
# Seconds of work for one test, and seconds without it, for a lock or another process.
_LONGEST_TEST, _LONGEST_WAIT = 60.0, 900.0
_GOOD = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)

Asked = TypeVar("Asked")
Told = TypeVar("Told")


class OutOfTimeError(BaseException):
    """A test works longer than it may; no ``Exception``, which code under test may catch."""


class _First:
    """Remembers what failed first, and begins no test once the budget is used."""

    def __init__(self, budget: float) -> None:
        self.by = ""
        self._budget = budget

    def pytest_runtest_logstart(self) -> None:
        limit()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._note(report.nodeid, failed=report.failed)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._note(report.nodeid, failed=report.failed)

    def pytest_runtest_logfinish(self) -> None:
        if work() > self._budget and not self.by:
            pytest.exit("the budget is used", returncode=pytest.ExitCode.OK)

    def _note(self, name: str, *, failed: bool) -> None:
        if failed and not self.by:
            self.by = name


def each_in_its_own_process(
    work: Callable[[Asked], Told], asked: Iterable[Asked], workers: int
) -> Iterator[Told]:
    """What ``work`` makes of each, as it comes; so many processes at a time."""
    read_everything()
    for name in ("docx", "hypothesis", "openpyxl", *(f"tests.pages.{page}" for page in PAGES)):
        import_module(name)
    with multiprocessing.get_context("fork").Pool(workers, hush, maxtasksperchild=1) as pool:
        yield from pool.imap_unordered(work, asked, chunksize=1)


def first_failure(rounds: Iterable[Iterable[str]], budget: float) -> str:
    """The test that fails first, round by round; empty where none does for that much work."""
    budget += work()
    for tests in map(tuple, rounds):
        by, code = _asked(tests, budget)
        if code == pytest.ExitCode.USAGE_ERROR and len(tests) > 1:
            # One of them is there no more: nothing was run.
            by = next(filter(None, (_asked((test,), budget)[0] for test in tests)), "")
        elif code not in _GOOD and code != pytest.ExitCode.USAGE_ERROR:
            by = by or "(import)"
        if by or work() > budget:
            return by
    return ""


def _asked(tests: tuple[str, ...], budget: float) -> tuple[str, int]:
    first = _First(budget)
    limit()
    code = pytest.main([*PLAIN, *tests], plugins=[first])
    limit(0)
    return first.by, code


def work() -> float:
    """The seconds that this process and those it began have worked."""
    return sum(os.times()[:4])


def hush() -> None:
    """Let this process print nothing and take no more than its share."""
    os.chdir(ROOT)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def limit(seconds: float = _LONGEST_TEST) -> None:
    """Raise :class:`OutOfTimeError` after so much more work; nothing for 0."""
    signal.signal(signal.SIGPROF, _stop)
    signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, _LONGEST_WAIT if seconds else 0)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTimeError
