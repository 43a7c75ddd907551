"""Everything that is wrong with a template: what it lacks, then one kit made with it in memory."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from builder.findings.finding import Finding
from builder.kit.planning import NO_OFFICE
from builder.letters.notice import plan_notice
from builder.load.source import read_source
from builder.model.scheme import Scale
from builder.model.verdict import Score, Status, Verdict
from builder.pipeline import sample_papers as samples
from builder.pipeline.choosing import Wanted
from builder.pipeline.kit import kit_file
from builder.pipeline.kit_names import KitPart
from builder.pipeline.kits_of_scheme import open_kits
from builder.pipeline.templates import kind_of, shipped_templates
from builder.read.template_kind import TemplateKind, is_plain_document, template_kind

# An award on another scale than the notice's: its every page has a note, too.
_SAMPLE, _SAMPLE_SCALE = "pengjiang-manufacturing", Scale.MATURITY
# A file with something of every severity, so that every part of a letter is tried out.
_SAMPLE_VERDICT = Verdict(
    path="样例.xlsx",
    status=Status.FINDINGS,
    award="某市质量奖",
    applicant="样例公司",
    score=Score(total=Decimal(800), maximum=Decimal(1000), by_indicator={}),
    findings=tuple(
        Finding.at(code, "样例.xlsx", actual="样例") for code in ("QA401", "QA201", "QA409")
    ),
)
# Names of the formats before zipped ones, which no template has.
_OLD_NAMES = (".doc", ".wps", ".xls", ".et")
# Names by which a person means a template, whatever the file turns out to be.
_OFFICE_NAMES = (
    *(".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".et"),
    *(".docx", ".docm", ".dotx", ".dotm", ".doc", ".wps"),
)


def is_template(name: str) -> bool:
    """Whether a person means a template by this name, not a scheme."""
    return name.lower().endswith(_OFFICE_NAMES) or template_kind(Path(name)) is not None


def lint_template(path: Path) -> tuple[Finding, ...]:
    """Every finding about a template, after a kit was made with it and thrown away."""
    if is_plain_document(path):
        return (Finding.at("QA108", path, actual="Word 通知或别的文档"),)
    if path.suffix.lower() in _OLD_NAMES and isinstance(refused := read_source(path), Finding):
        return (refused,)
    kind = kind_of(path)
    if kind is TemplateKind.NOTICE:
        # The Word libraries take longer to import than most templates take to be linted.
        from builder.write.docx.notice import write_notice

        sample = plan_notice(_SAMPLE_VERDICT.applicant, (_SAMPLE_VERDICT,), NO_OFFICE)
        return write_notice(sample, path).findings
    if kind not in (TemplateKind.DOCUMENT, TemplateKind.WORKBOOK):
        return _lint_paper(kind, path)
    shipped = shipped_templates()
    workbook = kind is TemplateKind.WORKBOOK
    templates = replace(shipped, workbook=path) if workbook else replace(shipped, document=path)
    kits = open_kits(_SAMPLE, Wanted(scale=_SAMPLE_SCALE)).kits
    made = (kit_file(kit, KitPart.XLSX if workbook else KitPart.DOCX, templates) for kit in kits)
    return tuple(finding for _, findings in made for finding in findings)


def _lint_paper(kind: TemplateKind, path: Path) -> tuple[Finding, ...]:
    """The findings about the template of a paper of a panel."""
    from builder.write.docx.award import (
        write_minutes,
        write_publicity,
        write_result,
        write_signatures,
    )
    from builder.write.docx.changes import write_changes
    from builder.write.docx.panel import write_feedback, write_site_check

    match kind:
        case TemplateKind.CHANGES:
            return write_changes(samples.SAMPLE_CHANGES, path).findings
        case TemplateKind.FEEDBACK:
            return write_feedback(samples.sample_feedback(), path).findings
        case TemplateKind.SITE_CHECK:
            return write_site_check(samples.SAMPLE_CHECK, path).findings
        case TemplateKind.PUBLICITY:
            return write_publicity(samples.SAMPLE_PUBLICITY, path).findings
        case TemplateKind.RESULT:
            return write_result(samples.SAMPLE_RESULT, path).findings
        case TemplateKind.MINUTES:
            return write_minutes(samples.SAMPLE_MINUTES, path).findings
        case _:
            return write_signatures(samples.SAMPLE_SIGNATURES, path).findings
