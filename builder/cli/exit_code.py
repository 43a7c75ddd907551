"""The exit codes a script may rely on."""

from collections.abc import Iterable
from enum import IntEnum

from builder.findings.finding import Finding
from builder.findings.rule import Severity
from builder.model.verdict import Status, Verdict


class ExitCode(IntEnum):
    """How a command ended; where several apply, the greatest is given."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3


# Codes that say a file could not be read or written, and the one for a name that means nothing.
_UNREADABLE = (
    *("QA101", "QA102", "QA103", "QA104", "QA105", "QA191"),
    *("QA801", "QA891", "QA892", "QA941"),
)
_USAGE = ("QA106", "QA171", "QA172", "QA173")


def exit_code(findings: Iterable[Finding]) -> ExitCode:
    """The code for findings about schemes, templates and the disk; hints leave it clean."""
    return max((_one(finding) for finding in findings), default=ExitCode.CLEAN)


def verdict_exit_code(verdicts: Iterable[Verdict]) -> ExitCode:
    """The code for verified files."""
    codes = {
        Status.CLEAN: ExitCode.CLEAN,
        Status.FINDINGS: ExitCode.FINDINGS,
        Status.UNREADABLE: ExitCode.UNREADABLE,
    }
    return max((codes[verdict.status] for verdict in verdicts), default=ExitCode.CLEAN)


def _one(finding: Finding) -> ExitCode:
    if finding.code in _UNREADABLE:
        return ExitCode.UNREADABLE
    if finding.code in _USAGE:
        return ExitCode.USAGE
    return ExitCode.CLEAN if finding.rule.severity is Severity.HINT else ExitCode.FINDINGS
