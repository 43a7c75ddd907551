"""The files of an old kit opened by what they say they are, of whatever layout."""

from dataclasses import replace

from builder.findings.finding import Finding, Place
from builder.frozen import frozen
from builder.kit.kit_plan import KitPlan
from builder.kit.older_layouts import older_workbook
from builder.kit.planning import plan_workbook
from builder.model.fingerprint import fingerprint
from builder.model.identity import Identity, settings_of
from builder.model.office import Office
from builder.model.returned_document import ReturnedDocument
from builder.model.scheme import Scheme
from builder.pipeline.own_schemes import OwnScheme
from builder.pipeline.verify import Origin, Verifier
from builder.read.workbook import ReadWorkbook
from builder.verify.held import Held
from builder.verify.identity import (
    declared,
    identity_place,
    read_document_identity,
    read_settings,
)
from builder.verify.identity_words import identity_words
from builder.verify.older.hold import hold_of_layout
from builder.verify.pristine import Pristine
from builder.word.older_layouts import OlderReport, older_report
from builder.word.parts import DocumentPlan
from builder.word.planning import layout_of, plan_document


@frozen
class OldWorkbook:
    """A filled workbook held against its own edition's plan, and the kit it was made for."""

    held: Held[KitPlan]
    kit: Scheme
    office: Office
    identity: Identity


@frozen
class OldReport:
    """A report, the plan it was made from, and the kit it was made for."""

    document: ReturnedDocument
    plan: DocumentPlan
    kit: Scheme
    office: Office
    identity: Identity
    older: OlderReport | None = None


class OldKits:
    """Opens one old file after another; a plan is made once however many files need it."""

    def __init__(self, schemes: tuple[OwnScheme, ...]) -> None:
        """Use these schemes where one is of the very edition, else those that are shipped."""
        self._known = (Verifier(schemes), Verifier())
        self._plans: dict[tuple[str, ...], Pristine[KitPlan]] = {}
        self._reports: dict[tuple[str, ...], DocumentPlan] = {}

    def workbook(self, name: str, read: ReadWorkbook) -> OldWorkbook | tuple[Finding, ...]:
        """The workbook, or why it cannot be carried over.

        One of an older layout is held against the plan of this one by what its cells mean, one of
        a layout that nobody knows by names and texts.
        """
        if read.workbook is None:
            return read.findings
        rivals = declared(read.workbook).rivals
        if not rivals:
            return (Finding.at("QA301", name),)
        identity, place = rivals[0], identity_place(name)
        if identity.task:
            return (Finding.at("QA310", name, actual=identity.task),)
        carried = read_settings(read.workbook)
        origin = self._origin(identity, carried, place, read.workbook.title)
        refused = _refused(origin, identity, place)
        if refused or origin.kit is None:
            return refused
        kit, office = origin.kit, origin.office
        key = (kit.id, kit.fingerprint, identity.kit)
        if key not in self._plans:
            self._plans[key] = Pristine(plan_workbook(kit, office))
        pristine = self._plans[key]
        of_this = identity.layout == pristine.plan.identity.layout
        older = None if of_this else older_workbook(identity.layout)
        held = hold_of_layout(pristine, read.workbook, name, older)
        return OldWorkbook(held=held, kit=kit, office=office, identity=identity)

    def report(self, name: str, document: ReturnedDocument) -> OldReport | tuple[Finding, ...]:
        """The report, or why it cannot be carried over."""
        identity, place = read_document_identity(document), Place(path=name)
        if identity is None:
            return (Finding.at("QA301", name),)
        carried = settings_of(document.properties)
        origin = self._origin(identity, carried, place, document.title)
        refused = _refused(origin, identity, place)
        if refused or origin.kit is None:
            return refused
        layout = layout_of(identity)
        key = (origin.kit.id, origin.kit.fingerprint, identity.kit, layout)
        if key not in self._reports:
            self._reports[key] = plan_document(origin.kit, origin.office, layout)
        plan = self._reports[key]
        of_this = identity.layout == plan.identity.layout
        return OldReport(
            document=document,
            plan=plan,
            older=None if of_this else older_report(identity.layout),
            kit=origin.kit,
            office=origin.office,
            identity=identity,
        )

    def _origin(self, identity: Identity, carried: str, place: Place, titled: str) -> Origin:
        """The kit of the very edition that a file says it is of, else of the first at hand."""
        found = [one.origin(identity, carried, place, titled) for one in self._known]
        exact = (one for one in found if not _refused(one, identity, place))
        return next(exact, found[0] if found[0].kit is not None else found[-1])


def _refused(origin: Origin, identity: Identity, place: Place) -> tuple[Finding, ...]:
    if origin.kit is None:
        return origin.findings
    mark = fingerprint(origin.kit)
    if mark == identity.fingerprint:
        return ()
    said = replace(identity, edition=origin.kit.edition, fingerprint=mark)
    return (
        Finding.at(
            "QA1240",
            place.path,
            expected=identity_words(said, identity),
            actual=identity_words(identity, said),
        ),
    )
