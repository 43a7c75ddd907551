"""Files put before the verifier, and verdicts in the few words a test compares."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from builder.book.book_plan import InputPlan
from builder.findings.finding import Finding
from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan, LeafPlan
from builder.model.verdict import Verdict
from builder.pipeline.verify import Verifier
from tests.support.answers import complete_answers, score_input
from tests.support.workbooks import filled_bytes, shipped_plan

# What is broken is chosen at random, the same way in every run.
SEED = 20261121


@dataclass(frozen=True, kw_only=True)
class Case:
    """One award with good answers, and things in it to break."""

    plan: KitPlan
    answers: Mapping[str, Value]
    content: bytes
    leaf: LeafPlan

    @property
    def score(self) -> InputPlan:
        """The input that takes the score of the chosen indicator."""
        return score_input(self.plan, self.leaf)

    def with_answers(self, **changed: Value) -> bytes:
        """The file with some answers changed; ``None`` leaves one blank."""
        return filled_bytes(self.plan, {**self.answers, **changed})


@cache
def case(scheme_id: str, choice: int) -> Case:
    """A good file of an award, and the indicator that the ``choice``-th draw picks."""
    plan = shipped_plan(scheme_id)
    answers = complete_answers(plan)
    draws = random.Random(SEED)  # noqa: S311 - which row is broken is no secret
    leaf = draws.sample(plan.leaves, k=choice + 1)[choice]
    return Case(plan=plan, answers=answers, content=filled_bytes(plan, answers), leaf=leaf)


@cache
def _verifier() -> Verifier:
    return Verifier()


def judged(folder: Path, content: bytes) -> Verdict:
    """The verdict on a file with these bytes."""
    path = folder / "returned.xlsx"
    path.write_bytes(content)
    return _verifier().verify(path)


def told(verdict: Verdict) -> list[str]:
    """Every finding as ``code sheet!cell indicator``, without the parts that are empty."""
    return [_line(finding) for finding in verdict.findings]


def fault(code: str, cell: Cell, indicator: str = "") -> str:
    """The line under which :func:`told` lists a finding."""
    place = f"{cell.sheet}!{cell_address(cell.row, cell.column)}"
    return " ".join(part for part in (code, place, indicator) if part)


def _line(finding: Finding) -> str:
    place = finding.place
    where = "!".join(part for part in (place.sheet, place.cell) if part)
    return " ".join(part for part in (finding.code, where, place.indicator) if part)
