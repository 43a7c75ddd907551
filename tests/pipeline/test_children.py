"""A file that goes wrong in whatever way costs its own verdict only, on every system."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from builder.model.verdict import Status, Verdict
from builder.pipeline import batch, forked, spawned
from builder.pipeline.batch import Basis
from builder.pipeline.child import DIED, NO_MEMORY, Limits, Start, Stopped
from builder.pipeline.children import Children
from builder.pipeline.intake import take_in
from builder.pipeline.run import verify_all
from builder.read.workbook import ReadWorkbook, read_content
from tests.pipeline.received import received

pytestmark = pytest.mark.processes

STARTS = pytest.mark.parametrize("start", [forked, spawned])
# A process that begins anew imports for a second or two.
TIGHT = Limits(seconds=4, memory=300_000_000, idle=60)


def work(words: str) -> str:
    """What each word does to the process that is told it."""
    if words == "dies":
        os._exit(1)
    while words == "works on and on":
        pass
    if words == "takes memory":
        taken = []
        while True:
            taken.append(bytearray(10_000_000))
    if words == "asks for too much":
        bytearray(1 << 60)
    if words == "sleeps":
        time.sleep(1.5)
    return f"{words}, done"


def answers(start: Start[Any], *items: str, count: int = 1, limits: Limits = TIGHT) -> list[object]:
    with Children(work=work, count=count, limits=limits, start=start) as some:
        waiting = [some.hand_in(item) for item in items]
        return [answer() for answer in waiting]


@STARTS
def test_answers_come_in_the_order_of_the_questions(start: Start[Any]) -> None:
    assert answers(start, *"abcde", count=2) == [f"{word}, done" for word in "abcde"]


@STARTS
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("works on and on", Stopped(code="QA216", taken="4")),
        ("takes memory", NO_MEMORY),
        ("asks for too much", NO_MEMORY),
        ("dies", DIED),
    ],
)
def test_work_that_takes_too_much_or_dies_costs_only_itself(
    start: Start[Any],
    words: str,
    told: Stopped,
) -> None:
    assert answers(start, "a", words, "b") == ["a, done", told, "b, done"]


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that knows neither alarms nor limits of its own, as Windows does not."""
    monkeypatch.setitem(sys.modules, "resource", None)
    for name in ("alarm", "setitimer", "SIGALRM"):
        monkeypatch.delattr(signal, name, raising=False)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("words", ["works on and on", "takes memory"])
def test_no_alarm_and_no_limit_of_the_system_is_needed(words: str) -> None:
    (told,) = answers(spawned, words)
    assert isinstance(told, Stopped)


def test_time_in_which_the_computer_does_something_else_is_not_counted() -> None:
    assert answers(forked, "sleeps") == ["sleeps, done"]


def test_what_waits_for_something_that_never_comes_is_given_up() -> None:
    limits = Limits(idle=0.4)
    assert answers(forked, "sleeps", limits=limits) == [Stopped(code="QA216", taken="0.4")]


def test_a_process_that_died_while_it_had_nothing_to_do_is_started_anew() -> None:
    before = set(psutil.Process().children())
    with Children(work=work, start=forked) as some:
        assert some.hand_in("a")() == "a, done"
        for child in set(psutil.Process().children()) - before:
            child.kill()
        time.sleep(0.1)
        assert some.hand_in("b")() == "b, done"


def test_nothing_is_left_behind_when_the_run_is_broken_off() -> None:
    before = set(psutil.Process().children())
    with Children(work=work, start=forked) as some:
        some.hand_in("works on and on")
        assert set(psutil.Process().children()) > before
    assert set(psutil.Process().children()) <= before


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_kills_its_process_is_told_and_every_other_verified(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, jobs: int
) -> None:
    folder = received(tmp_path / "收件", 6)

    def deadly(name: str, content: Callable[[], bytes]) -> ReadWorkbook:
        if name.endswith("002.xlsx"):
            os._exit(1)
        return read_content(name, content)

    # Processes are copies here, so that they have this too.
    monkeypatch.setattr(batch, "read_content", deadly)
    run = verify_all(take_in((folder,)), Basis(), jobs=jobs, kept=None)
    verdicts: list[Verdict] = [each.verdict for each in run]
    codes = [[finding.code for finding in verdict.findings] for verdict in verdicts]
    assert codes == [[], [], ["QA830"], [], [], []]
    assert verdicts[2].status is Status.UNREADABLE
