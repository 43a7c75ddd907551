"""A scheme opened for use, with everything that is wrong with it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from builder.findings.finding import Finding, has_errors
from builder.frozen import frozen
from builder.kit.kit_plan import KitPlan
from builder.kit.limits import check_limits
from builder.kit.planning import NO_OFFICE, plan_workbook
from builder.load.library import find_scheme
from builder.load.lint import lint_scheme
from builder.model.office import Office
from builder.model.scheme import Choice, Scheme
from builder.pipeline.choosing import Wanted, every_kit, kits_of

if TYPE_CHECKING:
    from builder.word.parts import DocumentPlan


@frozen
class Opened:
    """A scheme that may be used, and every finding about it."""

    scheme: Scheme | None
    findings: tuple[Finding, ...]


@frozen
class OpenedKits:
    """The resolved schemes of the kits asked for, and every finding about them.

    ``plans`` are the workbooks of the kits, one each. ``choices`` are the questions of the scheme,
    which the kits have answered; ``office`` is whose settings they were made with.
    """

    kits: tuple[Scheme, ...]
    findings: tuple[Finding, ...]
    plans: tuple[KitPlan, ...] = ()
    choices: tuple[Choice, ...] = ()
    office: Office = NO_OFFICE

    def report(self, place: int) -> "DocumentPlan":
        """The Word material of one of the kits."""
        # Most who open kits ask for no document.
        from builder.word.planning import plan_document

        return plan_document(self.kits[place], self.office)


def open_scheme(id_or_path: str) -> Opened:
    """The scheme a person names; ``None`` where it has an error that forbids using it."""
    opened = _linted(id_or_path)
    if opened.scheme is None:
        return opened
    kits = every_kit(opened.scheme)
    findings = _within_limits(kits, map(plan_workbook, kits), opened.findings)
    return Opened(scheme=None if has_errors(findings) else opened.scheme, findings=findings)


def open_kits(id_or_path: str, wanted: Wanted, office: Office = NO_OFFICE) -> OpenedKits:
    """The kits a person asks for; none where the scheme or the question has an error."""
    opened = _linted(id_or_path)
    if opened.scheme is None:
        return OpenedKits(kits=(), findings=opened.findings)
    kits, refused = kits_of(opened.scheme, wanted)
    plans = tuple(plan_workbook(kit, office) for kit in kits)
    findings = _within_limits(kits, plans, (*opened.findings, *refused))
    if has_errors(findings):
        kits, plans = (), ()
    return OpenedKits(
        kits=kits, plans=plans, findings=findings, choices=opened.scheme.choices, office=office
    )


def _linted(id_or_path: str) -> Opened:
    path, findings = find_scheme(id_or_path)
    if path is None:
        return Opened(scheme=None, findings=findings)
    loaded = lint_scheme(path)
    usable = None if has_errors(loaded.findings) else loaded.scheme
    return Opened(scheme=usable, findings=loaded.findings)


def _within_limits(
    kits: Iterable[Scheme], plans: Iterable[KitPlan], findings: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """The findings, and what Excel would refuse in any of the kits, each said once."""
    for kit, plan in zip(kits, plans, strict=True):
        found = check_limits(plan, kit)
        findings = (*findings, *(one for one in found if one not in findings))
    return findings
