"""The text of a returned report by indicator."""

from functools import partial
from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.pipeline.children import in_one_child
from builder.pipeline.own_schemes import OwnScheme
from builder.pipeline.verify import Verifier
from builder.pipeline.verify_word import WordVerifier
from builder.read.document import read_document
from builder.word.parts import Bounded
from builder.word.written import WrittenSection


@frozen
class ReportText:
    """The sections in official order, or ``None`` and why they cannot be told.

    ``bounded`` are the parts with an upper bound of characters.
    """

    sections: tuple[WrittenSection, ...] | None
    bounded: tuple[Bounded, ...] = ()
    findings: tuple[Finding, ...] = ()


def report_text(path: Path, schemes: tuple[OwnScheme, ...] = ()) -> ReportText:
    """What was written under every heading of a report."""
    told = in_one_child(partial(_told, path, schemes), str(path))
    return ReportText(sections=None, findings=(told,)) if isinstance(told, Finding) else told


def _told(path: Path, schemes: tuple[OwnScheme, ...]) -> ReportText:
    report = WordVerifier(Verifier(schemes)).report(str(path), read_document(path))
    if isinstance(report, tuple):
        return ReportText(sections=None, findings=report)
    parts = (report.plan.overview, report.plan.report)
    return ReportText(
        sections=report.sections, bounded=tuple(one for one in parts if one is not None)
    )
