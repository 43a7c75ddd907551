"""The text of a returned report by indicator."""

from dataclasses import dataclass
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.pipeline.verify import Verifier
from builder.plan.written import Written
from builder.read.document import read_document
from builder.verify.report.identity import read_document_identity
from builder.verify.report.sections import found_headings, written_sections


@dataclass(frozen=True, kw_only=True)
class ReportText:
    """The sections in official order, or ``None`` and why they cannot be told."""

    sections: tuple[Written, ...] | None
    findings: tuple[Finding, ...] = ()


def report_text(path: Path) -> ReportText:
    """What was written under every heading of a report."""
    read = read_document(path)
    if read.document is None:
        return ReportText(sections=None, findings=read.findings)
    place = Place(path=str(path))
    identity = read_document_identity(read.document)
    if identity is None:
        return ReportText(sections=None, findings=(Finding(code="QA301", place=place),))
    plan = Verifier().document_plan(identity)
    if plan is None:
        unknown = Finding(code="QA302", place=place, actual=identity.scheme_id)
        return ReportText(sections=None, findings=(unknown,))
    found = found_headings(plan, read.document)
    return ReportText(sections=written_sections(plan, read.document, found))
