"""Values as JSON and tables carry them."""

from decimal import Decimal

from builder.findings.finding import Finding
from builder.formula.render import plain_number

Json = dict[str, "Json"] | list["Json"] | str | int | bool | None


def decimal_text(value: Decimal | None) -> str | None:
    """A number as an exact text, ``None`` where there is none."""
    return None if value is None else plain_number(value)


def finding_json(finding: Finding) -> dict[str, Json]:
    """A finding in a returned file."""
    return {
        "code": finding.code,
        "name": finding.rule.name,
        "severity": finding.rule.severity.value,
        "sheet": finding.place.sheet,
        "cell": finding.place.cell,
        "indicator": finding.place.indicator,
        "message": finding.message,
        "expected": finding.expected,
        "actual": finding.actual,
        "fix": finding.fix,
    }


def scheme_finding_json(finding: Finding) -> dict[str, Json]:
    """A finding in a scheme or on the disk."""
    return {
        "code": finding.code,
        "name": finding.rule.name,
        "severity": finding.rule.severity.value,
        "file": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "message": finding.message,
        "expected": finding.expected,
        "actual": finding.actual,
        "fix": finding.fix,
    }
