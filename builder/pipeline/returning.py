"""The letters to applicants whose files are not in order."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from builder.findings.finding import Finding
from builder.letters.notice import needs_notice, plan_notice
from builder.model.office import Office
from builder.pipeline.child import Stopped
from builder.pipeline.children import in_children
from builder.pipeline.file_names import FileNames, safe_file_name
from builder.pipeline.files import WrittenFiles
from builder.pipeline.net import within_net
from builder.pipeline.own_outputs import OwnFolder, is_kept
from builder.pipeline.units import Unit
from builder.write.docx.document import DocumentBytes
from builder.write.docx.notice import write_notice

NOTICE = "-补正通知书"
# What people call the output.
_LETTER = "补正通知书"


def write_notices(
    folder: Path,
    units: Iterable[Unit],
    office: Office,
    template: Path,
    log: Path | None = None,
) -> WrittenFiles:
    """One letter to every applicant of whose files one is not in order or could not be read.

    A template that cannot be used is told once, and nothing is written.
    """
    names, own = FileNames(), OwnFolder(folder)
    written, findings = list[Path](), list[Finding]()
    letter = partial(_letter, office=office, template=template, log=log)
    wanted = (each for each in units if needs_notice(each.verdicts))
    for unit, answer in in_children(letter, wanted):
        made = answer.finding(_first(unit), _LETTER) if isinstance(answer, Stopped) else answer
        if isinstance(made, Finding):
            findings.append(made)
            continue
        if made.content is None:
            findings = [*made.findings]
            break
        called = safe_file_name(unit.name) or safe_file_name(Path(_first(unit)).stem)
        name = names.free(f"{called}{NOTICE}", ".docx")
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
    return WrittenFiles(
        paths=tuple(written), findings=tuple(findings), older=own.others(written, NOTICE)
    )


def _letter(
    unit: Unit, office: Office, template: Path, log: Path | None
) -> DocumentBytes | Finding:
    work = partial(_written_letter, unit, office, template)
    return within_net(work, _first(unit), log, _LETTER)


def _written_letter(unit: Unit, office: Office, template: Path) -> DocumentBytes:
    return write_notice(plan_notice(unit.name, unit.verdicts, office), template)


def _first(unit: Unit) -> str:
    return unit.verdicts[0].path
