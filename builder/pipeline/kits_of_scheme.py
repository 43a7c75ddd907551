"""A scheme opened for use, with everything that is wrong with it."""

from dataclasses import dataclass

from builder.findings.finding import Finding, has_errors
from builder.kit.limits import check_limits
from builder.kit.planning import NO_OFFICE, plan_workbook
from builder.load.library import find_scheme
from builder.load.lint import lint_scheme
from builder.model.office import Office
from builder.model.scheme import Choice, Scheme
from builder.pipeline.choosing import Wanted, every_kit, kits_of


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A scheme that may be used, and every finding about it."""

    scheme: Scheme | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, kw_only=True)
class OpenedKits:
    """The resolved schemes of the kits asked for, and every finding about them.

    ``choices`` are the questions of the scheme, which the kits have answered.
    """

    kits: tuple[Scheme, ...]
    findings: tuple[Finding, ...]
    choices: tuple[Choice, ...] = ()


def open_scheme(id_or_path: str) -> Opened:
    """The scheme a person names; ``None`` where it has an error that forbids using it."""
    opened = _linted(id_or_path)
    if opened.scheme is None:
        return opened
    findings = _within_limits(every_kit(opened.scheme), opened.findings)
    return Opened(scheme=None if has_errors(findings) else opened.scheme, findings=findings)


def open_kits(id_or_path: str, wanted: Wanted, office: Office = NO_OFFICE) -> OpenedKits:
    """The kits a person asks for; none where the scheme or the question has an error."""
    opened = _linted(id_or_path)
    if opened.scheme is None:
        return OpenedKits(kits=(), findings=opened.findings)
    kits, refused = kits_of(opened.scheme, wanted)
    findings = _within_limits(kits, (*opened.findings, *refused), office)
    usable = () if has_errors(findings) else kits
    return OpenedKits(kits=usable, findings=findings, choices=opened.scheme.choices)


def _linted(id_or_path: str) -> Opened:
    path, findings = find_scheme(id_or_path)
    if path is None:
        return Opened(scheme=None, findings=findings)
    loaded = lint_scheme(path)
    usable = None if has_errors(loaded.findings) else loaded.scheme
    return Opened(scheme=usable, findings=loaded.findings)


def _within_limits(
    kits: tuple[Scheme, ...], findings: tuple[Finding, ...], office: Office = NO_OFFICE
) -> tuple[Finding, ...]:
    """The findings, and what Excel would refuse in any of the kits, each said once."""
    for kit in kits:
        found = check_limits(plan_workbook(kit, office), kit)
        findings = (*findings, *(one for one in found if one not in findings))
    return findings
