"""Reports into which the complete workbook of their kit is written."""

from builder.read.document import read_document_content
from builder.verify.cross.entries import entries_for
from builder.verify.word.returned import ReturnedReport, take_apart
from builder.word.filling import FilledReport, Outcome
from builder.word.planning import plan_document
from builder.write.fill.document import filled_document
from tests.support.reports import complete_held
from tests.support.workbooks import shipped_scheme

DONE = {Outcome.WRITTEN, Outcome.UPDATED}


def taken_apart(kit: str, content: bytes) -> ReturnedReport:
    """A report of a kit as the program reads it."""
    read = read_document_content("申报材料.docx", lambda: content)
    assert read.document is not None, read.findings
    return take_apart(plan_document(shipped_scheme(kit)), read.document)


def filled_in(kit: str, content: bytes, *, replacing: bool = False) -> FilledReport:
    """The report with everything in it that the complete workbook says."""
    report, held = taken_apart(kit, content), complete_held(kit)
    headings = {name: places[0].text for name, places in report.found.items() if places}
    entries = entries_for(report.plan, held)
    return filled_document(content, entries, headings, held.exact, replacing=replacing)


def outcomes(filled: FilledReport) -> set[Outcome]:
    """What was done at all."""
    return {change.outcome for change in filled.changes}
