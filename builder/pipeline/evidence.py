"""The evidence that was handed in with the workbooks of one run."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from builder.findings.finding import Finding
from builder.ooxml.refusal import RefusedError
from builder.pipeline.batch import HandedIn
from builder.pipeline.intake import returned_files
from builder.read.evidence_files import open_evidence


def handed_in_evidence(path: Path, workbooks: Iterable[Path]) -> HandedIn | Finding:
    """The evidence under ``path`` for the workbooks meant by ``workbooks``, or what keeps it away.

    Where there is one workbook only, all the evidence is its own.
    """
    try:
        mark = open_evidence(path).mark
    except RefusedError as refusal:
        return refusal.finding(str(path))
    alone = len([*islice(returned_files(workbooks), 2)]) == 1
    return HandedIn(path=path, mark=mark, alone=alone)
