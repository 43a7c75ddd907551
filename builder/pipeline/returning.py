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
from builder.pipeline.file_names import safe_file_name, same_name
from builder.pipeline.files import WrittenFiles, write_whole
from builder.pipeline.net import within_net
from builder.pipeline.returned_files import ReturnedFile
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
    for each in verified:
        verdict, file = each.verdict, each.file
        if file is None or verdict.status is Status.UNREADABLE or not verdict.findings:
            continue
        made = within_net(partial(_annotated, file, verdict), file.name, log, "带批注的材料")
        if isinstance(made, Finding):
            findings.append(made)
            continue
        own = PurePath(file.name)
        path = folder / names.free(f"{own.stem}{_ANNOTATED}", own.suffix)
        failure = write_whole(path, made)
        if failure is None:
            written.append(path)
        else:
            findings.append(failure)
    return WrittenFiles(paths=tuple(written), findings=tuple(findings))


def _annotated(file: ReturnedFile, verdict: Verdict) -> bytes | Finding:
    annotated = annotated_document if file.is_document else annotated_workbook
    try:
        return annotated(file.content(), verdict)
    except RefusedError as refusal:
        return refusal.finding(file.name)


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
    for each in verified:
        verdict = each.verdict
        if not needs_notice(verdict):
            continue
        made = within_net(
            partial(_letter, verdict, office, template), verdict.path, log, "补正通知书"
        )
        if isinstance(made, Finding):
            findings.append(made)
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


def _letter(verdict: Verdict, office: Office, template: Path) -> DocumentBytes:
    return write_notice(plan_notice(verdict, office), template)
