"""Old kits carried over one after another, and what they are called in the new folder."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path, PurePath

from builder.editions.carried import CarriedAccount, CarriedLine
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.pipeline.carry.carrying import carry_kit
from builder.pipeline.carry.order import CarriedKit, CarryOrder, OldKit
from builder.pipeline.child import Stopped
from builder.pipeline.children import in_children
from builder.pipeline.file_names import FileNames, safe_file_name
from builder.pipeline.intake import Intake
from builder.pipeline.kit_names import file_name
from builder.pipeline.own_outputs import OwnFolder
from builder.pipeline.returned_files import ReturnedFile

_OUTPUT = "沿用的材料"


@frozen
class Carried:
    """One applicant's new files where they were written, and what became of its answers."""

    name: str
    paths: tuple[Path, ...]
    account: CarriedAccount | None
    findings: tuple[Finding, ...]
    added: tuple[CarriedLine, ...] = ()


def old_kits(intake: Intake) -> tuple[OldKit, ...]:
    """The files of each applicant: a workbook with the report that lies beside it, or one alone."""
    files = [file for file in intake.files if isinstance(file, ReturnedFile)]
    reports = {
        file.beside.name: file for file in files if file.is_document and file.beside is not None
    }
    return tuple(
        OldKit(report=file)
        if file.is_document
        else OldKit(workbook=file, report=reports.get(file.name))
        for file in files
        if not (file.is_document and file.beside is not None)
    )


def carry_all(kits: Iterable[OldKit], order: CarryOrder, folder: Path) -> Iterator[Carried]:
    """What came of every old kit, each as soon as its new files are written."""
    names, own = FileNames(), OwnFolder(folder)
    for old, answer in in_children(partial(carry_kit, order=order), kits):
        made = (
            CarriedKit(applicant="", findings=(answer.finding(old.name, _OUTPUT),))
            if isinstance(answer, Stopped)
            else answer
        )
        yield _written(old, made, names, own)
    unkept = own.close()
    if unkept is not None:
        yield Carried(name="", paths=(), account=None, findings=(unkept,))


def _written(old: OldKit, made: CarriedKit, names: FileNames, own: OwnFolder) -> Carried:
    # One number for both files of a kit: by their names they are found to belong together.
    stem = names.free(safe_file_name(made.applicant) or PurePath(old.name).stem, "")
    paths: list[Path] = []
    findings = [*made.findings]
    for kind, content in made.contents:
        name = names.free(file_name(stem, kind).removesuffix(f".{kind}"), f".{kind}")
        failure = own.write_unless_kept(name, content)
        if failure is None:
            paths.append(own.folder / name)
        else:
            findings.append(failure)
    return Carried(
        name=made.applicant or old.name,
        paths=tuple(paths),
        account=made.account,
        findings=tuple(findings),
        added=made.added,
    )
