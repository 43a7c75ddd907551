"""Whether the tests notice a mutant: it is read in place of the file, and they are run."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import partial
from importlib import import_module

from tests.mutation.forked import (
    OutOfTimeError,
    each_in_its_own_process,
    first_failure,
    limit,
)
from tests.mutation.mutants import Mutant
from tests.mutation.reached import reaching
from tests.mutation.scope import SHORT_PAGES, long_pages, witnesses
from tests.mutation.swapped import changed_functions, swap

# For so many seconds of work tests are asked; what is not noticed by then has survived.
BUDGET = 40.0
# So many tests, or whole files, are begun at a time: the first rounds read few files.
_ROUND, _FILES = 40, 5


class Fate(Enum):
    """What became of a mutant."""

    KILLED = "发现"
    STUCK = "超时"
    SURVIVED = "未发现"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A mutant and its fate; ``by`` is the page or the test that noticed it first."""

    mutant: Mutant
    fate: Fate
    by: str = ""


def tried(mutants: Iterable[Mutant], workers: int, budget: float = BUDGET) -> Iterator[Outcome]:
    """The outcome of each mutant, as it comes."""
    return each_in_its_own_process(partial(_tried, budget=budget), mutants, workers)


def _tried(mutant: Mutant, budget: float) -> Outcome:
    """Short pages are asked first, outside of pytest: they notice most for their time."""
    asked = [*_rounds(mutant)]
    swap(mutant.path, mutant.code)
    try:
        by = (
            _first_page(SHORT_PAGES)
            or first_failure(asked, budget)
            or _first_page(long_pages(mutant.path))
        )
    except OutOfTimeError:
        return Outcome(mutant=mutant, fate=Fate.STUCK)
    return Outcome(mutant=mutant, fate=Fate.KILLED if by else Fate.SURVIVED, by=by)


def _rounds(mutant: Mutant) -> Iterator[tuple[str, ...]]:
    """What enters it; then all of its room.

    What is made once is noted with whichever test made it, and used by others.
    """
    asked = witnesses(mutant.path)
    reached = reaching(mutant.path, changed_functions(mutant.path, mutant.code), asked)
    for tests, many in ((reached, _ROUND), (asked, _FILES)):
        for start in range(0, len(tests), many):
            yield tests[start : start + many]


def _first_page(modules: tuple[str, ...]) -> str:
    try:
        return next(_pages(modules), "")
    except Exception as error:  # noqa: BLE001 - whatever the change brings about is noticed
        return f"(page) {type(error).__name__}"


def _pages(modules: tuple[str, ...]) -> Iterator[str]:
    # Imported here: the change may have asked for everything to be imported anew.
    kept = import_module("tests.pages.kept")
    for module in modules:
        for name, lines in import_module(f"tests.pages.{module}").PAGES.items():
            limit()
            different = kept.difference(name, lines())
            if different:
                yield different.split("\n")[0]
