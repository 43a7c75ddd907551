"""The workbooks of a panel's folder, each opened and judged in a child process."""

import hashlib
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.panel.returned import PanelWorkbook
from builder.ooxml.refusal import RefusedError
from builder.pipeline.child import Stopped
from builder.pipeline.children import in_children
from builder.pipeline.intake import returned_files
from builder.pipeline.net import within_net
from builder.pipeline.panel.planning import review_kind
from builder.pipeline.returned_files import ReturnedFile
from builder.read.workbook import read_content
from builder.verify.identity import read_identity

_Judged = TypeVar("_Judged")
# Where consensus workbooks that were filled in lie once newer ones took their places, and where
# the reviews that are not asked for any more.
EARLIER, WITHDRAWN = "往次合议", "撤回"
# What a file says of its place: the kind of workbook, the round, the seat or the applicant.
_PARTS = 3
_BLINDNESS = {True: "盲评", False: "不盲评的评审"}
# From so many workbooks on two processes read them side by side, where the machine has two.
_MANY, _JOBS = 40, 2


@frozen
class JudgedFile(Generic[_Judged]):
    """What came of one workbook, without the workbook: a panel has hundreds."""

    name: str
    task: str
    digest: str
    judged: _Judged


def judged_files(
    folder: Path, judge: Callable[[PanelWorkbook], _Judged]
) -> Iterator[JudgedFile[_Judged] | Finding]:
    """Every workbook in the folder as it was judged, or why there is nothing to judge."""
    files: list[ReturnedFile] = []
    for file in returned_files([folder]):
        if isinstance(file, ReturnedFile):
            aside = {folder / EARLIER, folder / WITHDRAWN} & {*file.path.parents}
            files += () if aside else (file,)
        else:
            yield from file.findings
    count = _JOBS if len(files) >= _MANY and (os.cpu_count() or 1) >= _JOBS else 1
    for file, made in in_children(partial(_opened_and_judged, judge), files, count):
        yield made.finding(file.name) if isinstance(made, Stopped) else made


def _opened_and_judged(
    judge: Callable[[PanelWorkbook], _Judged], file: ReturnedFile
) -> JudgedFile[_Judged] | Finding:
    def work() -> JudgedFile[_Judged] | Finding:
        opened = _opened(file)
        if isinstance(opened, Finding):
            return opened
        return JudgedFile(
            name=opened.name, task=opened.task, digest=opened.digest, judged=judge(opened)
        )

    return within_net(work, file.name)


def handed_in_twice(first: str, second: str, details: dict[str, str]) -> Finding:
    """What is told of two files for one place in the panel."""
    return Finding.at("QA945", second, expected=first, actual=second, **details)


def not_ours(
    file: JudgedFile[_Judged], run: str, wanted: str, *, blind: bool | None = None
) -> Finding:
    """Why a workbook is not ``wanted`` of this ``run``; one of another round is told by name.

    ``blind`` is whether reviews of this round are, ``None`` where no review is wanted.
    """
    said = file.task.split("/")
    kinds = {review_kind(blind=each): each for each in (False, True)}
    if len(said) == _PARTS and blind is not None and kinds.get(said[0], blind) != blind:
        theirs, ours = _BLINDNESS[kinds[said[0]]], _BLINDNESS[blind]
        return Finding.at(
            "QA1089",
            file.name,
            actual=f"{theirs}（{said[1]}）",
            expected=f"{ours}（{run}）",
            seat=said[2],
        )
    if len(said) == _PARTS and said[1] != run:
        return Finding.at("QA960", file.name, expected=run, actual=said[1], seat=said[2])
    return Finding.at("QA946", file.name, expected=run, actual=file.task or f"不是{wanted}")


def _opened(file: ReturnedFile) -> PanelWorkbook | Finding:
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
