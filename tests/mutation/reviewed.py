"""Mutants that were looked at and change no behaviour: not counted, each with its reason.

Named by the file and by what the change makes of its line, so that a move of packages keeps them.
"""

from dataclasses import dataclass

from tests.mutation.mutants import Mutant


@dataclass(frozen=True, kw_only=True)
class Equivalent:
    """A mutant that nobody can tell from the code."""

    file: str
    before: str
    after: str
    because: str


EQUIVALENT: tuple[Equivalent, ...] = ()


def reason(mutant: Mutant) -> str:
    """Why a mutant changes no behaviour; empty for one that does."""
    named = (mutant.path.name, mutant.before, mutant.after)
    return next(
        (one.because for one in EQUIVALENT if (one.file, one.before, one.after) == named), ""
    )
