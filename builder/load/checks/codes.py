"""Codes of conditions: one meaning each, apart from the indicators' codes."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.load.problems import finding_at
from builder.model.scheme import Scheme


def check_codes(scheme: Scheme) -> Iterator[Finding]:
    """No condition uses a code that an indicator or another condition has."""
    lines = {node.code: node.position.line for node in scheme.walk}
    for condition in (*scheme.eligibility, *scheme.vetoes):
        if condition.code in lines:
            first = str(lines[condition.code])
            yield finding_at("QA136", condition.position, actual=condition.code, expected=first)
        lines.setdefault(condition.code, condition.position.line)
