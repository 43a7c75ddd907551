"""Which schemes a person asks to have in the page."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from builder.findings.finding import Finding, has_errors
from builder.load.library import find_scheme, shipped_schemes
from builder.model.office import Office
from builder.pipeline.own_schemes import scheme_files
from builder.selfcheck.given import Given, schemes_of


def asked_given(
    named: Sequence[str], folder: Path | None, office: Office | None, made: date
) -> tuple[Given | None, tuple[Finding, ...]]:
    """What goes into the page, ``None`` where a scheme cannot be used, and every finding.

    Where neither schemes nor a folder are named, all schemes that come with the program.
    """
    findings: tuple[Finding, ...] = ()
    paths: list[Path] = []
    for name in named:
        path, unknown = find_scheme(name)
        findings += unknown
        paths += () if path is None else (path,)
    if folder is not None:
        found = scheme_files(folder)
        if isinstance(found, Finding):
            findings += (found,)
        else:
            paths += found
    if not named and folder is None:
        paths += shipped_schemes()
    schemes, wrong = schemes_of(paths)
    findings += wrong
    if has_errors(findings):
        return None, findings
    return Given(schemes=schemes, office=office, made=made), findings
