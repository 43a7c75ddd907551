"""A scheme opened for use, with everything that is wrong with it."""

from dataclasses import dataclass

from builder.findings.finding import Finding
from builder.findings.rule import Severity
from builder.load.library import find_scheme
from builder.load.lint import lint_scheme
from builder.model.scheme import Scheme
from builder.plan.build import plan_workbook
from builder.plan.limits import check_limits


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A scheme that may be used, and every finding about it."""

    scheme: Scheme | None
    findings: tuple[Finding, ...]


def open_scheme(id_or_path: str) -> Opened:
    """The scheme a person names; ``None`` where it has an error that forbids using it."""
    path, findings = find_scheme(id_or_path)
    if path is None:
        return Opened(scheme=None, findings=findings)
    loaded = lint_scheme(path)
    findings = loaded.findings
    if loaded.scheme is not None and not has_errors(findings):
        findings = (*findings, *check_limits(plan_workbook(loaded.scheme), loaded.scheme))
    usable = None if has_errors(findings) else loaded.scheme
    return Opened(scheme=usable, findings=findings)


def has_errors(findings: tuple[Finding, ...]) -> bool:
    """Whether any finding is an error, not a warning or a hint."""
    return any(finding.rule.severity is Severity.ERROR for finding in findings)
