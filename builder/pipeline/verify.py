"""From a returned file to its verdict."""

from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.load.library import find_scheme
from builder.load.office import parse_office
from builder.load.scheme_file import load_scheme
from builder.model.evidence_files import Evidence
from builder.model.fingerprint import fingerprint
from builder.model.identity import Identity
from builder.model.office import Office
from builder.model.returned import ReturnedWorkbook
from builder.model.scheme import Scale, Scheme
from builder.model.verdict import Verdict
from builder.pipeline.choosing import Wanted, kits_of
from builder.pipeline.own_schemes import OwnScheme, edition_of
from builder.plan.build import NO_OFFICE, plan_workbook, scheme_identity
from builder.plan.document import plan_document
from builder.plan.document_parts import DocumentIdentity, DocumentPlan
from builder.read.document import ReadDocument
from builder.read.workbook import Read, read_workbook
from builder.verify.identity import (
    check_edition,
    check_office,
    read_identity,
    read_settings,
    unread_settings,
)
from builder.verify.pristine import Pristine
from builder.verify.report.document import verify_document
from builder.verify.report.identity import check_document_edition, read_document_identity
from builder.verify.workbook import unreadable, verify_workbook

# Far more than one office ever hands out at a time.
_MOST_KITS = 64


class Verifier:
    """Verifies one file after another; a scheme is planned once however many files need it.

    ``schemes`` are scheme files of the office's own, used before the shipped ones: of several
    editions that one from which a file says it was made. ``office`` are the settings that every
    file should have been made with, ``None`` where any will do; ``evidence`` are the files that
    were handed in, ``None`` where they are not at hand.
    """

    def __init__(
        self,
        schemes: tuple[OwnScheme, ...] = (),
        office: Office | None = None,
        evidence: Evidence | None = None,
    ) -> None:
        """Start with no scheme loaded and no kit planned."""
        self._own = schemes
        self._office = office
        self._evidence = evidence
        self._schemes: dict[Path, Scheme] = {}
        self._known: dict[tuple[str, str, str], Pristine] = {}

    def verify(self, path: Path) -> Verdict:
        """The verdict on one file; nothing about the file raises."""
        return self.judge(str(path), read_workbook(path))

    def judge(self, name: str, read: Read) -> Verdict:
        """The verdict on what came of reading a file that is called ``name``."""
        if read.workbook is None:
            return unreadable(name, read.findings)
        identity, doubts = read_identity(read.workbook, name)
        before = (*read.findings, *doubts)
        if identity is None:
            return unreadable(name, before)
        scheme = self._scheme(identity.scheme, identity.fingerprint)
        if scheme is None:
            unknown = Finding(code="QA302", place=Place(path=name), actual=identity.scheme)
            return unreadable(name, (*before, unknown), identity.scheme)
        office = self._settings(identity, read.workbook)
        if office is None:
            return unreadable(name, (*before, unread_settings(identity, name)), identity.scheme)
        if self._office is not None:
            before = (*before, *check_office(identity, self._office.digest, name))
        pristine = self._pristine(scheme, identity, office)
        if pristine is None:
            unknown = Finding(code="QA305", place=Place(path=name), actual=identity.kit)
            return unreadable(name, (*before, unknown), identity.scheme)
        other_edition = check_edition(identity, pristine.plan.identity, name)
        if other_edition:
            return unreadable(name, (*before, *other_edition), identity.scheme)
        return verify_workbook(pristine, read.workbook, name, before, self._evidence)

    def judge_document(self, name: str, read: ReadDocument) -> Verdict:
        """The verdict on what came of reading a Word file that is called ``name``."""
        if read.document is None:
            return unreadable(name, read.findings)
        identity = read_document_identity(read.document)
        if identity is None:
            unnamed = Finding(code="QA301", place=Place(path=name))
            return unreadable(name, (*read.findings, unnamed))
        plan = self.document_plan(identity)
        if plan is None:
            code = (
                "QA302"
                if self._scheme(identity.scheme_id, identity.fingerprint) is None
                else "QA305"
            )
            actual = identity.scheme_id if code == "QA302" else identity.choice
            unknown = Finding(code=code, place=Place(path=name), actual=actual)
            return unreadable(name, (*read.findings, unknown), identity.scheme_id)
        other_edition = check_document_edition(identity, plan.identity, name)
        if other_edition:
            return unreadable(name, (*read.findings, *other_edition), identity.scheme_id)
        return verify_document(plan, read.document, name, read.findings)

    def document_plan(self, identity: DocumentIdentity) -> DocumentPlan | None:
        """The plan of the kit that a Word file says it is."""
        scheme = self._scheme(identity.scheme_id, identity.fingerprint)
        wanted = wanted_options(identity.choice, identity.scale)
        if scheme is None or wanted is None:
            return None
        kits, _ = kits_of(scheme, wanted)
        if not kits:
            return None
        mark = scheme_identity(kits[0]).fingerprint
        return plan_document(kits[0], fingerprint=mark)

    def _scheme(self, scheme_id: str, mark: str) -> Scheme | None:
        """The scheme of the edition a file declares, else another edition of the same award."""
        path = edition_of(self._own, scheme_id, mark)
        if path is None and "/" not in scheme_id and "\\" not in scheme_id:
            path, _ = find_scheme(scheme_id)
        if path is None:
            return None
        if path not in self._schemes:
            scheme = load_scheme(path).scheme
            if scheme is None or scheme.id != scheme_id:
                return None
            self._schemes[path] = scheme
        return self._schemes[path]

    def _settings(self, identity: Identity, workbook: ReturnedWorkbook) -> Office | None:
        """The settings the file says it was made with, ``None`` where they cannot be had."""
        if self._office is not None and self._office.digest == identity.office:
            return self._office
        carried = parse_office(read_settings(workbook)) if identity.office else NO_OFFICE
        return carried if carried is not None and carried.digest == identity.office else None

    def _pristine(self, scheme: Scheme, identity: Identity, office: Office) -> Pristine | None:
        """The plan of the kit that the file says it is, kept for the next file of that kit."""
        key = (scheme.id, fingerprint(scheme), identity.kit)
        if key not in self._known:
            wanted = wanted_kit(identity)
            kits = () if wanted is None else kits_of(scheme, wanted)[0]
            if not kits:
                return None
            # Settings come with the files, so that there is no end of kits.
            while len(self._known) >= _MOST_KITS:
                del self._known[next(iter(self._known))]
            self._known[key] = Pristine(plan_workbook(kits[0], office))
        return self._known[key]


def wanted_kit(identity: Identity) -> Wanted | None:
    """What an office asked for when it built the kit, ``None`` where the file makes no sense."""
    return wanted_options(identity.choice, identity.scale)


def wanted_options(choice: str, scale: str) -> Wanted | None:
    """What was asked for by a choice in one line and a scale, ``None`` where it makes no sense."""
    pairs = [pair.partition("=") for pair in choice.split("；") if pair]
    if scale not in {each.value for each in Scale}:
        return None
    options = {name: option for name, _, option in pairs}
    return Wanted(options=options, scale=Scale(scale))
