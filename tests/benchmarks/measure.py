"""Times of two pieces of work in turn: their ratio holds when the machine's speed drifts."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """One row of the table: what was measured against what, in milliseconds (medians)."""

    name: str
    reference: str
    ours: float
    theirs: float
    aim: str

    @property
    def ratio(self) -> float:
        """Our time divided by the reference's."""
        return self.ours / self.theirs


def compare(
    name: str, ours: Work, reference: str, theirs: Work, *, aim: str, runs: int
) -> Comparison:
    """The medians of ``runs`` runs of each, one after the other in turn, after one of each."""
    ours()
    theirs()
    our_times: list[float] = []
    their_times: list[float] = []
    for _ in range(runs):
        our_times.append(_milliseconds(ours))
        their_times.append(_milliseconds(theirs))
    return Comparison(
        name=name,
        reference=reference,
        ours=statistics.median(our_times),
        theirs=statistics.median(their_times),
        aim=aim,
    )


def _milliseconds(work: Work) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
