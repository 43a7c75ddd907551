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


EQUIVALENT: tuple[Equivalent, ...] = (
    Equivalent(
        file="dropdowns.py",
        before='here = [area.rpartition("!")[2] for area in areas]',
        after='here = [area.partition("!")[2] for area in areas]',
        because="评分表的表名里没有叹号",
    ),
    Equivalent(
        file="unseen_told.py",
        before='place, sign = hidden_in(text) or (0, "")',
        after='place, sign = hidden_in(text) or (0, "XXXX")',
        because="问到这里的文字都有这样的字符，后一半用不到",
    ),
    Equivalent(
        file="cut_cells.py",
        before='text = workbook.names.get(name, "")',
        after='text = workbook.names.get(name, "XXXX")',
        because="哪里也不指的文字与没有一样，都略过",
    ),
    Equivalent(
        file="counting.py",
        before="outcomes.append(replace(one, place=place, chosen=gate.lets(place, total)))",
        after="outcomes.append(replace(one, place=place, chosen=gate.lets(place, None)))",
        because="投票只有名额，没有分数线，不看总分",
    ),
    Equivalent(
        file="written.py",
        before="prompts: int = 0",
        after="prompts: int = None",
        because="只有没有标题的一节用得到，那一节不问提示语",
    ),
)


def reason(mutant: Mutant) -> str:
    """Why a mutant changes no behaviour; empty for one that does."""
    named = (mutant.path.name, mutant.before, mutant.after)
    return next(
        (one.because for one in EQUIVALENT if (one.file, one.before, one.after) == named), ""
    )
