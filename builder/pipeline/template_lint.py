"""Everything that is wrong with a template: what it lacks, then one kit made with it in memory."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from builder.book.book_plan import BookPlan
from builder.book.sheet import SheetPlan
from builder.editions.wording import Edit, Run
from builder.findings.finding import Finding
from builder.kit.planning import NO_OFFICE
from builder.letters.changes import ChangeLine, ChangeRow, ChangesPlan
from builder.letters.feedback import FeedbackPlan, FeedbackSection
from builder.letters.notice import plan_notice
from builder.letters.site_check import SiteCheckPlan, SiteQuestion
from builder.load.source import read_source
from builder.model.scheme import Scale
from builder.model.verdict import Score, Status, Verdict
from builder.pipeline.choosing import Wanted
from builder.pipeline.kit import KitPart, kit_file
from builder.pipeline.kits_of_scheme import open_kits
from builder.pipeline.templates import kind_of, shipped_templates
from builder.read.template_kind import TemplateKind, is_plain_document, template_kind
from builder.word.parts import Table

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


def _sample_feedback() -> FeedbackPlan:
    """A feedback with something under every tag."""
    sheet = SheetPlan(name="样例", cells=(), widths=())
    return FeedbackPlan(
        applicant="样例公司",
        award="某市质量奖",
        total="800 分",
        overall=("总体较好。",),
        scores=Table(caption="", header=("指标", "分值", "得分", "得分率"), rows=(("甲",) * 4,)),
        sections=(FeedbackSection(heading="1 领导", strengths=("优",), improvements=("改",)),),
        rules=(("合成", "平均分"),),
        office="某办",
        book=BookPlan(title="", page_note="", sheets=(sheet,), inputs=(), names=()),
        chart=None,
    )


_SAMPLE_CHECK = SiteCheckPlan(
    applicant="样例公司",
    award="某市质量奖",
    run="样例",
    office="某办",
    questions=(SiteQuestion(number="1", indicator="1 领导", words="看台账"),),
)
# Something under every tag.
_SAMPLE_ROW = ChangeRow(
    old="1 领导",
    new="1 领导力",
    words="名称",
    lines=(ChangeLine(label="文字", runs=tuple(Run(edit=edit, text="样例") for edit in Edit)),),
)
_SAMPLE_CHANGES = ChangesPlan(
    award="某市质量奖",
    old=("某市质量奖评审标准", "第1版", "附件1"),
    new=("某市质量奖评审标准", "第2版", "附件2"),
    summary=("指标由 1 项变为 1 项。",),
    rows=(_SAMPLE_ROW,),
    others=(_SAMPLE_ROW,),
    office="某办",
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
    if kind in (TemplateKind.FEEDBACK, TemplateKind.SITE_CHECK):
        from builder.write.docx.panel import write_feedback, write_site_check

        if kind is TemplateKind.FEEDBACK:
            return write_feedback(_sample_feedback(), path).findings
        return write_site_check(_SAMPLE_CHECK, path).findings
    if kind is TemplateKind.CHANGES:
        from builder.write.docx.changes import write_changes

        return write_changes(_SAMPLE_CHANGES, path).findings
    shipped = shipped_templates()
    workbook = kind is TemplateKind.WORKBOOK
    templates = replace(shipped, workbook=path) if workbook else replace(shipped, document=path)
    kits = open_kits(_SAMPLE, Wanted(scale=_SAMPLE_SCALE)).kits
    made = (kit_file(kit, KitPart.XLSX if workbook else KitPart.DOCX, templates) for kit in kits)
    return tuple(finding for _, findings in made for finding in findings)
