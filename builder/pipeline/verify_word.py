"""From a returned report, a Word file, to its verdict."""

from dataclasses import replace

from builder.findings.finding import Finding, Place, has_errors
from builder.frozen import frozen
from builder.model.identity import Identity, settings_of
from builder.model.office import Office
from builder.model.returned_document import ReturnedDocument
from builder.model.scheme import Scheme
from builder.model.verdict import Verdict
from builder.pipeline.verify import Verifier, keep
from builder.read.document import ReadDocument
from builder.read.workbook import ReadWorkbook
from builder.verify.cross.check import check_against_workbook
from builder.verify.identity import (
    check_edition,
    differs_in_layout,
    read_document_identity,
)
from builder.verify.judged import status_of, unreadable
from builder.verify.word.document import verify_document
from builder.verify.word.older import in_present_words, without_new_headings
from builder.verify.word.returned import ReturnedReport, take_apart
from builder.word.older_layouts import OlderReport, older_report
from builder.word.parts import DocumentPlan
from builder.word.planning import layout_of, plan_document


@frozen
class OpenedDocument:
    """The kit a report was made from, ``None`` where it cannot be told, and what was found.

    ``older`` is the layout of a report that is not of the present one.
    """

    plan: DocumentPlan | None
    findings: tuple[Finding, ...] = ()
    scheme: str = ""
    older: OlderReport | None = None

    def take_apart(self, document: ReturnedDocument) -> ReturnedReport | None:
        """The report as its kit sees it; ``None`` where it cannot be told which that is."""
        if self.plan is None:
            return None
        return take_apart(self.plan, in_present_words(document, self.older))


class WordVerifier:
    """Verifies one report after another, by the schemes and settings of a ``Verifier``."""

    def __init__(self, workbooks: Verifier) -> None:
        """Start with no report planned."""
        self._workbooks = workbooks
        self._documents: dict[tuple[str, ...], DocumentPlan] = {}

    def judge(
        self, name: str, read: ReadDocument, beside: tuple[str, ReadWorkbook] | None = None
    ) -> Verdict:
        """The verdict on what came of reading a Word file that is called ``name``.

        ``beside`` is the workbook of the same applicant, its name and what came of reading it; one
        that cannot be held against its own plan is no help, and says so itself.
        """
        if read.document is None:
            return unreadable(name, read.findings)
        opened = self.open(name, read.document)
        before = (*read.findings, *opened.findings)
        report = opened.take_apart(read.document)
        if report is None:
            return unreadable(name, before, opened.scheme)
        workbook = None if beside is None else self._workbooks.hold(*beside)
        compared = () if workbook is None else check_against_workbook(report, workbook, name)
        verdict = verify_document(report, name, before, compared)
        kept = tuple(without_new_headings(verdict.findings, opened.older))
        return replace(verdict, findings=kept, status=status_of(kept))

    def report(self, name: str, read: ReadDocument) -> ReturnedReport | tuple[Finding, ...]:
        """A report taken apart by the plan of its kit, or why it cannot be."""
        if read.document is None:
            return read.findings
        opened = self.open(name, read.document)
        report = opened.take_apart(read.document)
        if report is None:
            return opened.findings
        # Without one of its headings no text of it has a place.
        return report if report.is_headed else verify_document(report, name).findings

    def open(self, name: str, document: ReturnedDocument) -> OpenedDocument:
        """The kit that a Word file says it is, or why there is none to hold it against."""
        place = Place(path=name)
        identity = read_document_identity(document)
        if identity is None:
            return OpenedDocument(plan=None, findings=(Finding.at("QA301", place),))
        carried = settings_of(document.properties)
        origin = self._workbooks.origin(identity, carried, place, document.title)
        if origin.kit is None:
            return OpenedDocument(plan=None, findings=origin.findings, scheme=identity.scheme)
        plan = self._document(origin.kit, origin.office, identity)
        older = None
        if differs_in_layout(identity, plan.identity):
            older = older_report(identity.layout)
        other = check_edition(identity, plan.identity, place, older=older is not None)
        return OpenedDocument(
            plan=None if has_errors(other) else plan,
            findings=(*origin.findings, *other),
            scheme=identity.scheme,
            older=older,
        )

    def _document(self, kit: Scheme, office: Office, identity: Identity) -> DocumentPlan:
        """The plan of the report of a kit, kept for the next file of that kit."""
        layout = layout_of(identity)
        key = (kit.id, kit.fingerprint, identity.kit, layout)
        if key not in self._documents:
            keep(self._documents, key, plan_document(kit, office, layout))
        return self._documents[key]
