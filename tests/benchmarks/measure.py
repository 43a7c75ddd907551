"""Times of two pieces of work in turn: their ratio holds when the machine's speed drifts."""

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
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


def compare_pages(
    what: str, few: tuple[int, Mapping[str, float]], many: tuple[int, Mapping[str, float]]
) -> Iterator[Comparison]:
    """Every page of many entries against that of few: how many, and milliseconds by page."""
    for page, theirs in few[1].items():
        yield Comparison(
            name=f"{what} {many[0]} 份：{page}（≤ 300 毫秒）",
            reference=f"{few[0]} 份的",
            ours=many[1][page],
            theirs=theirs,
            aim="",
        )


def compare(
    name: str, ours: Work, reference: str, theirs: Work, *, aim: str, runs: int, pieces: int = 1
) -> Comparison:
    """The medians of ``runs`` runs of each, one after the other in turn, after one of each.

    A run of either is so many ``pieces`` of work, and what is told is the time of one.
    """
    ours()
    theirs()
    our_times: list[float] = []
    their_times: list[float] = []
    for _ in range(runs):
        our_times.append(milliseconds(ours))
        their_times.append(milliseconds(theirs))
    return Comparison(
        name=name,
        reference=reference,
        ours=statistics.median(our_times) / pieces,
        theirs=statistics.median(their_times) / pieces,
        aim=aim,
    )


# Calls the program, then tells the seconds it took and the most memory it had, in megabytes. A
# process counts what the one that started it had in memory for its own, so a small one starts it.
_MEASURED = """\
import resource, subprocess, sys, time
main = "from builder.cli.main import main; main()"
begin = time.perf_counter()
subprocess.run([sys.executable, "-c", main, *sys.argv[1:]], stdout=subprocess.DEVNULL, check=True)
taken = time.perf_counter() - begin
most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(taken, most / (2**20 if sys.platform == "darwin" else 2**10))
"""


def measured_call(*words: str) -> tuple[float, float]:
    """Seconds and megabytes of one call of the program; one that does not succeed raises."""
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *words],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONHASHSEED": "0"},
    )
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def milliseconds(work: Work) -> float:
    """How long one piece of work takes, begun with nothing to sweep up."""
    gc.collect()
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
