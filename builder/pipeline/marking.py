"""The files of the applicants with what was found written into them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath

from builder.findings.finding import Finding, to_applicant
from builder.model.verdict import Status
from builder.ooxml.refusal import RefusedError
from builder.pipeline.child import Stopped
from builder.pipeline.children import in_children
from builder.pipeline.file_names import FileNames, safe_file_name, same_name
from builder.pipeline.files import WrittenFiles
from builder.pipeline.net import within_net
from builder.pipeline.own_outputs import OwnFolder
from builder.pipeline.run import Verified
from builder.verify.judged import status_of
from builder.write.annotate.document import annotated_document
from builder.write.annotate.workbook import annotated_workbook

_MARKED = "（核验意见）"
# A file that was annotated before, as often as it may have been.
_MARKED_BEFORE = re.compile(f"({_MARKED}(（[0-9]+）)?)+$")
_OF_BOOKS = (".xlsx", ".xlsm")
# What people call the output.
OUTPUT = "带批注的材料"


def _nobody(_path: str) -> str:
    """The owner of a file of which nothing is known."""
    return ""


def write_annotated(
    folder: Path,
    verified: Iterable[Verified],
    log: Path | None = None,
    owner: Callable[[str], str] = _nobody,
) -> WrittenFiles:
    """The annotated file of every applicant in whose file something was found.

    ``owner`` knows whose the file at a path is; its name begins with that.
    """
    names, own = FileNames(), OwnFolder(folder)
    written, findings = list[Path](), list[Finding]()
    wanted = filter(is_to_be_marked, verified)
    for one, answer in in_children(partial(annotated, log=log), wanted):
        made = answer.finding(one.verdict.path, OUTPUT) if isinstance(answer, Stopped) else answer
        if isinstance(made, Finding):
            findings.append(made)
            continue
        name = marked_name(one, names, owner(one.verdict.path))
        failure = own.write_unless_kept(name, made)
        if failure is None:
            written.append(folder / name)
        else:
            findings.append(failure)
    unkept = own.close()
    findings += () if unkept is None else (unkept,)
    return WrittenFiles(
        paths=tuple(written), findings=tuple(findings), older=own.others(written, _MARKED)
    )


def is_to_be_marked(one: Verified) -> bool:
    """Whether something was found in the file, and can be written beside what stands there."""
    readable = one.file is not None and one.verdict.status is not Status.UNREADABLE
    return readable and bool(to_applicant(one.verdict.findings))


def marked_name(one: Verified, names: FileNames, owner: str = "") -> str:
    """What the annotated file is called: as it came, its owner before it where it names none."""
    own = PurePath(one.verdict.path)
    stem = _MARKED_BEFORE.sub("", own.stem)
    whose = safe_file_name(owner)
    before = f"{whose}-" if same_name(whose) not in same_name(stem) else ""
    return names.free(f"{before}{stem}{_MARKED}", _ending(one, own.suffix))


def _ending(one: Verified, ending: str) -> str:
    """The ending under which the file opens, whatever it was called when it came."""
    usual = (".docx", ".docm") if one.file is not None and one.file.is_document else _OF_BOOKS
    return ending if ending.lower() in usual else usual[0]


def annotated(one: Verified, log: Path | None = None) -> bytes | Finding:
    """The file with what its applicant is told written beside the places."""
    file, findings = one.file, to_applicant(one.verdict.findings)
    verdict = replace(one.verdict, findings=findings, status=status_of(findings))

    def work() -> bytes | Finding:
        if file is None:
            raise ValueError(verdict.path)
        write = annotated_document if file.is_document else annotated_workbook
        try:
            return write(file.content(), verdict)
        except RefusedError as refusal:
            return refusal.finding(file.name)

    return within_net(work, verdict.path, log, OUTPUT)
