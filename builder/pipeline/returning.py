"""What is made for an applicant from its verdict: its own files, annotated, and a letter."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePath

from builder.findings.finding import Finding
from builder.letters.notice import needs_notice, plan_notice
from builder.model.office import Office
from builder.model.verdict import Status, Verdict
from builder.ooxml.refusal import RefusedError
from builder.pipeline.child import Stopped
from builder.pipeline.children import in_children
from builder.pipeline.file_names import safe_file_name, same_name
from builder.pipeline.files import WrittenFiles, write_whole
from builder.pipeline.net import within_net
from builder.pipeline.run import Verified
from builder.write.annotate.document import annotated_document
from builder.write.annotate.workbook import annotated_workbook
from builder.write.docx.document import DocumentBytes
from builder.write.docx.notice import write_notice

_ANNOTATED = "（核验意见）"
_NOTICE = "-补正通知书"


@dataclass(kw_only=True)
class FileNames:
    """Names in one folder, none given twice whatever system the folder is on."""

    taken: set[str] = field(default_factory=set)

    def free(self, stem: str, ending: str) -> str:
        """``stem`` and ``ending``, with the smallest number between them that makes it new."""
        name, number = f"{stem}{ending}", 1
        while same_name(name) in self.taken:
            number += 1
            name = f"{stem}（{number}）{ending}"
        self.taken.add(same_name(name))
        return name


def write_annotated(
    folder: Path, verified: Iterable[Verified], log: Path | None = None
) -> WrittenFiles:
    """The annotated file of every applicant in whose file something was found.

    A file that could not be verified gets none: there is nothing in it to write beside.
    """
    names, written, findings = FileNames(), [], []
    wanted = (
        each
        for each in verified
        if each.file is not None
        and each.verdict.status is not Status.UNREADABLE
        and each.verdict.findings
    )
    for each, made in in_children(partial(_annotated, log=log), wanted):
        own = PurePath(each.verdict.path)
        if not isinstance(made, bytes):
            findings.append(_not_made(made, each, "带批注的材料"))
            continue
        path = folder / names.free(f"{own.stem}{_ANNOTATED}", own.suffix)
        failure = write_whole(path, made)
        if failure is None:
            written.append(path)
        else:
            findings.append(failure)
    return WrittenFiles(paths=tuple(written), findings=tuple(findings))


def _annotated(each: Verified, log: Path | None) -> bytes | Finding:
    file, verdict = each.file, each.verdict
    if file is None:
        return b""
    annotated = annotated_document if file.is_document else annotated_workbook

    def work() -> bytes | Finding:
        try:
            return annotated(file.content(), verdict)
        except RefusedError as refusal:
            return refusal.finding(file.name)

    return within_net(work, file.name, log, "带批注的材料")


def write_notices(
    folder: Path,
    verified: Iterable[Verified],
    office: Office,
    template: Path,
    log: Path | None = None,
) -> WrittenFiles:
    """A letter to every applicant whose file is not in order or could not be read.

    A template that cannot be used is told once, and nothing is written.
    """
    names, written, findings = FileNames(), list[Path](), list[Finding]()
    letter = partial(_letter, office=office, template=template, log=log)
    wanted = (each for each in verified if needs_notice(each.verdict))
    for each, made in in_children(letter, wanted):
        verdict = each.verdict
        if not isinstance(made, DocumentBytes):
            findings.append(_not_made(made, each, "补正通知书"))
            continue
        if made.content is None:
            return WrittenFiles(paths=tuple(written), findings=made.findings)
        called = safe_file_name(verdict.applicant) or PurePath(verdict.path).stem
        path = folder / names.free(f"{called}{_NOTICE}", ".docx")
        failure = write_whole(path, made.content)
        if failure is not None:
            return WrittenFiles(paths=tuple(written), findings=(failure,))
        written.append(path)
    return WrittenFiles(paths=tuple(written), findings=tuple(findings))


def _letter(
    each: Verified, office: Office, template: Path, log: Path | None
) -> DocumentBytes | Finding:
    work = partial(_written_letter, each.verdict, office, template)
    return within_net(work, each.verdict.path, log, "补正通知书")


def _written_letter(verdict: Verdict, office: Office, template: Path) -> DocumentBytes:
    return write_notice(plan_notice(verdict, office), template)


def _not_made(made: Finding | Stopped, each: Verified, output: str) -> Finding:
    """What is told of an output that did not come about."""
    if isinstance(made, Finding):
        return made
    stopped = made.finding(each.verdict.path)
    return Finding(
        code="QA812", place=stopped.place, actual=stopped.message, details={"output": output}
    )
