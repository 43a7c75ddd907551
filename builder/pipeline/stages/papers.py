"""``builder stage 公示``: the papers at the end of an award, each from its own template."""

from collections.abc import Iterator
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.frozen import frozen
from builder.letters.award_papers import plan_publicity, plan_result
from builder.letters.minutes import plan_minutes, plan_signatures
from builder.model.office import Office
from builder.model.panel.record import PanelRecord
from builder.model.panel.stages import StageKind
from builder.panel.stages.standing import winners
from builder.pipeline.file_names import safe_file_name
from builder.pipeline.files import WrittenFiles
from builder.pipeline.own_outputs import write_unless_kept
from builder.pipeline.panel.planning import UnknownKitError, kit_of
from builder.pipeline.stages.issuing import open_record
from builder.pipeline.templates import Templates
from builder.pipeline.verify import Verifier
from builder.write.docx.award import (
    write_minutes,
    write_publicity,
    write_result,
    write_signatures,
)
from builder.write.docx.document import DocumentBytes

_PUBLIC = "公示"


@frozen
class PaperOrder:
    """Whose results are put on paper, where to, by which templates."""

    folder: Path
    target: Path
    templates: Templates
    phrase: str = ""


def write_papers(order: PaperOrder, verifier: Verifier) -> WrittenFiles:
    """Write all papers; nothing where a declared stage was not held or nobody won."""
    opened = open_record(order.folder, order.phrase)
    if isinstance(opened, Finding):
        return WrittenFiles(findings=(opened,))
    record = opened.record
    unheld = tuple(_unheld(record, Place(path=str(opened.path))))
    if unheld:
        return WrittenFiles(findings=unheld)
    try:
        scheme, office = kit_of(record.merged.task.applicants[0], verifier)
    except UnknownKitError as error:
        called = record.merged.task.names[0][1]
        return WrittenFiles(findings=(error.finding(str(opened.path), called),))
    contents: dict[str, bytes] = {}
    for name, made in (
        *_of_all(record, scheme.award, office, order.templates),
        *_letters(record, scheme.award, office, order.templates),
    ):
        if made.content is None:
            return WrittenFiles(findings=made.findings)
        contents[name] = made.content
    return write_unless_kept(order.target, contents)


def _unheld(record: PanelRecord, place: Place) -> Iterator[Finding]:
    rules = record.merged.rules
    for kind, rule, held in (
        (StageKind.DEFENCE, rules.defence, record.defence),
        (StageKind.VOTE, rules.vote, record.vote),
    ):
        if rule is not None and held is None:
            yield Finding.at("QA1152", place, expected=kind.label, actual=_PUBLIC)
            return
    if not winners(record):
        yield Finding.at("QA1154", place, actual=_PUBLIC)


def _of_all(
    record: PanelRecord, award: str, office: Office, look: Templates
) -> Iterator[tuple[str, DocumentBytes]]:
    """The papers of the whole award."""
    yield "公示名单.docx", write_publicity(plan_publicity(record, award, office), look.publicity)
    minutes = plan_minutes(record, award, office)
    yield "评审会议纪要.docx", write_minutes(minutes, look.minutes)
    signatures = plan_signatures(record, award, office)
    yield "评审签名页.docx", write_signatures(signatures, look.signatures)


def _letters(
    record: PanelRecord, award: str, office: Office, look: Templates
) -> Iterator[tuple[str, DocumentBytes]]:
    """The letter to each applicant, which names the feedback that the ranking wrote."""
    for code, name in record.merged.task.names:
        called = f"{code}-{safe_file_name(name) or code}"
        plan = plan_result(record, code, award, office, f"{called}-评审反馈.docx")
        yield f"{called}-结果通知书.docx", write_result(plan, look.result)
