"""Official texts, points and formulas that are not the planned ones."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held


def check_contents(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every altered cell, where it is repaired; what only follows is not told."""
    for one in held.altered:
        if one.code:
            yield held.finding(
                one.code,
                one.cell,
                indicator=held.pristine.indicators.get((one.cell.sheet, one.cell.row), ""),
                expected=one.expected,
                actual=one.actual,
            )
