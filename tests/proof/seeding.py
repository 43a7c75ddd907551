"""Faults sown into good workbooks, each with exactly what must be said of it."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.model.verdict import Verdict
from tests.support.workbooks import SCHEME_IDS
from tests.verify.judged import SEED, Case, case, fault, told

DRAWS = range(3)


@dataclass(frozen=True, kw_only=True)
class Sown:
    """One faulty file: which award, what was done, and every finding it must have.

    ``expected`` are lines as ``told`` gives them, or codes alone. ``besides`` are codes that the
    fault may bring with it, such as a file that was not calculated after a row was deleted.
    """

    scheme: str
    what: str
    make: Callable[[], bytes]
    expected: tuple[str, ...]
    besides: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the fault is called in a report."""
        return f"{self.scheme} {self.what}"

    def is_found(self, verdict: Verdict) -> bool:
        """Whether exactly what was expected was said."""
        lines = [line for line in told(verdict) if not line.startswith(self.besides or ("-",))]
        codes = [line.split()[0] for line in lines]
        return self.expected in (tuple(lines), tuple(codes))


Sower = Callable[[Case], Iterator[Sown]]


def answered(chosen: Case, what: str, line: str, **changed: Value) -> Sown:
    """A file with other answers, in which one thing is to be found."""
    return Sown(
        scheme=chosen.plan.identity.scheme,
        what=what,
        make=lambda: chosen.with_answers(**changed),
        expected=(line,),
    )


def tampered(
    chosen: Case, what: str, make: Callable[[], bytes], *lines: str, besides: tuple[str, ...] = ()
) -> Sown:
    """A file that somebody changed."""
    scheme = chosen.plan.identity.scheme
    return Sown(scheme=scheme, what=what, make=make, expected=lines, besides=besides)


def at(code: str, cell: Cell, indicator: str = "") -> str:
    """The line of a finding at a cell."""
    return fault(code, cell, indicator)


def chance(salt: int) -> random.Random:
    """Draws that are the same in every run."""
    return random.Random(SEED + salt)  # noqa: S311 - what is broken is no secret


@cache
def good(scheme_id: str) -> Case:
    """The good file of an award, and the indicator that the first draw picks."""
    return case(scheme_id, 0)


def every(sowers: tuple[Sower, ...]) -> Iterator[Sown]:
    """Every fault of every award."""
    for scheme_id in SCHEME_IDS:
        for sow in sowers:
            yield from sow(good(scheme_id))
