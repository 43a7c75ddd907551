"""Cells that somebody joined with others, so that only one of them is seen."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held
from builder.verify.swallowed import swallowed


def check_merges(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every merge that swallows planned cells, at the first one swallowed."""
    for one in swallowed(held):
        yield held.finding(
            "QA489" if one.weighty else "QA490",
            one.cells[0],
            actual=one.merge,
            count=str(len(one.cells)),
        )
