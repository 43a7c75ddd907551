"""The material of every applicant whose files were handed in."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.kit.kit_plan import KitPlan
from builder.model.panel.applicant_words import Said
from builder.model.panel.material import Material
from builder.model.returned_document import ReturnedParagraph
from builder.ooxml.refusal import RefusedError
from builder.pipeline.child import Stopped
from builder.pipeline.children import in_children
from builder.pipeline.intake import returned_files
from builder.pipeline.net import within_net
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.verify import Verifier
from builder.pipeline.verify_word import WordVerifier
from builder.read.document import read_document_content
from builder.read.workbook import read_content
from builder.verify.held import Held
from builder.verify.identity import read_settings
from builder.verify.judged import judge_kit
from builder.verify.material import material_of
from builder.verify.word.returned import ReturnedReport


@frozen
class Applicant:
    """An applicant's material, what it says of itself, and what a blind review cannot search.

    ``pictures`` is how many pictures its report has.
    """

    material: Material
    said: tuple[Said, ...]
    pictures: int = 0


@frozen
class Gathered:
    """The applicants in the order of their files, and why others are not among them."""

    applicants: tuple[Applicant, ...]
    findings: tuple[Finding, ...]


def gather(paths: Iterable[Path], verifier: Verifier) -> Gathered:
    """Read and verify every workbook meant by ``paths``, each with the report beside it."""
    files = [*returned_files(paths)]
    findings = [
        one for file in files if not isinstance(file, ReturnedFile) for one in file.findings
    ]
    found = [file for file in files if isinstance(file, ReturnedFile)]
    reports = {file.beside.name: file for file in found if file.is_document and file.beside}
    applicants: list[Applicant] = []
    workbooks = (file for file in found if not file.is_document)
    for file, applicant in in_children(partial(_within_net, reports, verifier), workbooks):
        if isinstance(applicant, Stopped):
            findings.append(applicant.finding(file.name))
        elif isinstance(applicant, Finding):
            findings.append(applicant)
        elif isinstance(applicant, Applicant):
            code = f"C{len(applicants) + 1:02d}"
            coded = replace(applicant, material=replace(applicant.material, code=code))
            applicants.append(coded)
        else:
            findings += applicant
    findings += _doubled(applicants)
    return Gathered(applicants=tuple(applicants), findings=tuple(findings))


_Read = Applicant | tuple[Finding, ...]


def _within_net(
    reports: dict[str, ReturnedFile], verifier: Verifier, file: ReturnedFile
) -> _Read | Finding:
    return within_net(partial(_applicant, file, reports.get(file.name), verifier), file.name)


def _applicant(file: ReturnedFile, report: ReturnedFile | None, verifier: Verifier) -> _Read:
    try:
        content = file.content()
    except RefusedError as refusal:
        return (refusal.finding(file.name),)
    read = read_content(file.name, lambda: content)
    opened = verifier.open_workbook(file.name, read)
    held = opened.held(file.name)
    if held is None or read.workbook is None:
        return opened.findings
    returned = None if report is None else _report(report, verifier)
    material = material_of(
        held,
        judge_kit(held, opened.findings),
        returned,
        hashlib.sha256(content).hexdigest(),
        read_settings(read.workbook),
    )
    pictures = 0 if returned is None else _pictures(returned)
    return Applicant(material=material, said=tuple(_said(held)), pictures=pictures)


def _said(held: Held[KitPlan]) -> Iterator[Said]:
    """Every line of 基本信息 with an answer."""
    for field in held.plan.fields:
        if answer := "、".join(filter(None, map(held.said, field.inputs))):
            yield Said(caption=field.title, kind=field.kind, answer=answer)


def _pictures(report: ReturnedReport) -> int:
    blocks = report.document.blocks
    return sum(block.pictures for block in blocks if isinstance(block, ReturnedParagraph))


def _report(file: ReturnedFile, verifier: Verifier) -> ReturnedReport | None:
    """The report beside a workbook; one that cannot be read has nothing to show."""
    read = read_document_content(file.name, file.content)
    if read.document is None:
        return None
    return WordVerifier(verifier).open(file.name, read.document).take_apart(read.document)


def _doubled(applicants: list[Applicant]) -> Iterator[Finding]:
    """Applicants that handed in two workbooks: reviewers must not judge one twice."""
    seen: dict[str, str] = {}
    for one in applicants:
        name, file = one.material.applicant, one.material.file
        if name in seen:
            yield Finding.at("QA940", file, expected=seen[name], actual=name)
        seen.setdefault(name, file)
