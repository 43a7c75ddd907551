"""The files of the applicants with what was found written into them."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path, PurePath

from builder.findings.finding import Finding
from builder.model.verdict import Status
from builder.ooxml.refusal import RefusedError
from builder.pipeline.child import Stopped
from builder.pipeline.children import in_children
from builder.pipeline.file_names import FileNames
from builder.pipeline.files import WrittenFiles, write_whole
from builder.pipeline.net import within_net
from builder.pipeline.run import Verified
from builder.write.annotate.document import annotated_document
from builder.write.annotate.workbook import annotated_workbook

_MARKED = "（核验意见）"
# What people call the output.
OUTPUT = "带批注的材料"


def write_annotated(
    folder: Path, verified: Iterable[Verified], log: Path | None = None
) -> WrittenFiles:
    """The annotated file of every applicant in whose file something was found."""
    names, written, findings = FileNames(), list[Path](), list[Finding]()
    wanted = filter(is_to_be_marked, verified)
    for one, answer in in_children(partial(annotated, log=log), wanted):
        made = answer.finding(one.verdict.path, OUTPUT) if isinstance(answer, Stopped) else answer
        if isinstance(made, Finding):
            findings.append(made)
            continue
        path = folder / marked_name(one, names)
        failure = write_whole(path, made)
        if failure is None:
            written.append(path)
        else:
            findings.append(failure)
    return WrittenFiles(paths=tuple(written), findings=tuple(findings))


def is_to_be_marked(one: Verified) -> bool:
    """Whether something was found in the file, and can be written beside what stands there."""
    readable = one.file is not None and one.verdict.status is not Status.UNREADABLE
    return readable and bool(one.verdict.findings)


def marked_name(one: Verified, names: FileNames) -> str:
    """What the annotated file is called."""
    own = PurePath(one.verdict.path)
    return names.free(f"{own.stem}{_MARKED}", own.suffix)


def annotated(one: Verified, log: Path | None = None) -> bytes | Finding:
    """The file with what was found in it written beside its places."""
    file, verdict = one.file, one.verdict

    def work() -> bytes | Finding:
        if file is None:
            raise ValueError(verdict.path)
        write = annotated_document if file.is_document else annotated_workbook
        try:
            return write(file.content(), verdict)
        except RefusedError as refusal:
            return refusal.finding(file.name)

    return within_net(work, verdict.path, log, OUTPUT)
