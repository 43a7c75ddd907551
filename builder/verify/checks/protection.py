"""Whether the sheets are still locked."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held


def check_protection(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """At most one finding for all sheets people see that lost their protection."""
    unlocked = [
        sheet.name
        for planned, sheet in held.alignment.sheets.items()
        if planned in held.pristine.sights and not sheet.protected
    ]
    if unlocked:
        yield held.sheet_finding("QA431", unlocked[0], actual="、".join(unlocked))
