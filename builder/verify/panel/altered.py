"""What was changed in a panel's workbook, as opposed to what was answered or left open in it."""

from builder.findings.finding import Finding
from builder.findings.rule import Kind, Severity
from builder.model.verdict import Verdict

_ALTERED = (Kind.IDENTITY, Kind.ALTERED)


def alterations(verdict: Verdict) -> tuple[Finding, ...]:
    """The serious findings that say that the file is not what was handed out."""
    return tuple(
        one
        for one in verdict.findings
        if one.rule.kind in _ALTERED and one.rule.severity is not Severity.HINT
    )
