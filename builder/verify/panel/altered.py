"""What was changed in a panel's workbook, as opposed to what was answered or left open in it."""

from builder.findings.finding import Finding
from builder.findings.rule import Severity
from builder.model.verdict import Verdict

# Identity, structure, formulas and totals; and formulas or over-long texts typed for answers.
_FAMILIES = ("QA3", "QA4", "QA6", "QA505", "QA506")


def alterations(verdict: Verdict) -> tuple[Finding, ...]:
    """The serious findings that say that the file is not what was handed out."""
    return tuple(
        one
        for one in verdict.findings
        if one.code.startswith(_FAMILIES) and one.rule.severity is not Severity.HINT
    )
