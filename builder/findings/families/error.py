"""The plainest catalogue entry: an error."""

from builder.findings.rule import Rule, Severity


def error(code: str, name: str, message: str, why: str, fix: str) -> Rule:
    """A rule whose findings must be repaired."""
    return Rule(code=code, name=name, severity=Severity.ERROR, message=message, why=why, fix=fix)
