"""Work on many files done side by side in child processes, one that goes wrong costs one file."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from builder.findings.finding import Finding
from builder.pipeline.child import DIED, LOOK, Child, Limits, Start, Stopped
from builder.pipeline.net import within_net

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
# Seconds after which a run is long enough to be worth looking at.
_SHORT_RUN = 1
# What any file may take.
LIMITS = Limits()
_COPIES = sys.platform == "linux"


def usual_start() -> Start[Any]:
    """Copies where that is safe whatever libraries are loaded, which is Linux, else new ones."""
    if _COPIES:
        from builder.pipeline import forked

        return forked
    from builder.pipeline import spawned

    return spawned


@dataclass(kw_only=True)
class Children(Generic[_Item, _Result]):
    """So many processes that do the same ``work`` on one piece after another.

    They are started when there is work for them, and anew where one was stopped or died.
    """

    work: Callable[[_Item], _Result]
    count: int = 1
    limits: Limits = field(default_factory=lambda: LIMITS)
    start: Start[Any] = field(default_factory=usual_start)
    _children: list[Child] = field(default_factory=list)
    _waiting: deque[tuple[int, _Item]] = field(default_factory=deque)
    _answers: dict[int, _Result | Stopped] = field(default_factory=dict)
    _handed_in: int = 0
    _next_look: float = field(default_factory=lambda: monotonic() + _SHORT_RUN)

    def hand_in(self, item: _Item) -> Callable[[], _Result | Stopped]:
        """Begin a piece of work as soon as a process is free; what is returned waits for it."""
        number = self._handed_in
        self._handed_in += 1
        self._waiting.append((number, item))
        self._feed()
        return partial(self._answer, number)

    def __enter__(self) -> Self:
        """Start nothing before there is work."""
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        """End the processes, in the midst of their work if they are at any."""
        for child in self._children:
            child.end()

    def _answer(self, number: int) -> _Result | Stopped:
        while number not in self._answers:
            self._take()
            self._look()
            self._feed()
        return self._answers.pop(number)

    def _feed(self) -> None:
        """Give every free process a piece of work."""
        while self._waiting:
            free = next((child for child in self._children if child.number is None), None)
            if free is None:
                if len(self._children) == self.count:
                    return
                others = [child.process for child in self._children]
                free = Child(process=self.start.started(self.work, others))
                self._children.append(free)
            try:
                free.begin(*self._waiting[0])
                self._waiting.popleft()
            except OSError:
                # It died while it had nothing to do, which is no fault of this piece.
                self._end(free)

    def _take(self) -> None:
        """Take the answers that have come, or see that none will."""
        busy = {id(child.process): child for child in self._children if child.number is not None}
        for process in self.start.ready([child.process for child in busy.values()], LOOK):
            child = busy[id(process)]
            try:
                answer = process.receive()
            except (EOFError, OSError):
                self._stop(child, DIED)
            else:
                self._answer_for(child, answer)

    def _look(self) -> None:
        """Stop what takes too much."""
        now = monotonic()
        if now < self._next_look:
            return
        self._next_look = now + LOOK
        for child in tuple(self._children):
            beyond = None if child.number is None else child.beyond(self.limits)
            if beyond is not None:
                self._stop(child, beyond)

    def _stop(self, child: Child, why: Stopped) -> None:
        self._end(child)
        self._answer_for(child, why)

    def _answer_for(self, child: Child, answer: _Result | Stopped) -> None:
        if child.number is not None:
            self._answers[child.number] = answer
        child.number = None

    def _end(self, child: Child) -> None:
        self._children.remove(child)
        child.end()


def in_children(
    work: Callable[[_Item], _Result],
    items: Iterable[_Item],
    count: int = 1,
) -> Iterator[tuple[_Item, _Result | Stopped]]:
    """What came of the work on each item in their order, done in so many child processes."""
    waiting: deque[tuple[_Item, Callable[[], _Result | Stopped]]] = deque()
    with Children[_Item, _Result](work=work, count=count) as children:
        for item in items:
            waiting.append((item, children.hand_in(item)))
            # One at a time is asked for at once; of several each finds its next piece ready.
            if len(waiting) >= (1 if count == 1 else 2 * count):
                first, answer = waiting.popleft()
                yield first, answer()
        for first, answer in waiting:
            yield first, answer()


def in_one_child(work: Callable[[], _Result], place: str) -> _Result | Finding:
    """What came of the work in a process of its own and within the net, or why nothing did."""
    ((_, made),) = in_children(partial(within_net, path=place), (work,))
    return made.finding(place) if isinstance(made, Stopped) else made
