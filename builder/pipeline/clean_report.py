"""A copy of a report without the guidance of its kit."""

from functools import partial
from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.ooxml.file import read_bytes
from builder.ooxml.refusal import RefusedError
from builder.pipeline.children import in_one_child
from builder.pipeline.own_outputs import write_one
from builder.pipeline.own_schemes import OwnScheme
from builder.pipeline.templates import Templates, document_template
from builder.pipeline.verify import Verifier
from builder.pipeline.verify_word import WordVerifier
from builder.read.document import read_document_content
from builder.word.cleaning import CleanedReport
from builder.write.clean.document import cleaned_document
from builder.write.docx.document import write_document

_CLEANED = "（无指导文字）"
# So many texts are named in one finding, so much of each.
_NAMED, _QUOTED = 5, 20


@frozen
class CleanOrder:
    """Which report is copied without guidance, and where the copy is put.

    ``templates`` are those its kit was made with.
    """

    report: Path
    templates: Templates
    output: Path | None = None


@frozen
class Cleaned:
    """The copy and what was left out of it, or why there is none."""

    path: Path | None
    report: CleanedReport | None = None
    findings: tuple[Finding, ...] = ()


def clean_report(order: CleanOrder, schemes: tuple[OwnScheme, ...] = ()) -> Cleaned:
    """Write the copy beside the report, which is not changed."""
    path = order.output or order.report.with_name(f"{order.report.stem}{_CLEANED}.docx")
    made = in_one_child(partial(_cleaned, order, schemes), str(order.report))
    if isinstance(made, Finding):
        return Cleaned(path=None, findings=(made,))
    if isinstance(made, tuple):
        return Cleaned(path=None, findings=made)
    failure = write_one(path, made.content)
    if failure is not None:
        return Cleaned(path=None, findings=(failure,))
    return Cleaned(path=path, report=made, findings=_kept(made, str(order.report)))


def _kept(made: CleanedReport, path: str) -> tuple[Finding, ...]:
    if not made.kept:
        return ()
    named = "、".join(f"“{one[:_QUOTED]}”" for one in made.kept[:_NAMED])
    more = "等" if len(made.kept) > _NAMED else ""
    return (Finding.at("QA1274", path, actual=f"{named}{more}", count=str(len(made.kept))),)


def _cleaned(
    order: CleanOrder, schemes: tuple[OwnScheme, ...]
) -> CleanedReport | tuple[Finding, ...]:
    name = str(order.report)
    try:
        content = read_bytes(order.report)
    except RefusedError as refusal:
        return (refusal.finding(name),)
    read = read_document_content(name, lambda: content)
    report = WordVerifier(Verifier(schemes)).report(name, read)
    if isinstance(report, tuple):
        return report
    plan = report.plan
    blank = write_document(plan, document_template(order.templates, plan.identity.layout))
    if blank.content is None:
        return blank.findings
    headings = tuple((bookmark, text) for text, bookmark, _ in plan.headings)
    only_read = {one.bookmark for one in (plan.guide, plan.reference) if one is not None}
    try:
        return cleaned_document(content, blank.content, headings, only_read)
    except RefusedError as refusal:
        return (refusal.finding(name),)
