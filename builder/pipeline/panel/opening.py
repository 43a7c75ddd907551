"""Opening one workbook of a panel's folder."""

import hashlib

from builder.findings.finding import Finding
from builder.model.panel.returned import PanelWorkbook
from builder.ooxml.refusal import RefusedError
from builder.pipeline.returned_files import ReturnedFile
from builder.read.workbook import read_content
from builder.verify.identity import read_identity


def open_workbook(file: ReturnedFile) -> PanelWorkbook | Finding:
    """The workbook in a file, or the first finding why there is none."""
    try:
        content = file.content()
    except RefusedError as refusal:
        return refusal.finding(file.name)
    read = read_content(file.name, lambda: content)
    if read.workbook is None:
        return read.findings[0]
    identity, _ = read_identity(read.workbook, file.name)
    return PanelWorkbook(
        name=file.name,
        digest=hashlib.sha256(content).hexdigest(),
        workbook=read.workbook,
        task="" if identity is None else identity.task,
        joined="" if identity is None else identity.joined,
    )
