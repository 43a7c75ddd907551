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
from builder.pipeline.files import WrittenFiles
from builder.pipeline.net import within_net
from builder.pipeline.own_outputs import OwnFolder, is_kept
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.run import Verified
from builder.write.annotate.document import annotated_document
from builder.write.annotate.workbook import annotated_workbook
from builder.write.docx.document import DocumentBytes
from builder.write.docx.notice import write_notice

_ANNOTATED = "（核验意见）"
_NOTICE = "-补正通知书"
# What people call the two outputs.
_MARKED, _LETTER = "带批注的材料", "补正通知书"


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
    names, own, written, findings = FileNames(), OwnFolder(folder), [], []
    wanted = (
        (each.file, each.verdict)
        for each in verified
        if each.file is not None
        and each.verdict.status is not Status.UNREADABLE
        and each.verdict.findings
    )
    for (file, _), answer in in_children(partial(_annotated, log=log), wanted):
        sent = PurePath(file.name)
        made = answer.finding(file.name, _MARKED) if isinstance(answer, Stopped) else answer
        if isinstance(made, Finding):
            findings.append(made)
            continue
        name = names.free(f"{sent.stem}{_ANNOTATED}", sent.suffix)
        failure = own.write_unless_kept(name, made)
        if failure is None:
            written.append(folder / name)
        else:
            findings.append(failure)
    unkept = own.close()
    findings += () if unkept is None else (unkept,)
    return WrittenFiles(paths=tuple(written), findings=tuple(findings))


def _annotated(asked: tuple[ReturnedFile, Verdict], log: Path | None) -> bytes | Finding:
    file, verdict = asked
    annotated = annotated_document if file.is_document else annotated_workbook

    def work() -> bytes | Finding:
        try:
            return annotated(file.content(), verdict)
        except RefusedError as refusal:
            return refusal.finding(file.name)

    return within_net(work, file.name, log, _MARKED)


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
    names, own = FileNames(), OwnFolder(folder)
    written, findings = list[Path](), list[Finding]()
    letter = partial(_letter, office=office, template=template, log=log)
    wanted = (each.verdict for each in verified if needs_notice(each.verdict))
    for verdict, answer in in_children(letter, wanted):
        made = answer.finding(verdict.path, _LETTER) if isinstance(answer, Stopped) else answer
        if isinstance(made, Finding):
            findings.append(made)
            continue
        if made.content is None:
            findings = [*made.findings]
            break
        called = safe_file_name(verdict.applicant) or PurePath(verdict.path).stem
        name = names.free(f"{called}{_NOTICE}", ".docx")
        failure = own.write_unless_kept(name, made.content)
        if failure is None:
            written.append(folder / name)
        elif is_kept(failure):
            findings.append(failure)
        else:
            findings = [failure]
            break
    unkept = own.close()
    findings += () if unkept is None else (unkept,)
    return WrittenFiles(paths=tuple(written), findings=tuple(findings))


def _letter(
    verdict: Verdict, office: Office, template: Path, log: Path | None
) -> DocumentBytes | Finding:
    work = partial(_written_letter, verdict, office, template)
    return within_net(work, verdict.path, log, _LETTER)


def _written_letter(verdict: Verdict, office: Office, template: Path) -> DocumentBytes:
    return write_notice(plan_notice(verdict, office), template)
