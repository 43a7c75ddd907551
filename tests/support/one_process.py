"""Files judged in the tests' own process, by a verifier that has the shipped awards at hand.

For users each run judges files in processes of its own, which read and plan an award anew; for a
hundred small panels that is most of the work. A proof does it as for users.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from builder.pipeline import forked
from builder.pipeline.verify import Verifier


class Here:
    """In place of a child, the process of the tests: what it is told to do is done at once."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        """Nothing was done yet."""
        self.pid = os.getpid()
        self._work = work
        self._answers: deque[Any] = deque()

    def send(self, message: tuple[bool, Any]) -> None:
        """Do a piece of work, unless there is no more."""
        go_on, item = message
        if go_on:
            self._answers.append(self._work(item))

    def receive(self) -> Any:
        """What came of the piece that was done first."""
        return self._answers.popleft()

    def kill(self) -> None:
        """Nothing is ever in the midst of work."""

    def end(self) -> None:
        """There is nothing to wait for."""


def _started(work: Callable[[Any], Any], _others: Iterable[Here]) -> Here:
    return Here(work)


def _ready(processes: Iterable[Here], _seconds: float) -> list[Here]:
    return [*processes]


_begin = Verifier.__init__
_AS_FOR_USERS = (forked.started, forked.ready, _begin)
_at_hand = Verifier()


def _knowing(verifier: Verifier, *given: Any, **named: Any) -> None:
    """Begin with what was read and planned of the shipped awards, where no others are given."""
    _begin(verifier, *given, **named)
    if not any((*given, *named.values())):
        vars(verifier).update(vars(_at_hand))


def judge_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything be judged in this process."""
    _judge(monkeypatch, _started, _ready, _knowing)


def judge_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything be judged as for users again."""
    _judge(monkeypatch, *_AS_FOR_USERS)


def _judge(monkeypatch: pytest.MonkeyPatch, started: Any, ready: Any, begin: Any) -> None:
    monkeypatch.setattr(forked, "started", started)
    monkeypatch.setattr(forked, "ready", ready)
    monkeypatch.setattr(Verifier, "__init__", begin)
