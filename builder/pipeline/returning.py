"""The letters to applicants whose files are not in order."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path, PurePath

from builder.findings.finding import Finding
from builder.letters.notice import needs_notice, plan_notice
from builder.model.office import Office
from builder.model.verdict import Verdict
from builder.pipeline.child import Stopped
from builder.pipeline.children import in_children
from builder.pipeline.file_names import FileNames, safe_file_name
from builder.pipeline.files import WrittenFiles, write_whole
from builder.pipeline.net import within_net
from builder.pipeline.run import Verified
from builder.write.docx.document import DocumentBytes
from builder.write.docx.notice import write_notice

_NOTICE = "-补正通知书"
# What people call the output.
_LETTER = "补正通知书"


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
    wanted = (each.verdict for each in verified if needs_notice(each.verdict))
    for verdict, answer in in_children(letter, wanted):
        made = answer.finding(verdict.path, _LETTER) if isinstance(answer, Stopped) else answer
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


def _letter(
    verdict: Verdict, office: Office, template: Path, log: Path | None
) -> DocumentBytes | Finding:
    work = partial(_written_letter, verdict, office, template)
    return within_net(work, verdict.path, log, _LETTER)


def _written_letter(verdict: Verdict, office: Office, template: Path) -> DocumentBytes:
    return write_notice(plan_notice(verdict, office), template)
