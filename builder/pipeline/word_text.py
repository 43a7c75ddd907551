"""The text of a returned report by indicator."""

from functools import partial
from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.pipeline.child import Stopped
from builder.pipeline.children import in_children
from builder.pipeline.net import within_net
from builder.pipeline.verify import Verifier
from builder.pipeline.verify_word import WordVerifier
from builder.read.document import read_document
from builder.verify.word.document import verify_document
from builder.verify.word.returned import take_apart
from builder.word.written import WrittenSection


@frozen
class ReportText:
    """The sections in official order, or ``None`` and why they cannot be told."""

    sections: tuple[WrittenSection, ...] | None
    findings: tuple[Finding, ...] = ()


def report_text(path: Path) -> ReportText:
    """What was written under every heading of a report."""
    ((_, told),) = in_children(_within_net, (path,))
    if isinstance(told, Stopped):
        told = told.finding(str(path))
    return ReportText(sections=None, findings=(told,)) if isinstance(told, Finding) else told


def _within_net(path: Path) -> ReportText | Finding:
    return within_net(partial(_told, path), str(path))


def _told(path: Path) -> ReportText:
    read = read_document(path)
    if read.document is None:
        return ReportText(sections=None, findings=read.findings)
    opened = WordVerifier(Verifier()).open(str(path), read.document)
    if opened.plan is None:
        return ReportText(sections=None, findings=opened.findings)
    report = take_apart(opened.plan, read.document)
    if not report.is_headed:
        return ReportText(sections=None, findings=verify_document(report, str(path)).findings)
    return ReportText(sections=report.sections)
