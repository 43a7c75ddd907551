"""The exit codes a script may rely on."""

from collections.abc import Iterable
from enum import IntEnum

from builder.findings.finding import Finding
from builder.findings.rule import Kind, Severity
from builder.model.verdict import Status, Verdict


class ExitCode(IntEnum):
    """How a command ended; where several apply, the greatest is given."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    # What a shell gives to a command that was stopped from the keyboard.
    INTERRUPTED = 130


# What else than findings a command ends with, by the kind of the finding.
_BY_KIND = {Kind.USAGE: ExitCode.USAGE, Kind.UNREACHED: ExitCode.UNREADABLE}


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
    rule = finding.rule
    usual = ExitCode.CLEAN if rule.severity is Severity.HINT else ExitCode.FINDINGS
    return _BY_KIND.get(rule.kind, usual)
