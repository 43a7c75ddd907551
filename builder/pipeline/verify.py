"""From a returned file to its verdict."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from builder.findings.finding import Finding, Place, has_errors
from builder.frozen import frozen
from builder.kit.kit_plan import KitPlan
from builder.kit.older_layouts import OlderWorkbook, older_workbook
from builder.kit.planning import NO_OFFICE, plan_workbook
from builder.load.library import find_scheme
from builder.load.office import parse_office
from builder.load.scheme_file import load_scheme
from builder.model.earlier_editions import edition_marked
from builder.model.evidence_files import HandedInEvidence
from builder.model.fingerprint import fingerprint
from builder.model.identity import Identity
from builder.model.office import Office
from builder.model.returned import ReturnedWorkbook
from builder.model.scheme import Scale, Scheme
from builder.model.verdict import Verdict
from builder.pipeline.choosing import Wanted, kits_of
from builder.pipeline.other_choice import Names, names_by_choice, other_choice
from builder.pipeline.own_schemes import OwnScheme, edition_of
from builder.read.workbook import ReadWorkbook, read_workbook
from builder.unswept import unswept
from builder.verify.held import Held
from builder.verify.identity import (
    check_edition,
    check_office,
    declared,
    differs_in_layout,
    identity_place,
    read_settings,
    unknown_award,
    unread_settings,
)
from builder.verify.identity_words import choice_words, scale_words
from builder.verify.judged import judge_kit, unreadable
from builder.verify.likeness import likeness
from builder.verify.older.hold import hold_of_layout
from builder.verify.pristine import Pristine

# Far more than one office ever hands out at a time.
_MOST_KITS = 64
Key = TypeVar("Key")
Kept = TypeVar("Kept")


@frozen
class OpenedWorkbook:
    """The plan a workbook was made from, ``None`` where it cannot be told, and what was found.

    ``workbook`` is what was read; ``older`` is its layout where that is not the present one.
    """

    pristine: Pristine[KitPlan] | None
    findings: tuple[Finding, ...] = ()
    scheme: str = ""
    workbook: ReturnedWorkbook | None = None
    older: OlderWorkbook | None = None

    def held(self, name: str, evidence: HandedInEvidence | None = None) -> Held[KitPlan] | None:
        """The workbook held against its plan, ``None`` where it cannot be told which that is."""
        if self.pristine is None or self.workbook is None:
            return None
        return hold_of_layout(self.pristine, self.workbook, name, self.older, evidence)


@frozen
class Origin:
    """The resolved scheme and the settings a file was made from, ``None`` where there is none."""

    kit: Scheme | None = None
    office: Office = NO_OFFICE
    findings: tuple[Finding, ...] = ()


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
        evidence: HandedInEvidence | None = None,
    ) -> None:
        """Start with no scheme loaded and no kit planned."""
        self._own = schemes
        self._office = office
        self._evidence = evidence
        self._shipped: dict[str, Path] = {}
        self._schemes: dict[Path, Scheme] = {}
        self._earlier: dict[tuple[Path, str], Scheme] = {}
        self._kits: dict[tuple[str, ...], Scheme] = {}
        self._known: dict[tuple[str, ...], Pristine[KitPlan]] = {}
        self._names: dict[tuple[str, ...], Names] = {}

    def verify(self, path: Path) -> Verdict:
        """The verdict on one file; nothing about the file raises."""
        return self.judge(str(path), read_workbook(path))

    def judge(self, name: str, read: ReadWorkbook) -> Verdict:
        """The verdict on what came of reading a file that is called ``name``."""
        opened = self.open_workbook(name, read)
        with unswept():
            held = opened.held(name, self._evidence)
            if held is None:
                return unreadable(name, opened.findings, opened.scheme)
            return judge_kit(held, opened.findings)

    def open_workbook(self, name: str, read: ReadWorkbook) -> OpenedWorkbook:
        """The plan that a workbook says it was made from, or why there is none."""
        if read.workbook is None:
            return OpenedWorkbook(pristine=None, findings=read.findings)
        said = declared(read.workbook)
        if not said.rivals:
            nothing = Finding(code="QA301", place=Place(path=name))
            return OpenedWorkbook(pristine=None, findings=(*read.findings, nothing))
        place = identity_place(name)
        identity = self._likeliest(said.rivals, read.workbook, place)
        before = (*read.findings, *said.contradiction(identity, name, self._called))
        if identity.task:
            alone = Finding.at("QA310", name, actual=identity.task)
            return OpenedWorkbook(pristine=None, findings=(*before, alone), scheme=identity.scheme)
        titled = read.workbook.title
        origin = self.origin(identity, read_settings(read.workbook), place, titled)
        before = (*before, *origin.findings)
        if origin.kit is None:
            return OpenedWorkbook(pristine=None, findings=before, scheme=identity.scheme)
        pristine = self._pristine(origin.kit, origin.office, identity)
        older = None
        if differs_in_layout(identity, pristine.plan.identity):
            older = older_workbook(identity.layout)
        other = check_edition(identity, pristine.plan.identity, place, older=older is not None)
        return OpenedWorkbook(
            pristine=None if has_errors(other) else pristine,
            findings=(*before, *other),
            scheme=identity.scheme,
            workbook=read.workbook,
            older=older,
        )

    def _likeliest(
        self, rivals: tuple[Identity, ...], workbook: ReturnedWorkbook, place: Place
    ) -> Identity:
        """The identity whose workbook this is most like; of equals the one said most often."""
        if len(rivals) == 1:
            scheme = self._scheme(rivals[0].scheme, rivals[0].fingerprint)
            names = {} if scheme is None else self._names_of(scheme)
            other = other_choice(names, rivals[0], workbook)
            if other is None:
                return rivals[0]
            rivals = (*rivals, other)
        carried = read_settings(workbook)
        alike: dict[Identity, Fraction] = {}
        for rival in rivals:
            origin = self.origin(rival, carried, place)
            if origin.kit is not None and not rival.task:
                pristine = self._pristine(origin.kit, origin.office, rival)
                older = older_workbook(rival.layout) is not None
                told = check_edition(rival, pristine.plan.identity, place, older=older)
                if not has_errors(told):
                    alike[rival] = likeness(pristine, workbook)
        return max(rivals, key=lambda rival: alike.get(rival, Fraction(-1)))

    def _names_of(self, scheme: Scheme) -> Names:
        """What each kit of a scheme calls its indicators."""
        key = (scheme.id, scheme.fingerprint)
        if key not in self._names:
            keep(self._names, key, names_by_choice(scheme))
        return self._names[key]

    def _called(self, scheme_id: str) -> str:
        """What people call the award of a scheme; its own word where it is not at hand."""
        scheme = self._scheme(scheme_id, "")
        return scheme_id if scheme is None else scheme.title

    def hold(self, name: str, read: ReadWorkbook) -> Held[KitPlan] | None:
        """A workbook held against the plan it says it was made from, ``None`` without one."""
        return self.open_workbook(name, read).held(name)

    def origin(self, identity: Identity, carried: str, place: Place, titled: str = "") -> Origin:
        """The kit that an identity names; ``carried`` are the settings in the file itself.

        ``titled`` is what the file is headed, told where the award is not known.
        """
        scheme = self._scheme(identity.scheme, identity.fingerprint)
        if scheme is None:
            return Origin(findings=(unknown_award(identity, titled, place),))
        office = self._settings(identity, carried)
        if office is None:
            return Origin(findings=(unread_settings(identity, place),))
        findings = (
            () if self._office is None else check_office(identity, self._office.digest, place)
        )
        key = (scheme.id, scheme.fingerprint, identity.choice, identity.scale)
        if key not in self._kits:
            wanted = wanted_kit(identity)
            kits = () if wanted is None else kits_of(scheme, wanted)[0]
            if not kits:
                said = f"{choice_words(identity.choice)}、{scale_words(identity.scale)}"
                unknown = Finding.at("QA305", place.path, actual=said)
                return Origin(findings=(*findings, unknown))
            keep(self._kits, key, kits[0])
        return Origin(kit=self._kits[key], office=office, findings=findings)

    def _scheme(self, scheme_id: str, mark: str) -> Scheme | None:
        """The scheme of the edition a file declares, else another edition of the same award."""
        path = edition_of(self._own, scheme_id, mark) or self._path(scheme_id)
        if path is None:
            return None
        if path not in self._schemes:
            scheme = load_scheme(path).scheme
            if scheme is None or scheme.id != scheme_id:
                return None
            # Worked out once, and not for every file that names the scheme.
            self._schemes[path] = replace(scheme, fingerprint=fingerprint(scheme))
        known = self._schemes[path]
        if mark in ("", known.fingerprint):
            return known
        if (path, mark) not in self._earlier:
            keep(self._earlier, (path, mark), edition_marked(known, mark) or known)
        return self._earlier[path, mark]

    def _path(self, scheme_id: str) -> Path | None:
        """The scheme that comes with the program, looked for once however many files name it."""
        if scheme_id not in self._shipped and "/" not in scheme_id and "\\" not in scheme_id:
            path, _ = find_scheme(scheme_id)
            if path is not None:
                self._shipped[scheme_id] = path
        return self._shipped.get(scheme_id)

    def _settings(self, identity: Identity, carried: str) -> Office | None:
        """The settings the file says it was made with, ``None`` where they cannot be had."""
        if self._office is not None and self._office.digest == identity.office:
            return self._office
        office = parse_office(carried) if identity.office else NO_OFFICE
        return office if office is not None and office.digest == identity.office else None

    def _pristine(self, kit: Scheme, office: Office, identity: Identity) -> Pristine[KitPlan]:
        """The plan of the workbook of a kit, kept for the next file of that kit."""
        key = (kit.id, kit.fingerprint, identity.kit)
        if key not in self._known:
            keep(self._known, key, Pristine(plan_workbook(kit, office)))
        return self._known[key]


def keep(known: dict[Key, Kept], key: Key, value: Kept) -> None:
    """Keep a value; settings come with the files, so that there is no end of kits."""
    while len(known) >= _MOST_KITS:
        del known[next(iter(known))]
    known[key] = value


def wanted_kit(identity: Identity) -> Wanted | None:
    """What an office asked for when it built the kit, ``None`` where the file makes no sense."""
    pairs = [pair.partition("=") for pair in identity.choice.split("；") if pair]
    if identity.scale not in {each.value for each in Scale}:
        return None
    options = {name: option for name, _, option in pairs}
    return Wanted(options=options, scale=Scale(identity.scale))
