"""Whether the sheets are still locked."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held


def check_protection(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """At most one finding for all sheets that lost their protection."""
    unlocked = [sheet.name for sheet in held.alignment.sheets.values() if not sheet.protected]
    if unlocked:
        yield held.sheet_finding("QA431", unlocked[0], actual="、".join(unlocked))
