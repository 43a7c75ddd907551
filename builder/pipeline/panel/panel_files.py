"""Opening one workbook of a panel's folder."""

import hashlib

from builder.findings.finding import Finding, Place
from builder.model.panel.returned import PanelWorkbook
from builder.ooxml.refusal import RefusedError
from builder.pipeline.returned_files import ReturnedFile
from builder.read.workbook import read_content
from builder.verify.identity import read_identity

# What a file says of its place: the kind of workbook, the round, the seat or the applicant.
_PARTS = 3


def not_ours(file: PanelWorkbook, run: str, wanted: str) -> Finding:
    """Why a workbook is not ``wanted`` of this ``run``; one of another round is told by name."""
    place, said = Place(path=file.name), file.task.split("/")
    if len(said) == _PARTS and said[1] != run:
        details = {"seat": said[2]}
        return Finding(code="QA960", place=place, actual=said[1], expected=run, details=details)
    actual = file.task or f"不是{wanted}"
    return Finding(code="QA946", place=place, actual=actual, expected=run)


def open_workbook(file: ReturnedFile) -> PanelWorkbook | Finding:
    """The workbook in a file, or the first finding why there is none."""
    try:
        content = file.content()
    except RefusedError as refusal:
        return refusal.finding(file.name)
    read = read_content(file.name, lambda: content)
    if read.workbook is None:
        return read.findings[0]
    identity = read_identity(read.workbook)
    return PanelWorkbook(
        name=file.name,
        digest=hashlib.sha256(content).hexdigest(),
        workbook=read.workbook,
        task="" if identity is None else identity.task,
        joined="" if identity is None else identity.joined,
    )
