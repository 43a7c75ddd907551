"""All review files of a folder, each held against its seat; what is amiss is named seat by seat."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.model.panel.task import Opinion, PanelTask, Seat
from builder.model.returned import ReturnedWorkbook
from builder.pipeline.panel.planning import UnknownKitError, review_plan, seat_task
from builder.pipeline.returned_files import ReturnedFile, returned_files
from builder.pipeline.verify import Verifier
from builder.read.refusal import RefusedError
from builder.read.workbook import read_content
from builder.verify.identity import read_identity
from builder.verify.panel.opinion import ReadOpinion, read_opinion
from builder.verify.pristine import Pristine
from builder.verify.workbook import verify_workbook


@dataclass(frozen=True, kw_only=True)
class Opinions:
    """The opinions that may be used, seats left out by explicit choice, and what is amiss."""

    opinions: tuple[Opinion, ...]
    left_out: tuple[str, ...]
    findings: tuple[Finding, ...]

    def of(self, company: str) -> tuple[Opinion, ...]:
        """The opinions about one company, in the order of the reviewers."""
        return tuple(one for one in self.opinions if one.company == company)


@dataclass(frozen=True, kw_only=True)
class _File:
    name: str
    digest: str
    workbook: ReturnedWorkbook
    task: str
    joined: str


def read_opinions(
    folder: Path, task: PanelTask, without: tuple[str, ...], verifier: Verifier
) -> Opinions:
    """Every opinion that came back into the folder; ``without`` are the seats to be left out."""
    known = {seat.name for seat in task.seats}
    findings = [
        Finding(code="QA949", place=Place(path=str(folder)), actual=name)
        for name in without
        if name not in known
    ]
    files, strange = _files(folder, task)
    findings += strange
    opinions: list[Opinion] = []
    left_out: list[str] = []
    for seat in task.seats:
        found = files.get(seat_task(task, seat), [])
        if seat.name in without:
            left_out.append(seat.name)
            continue
        if len(found) != 1:
            findings.append(_not_one(task, seat, found, folder))
            continue
        opinion, amiss = _read(task, seat, found[0], verifier)
        findings += amiss
        if opinion is not None:
            opinions.append(opinion)
        elif not any(one.rule.severity.value == "error" for one in amiss):
            left_out.append(seat.name)
    judged = {one.company for one in opinions}
    if not any(one.rule.severity.value == "error" for one in findings):
        findings += (
            Finding(
                code="QA950", place=Place(path=str(folder)), details={"company": task.name(code)}
            )
            for code, _ in task.names
            if code not in judged
        )
    return Opinions(opinions=tuple(opinions), left_out=tuple(left_out), findings=tuple(findings))


def _files(folder: Path, task: PanelTask) -> tuple[dict[str, list[_File]], list[Finding]]:
    """The review files by what they say of their place, and those of no seat of this panel."""
    ours = {seat_task(task, seat) for seat in task.seats}
    found: dict[str, list[_File]] = {}
    findings: list[Finding] = []
    for file in returned_files([folder]):
        if not isinstance(file, ReturnedFile):
            findings += file.findings
            continue
        read = _opened(file)
        if isinstance(read, Finding):
            findings.append(read)
        elif read.task in ours:
            found.setdefault(read.task, []).append(read)
        elif not read.task.startswith(f"consensus/{task.run}/"):
            place = Place(path=file.name)
            said = read.task or "不是评审表"
            findings.append(Finding(code="QA946", place=place, actual=said, expected=task.run))
    return found, findings


def _opened(file: ReturnedFile) -> _File | Finding:
    try:
        content = file.content()
    except RefusedError as refusal:
        return refusal.finding(file.name)
    read = read_content(file.name, lambda: content)
    if read.workbook is None:
        return read.findings[0]
    identity, _ = read_identity(read.workbook, file.name)
    return _File(
        name=file.name,
        digest=hashlib.sha256(content).hexdigest(),
        workbook=read.workbook,
        task="" if identity is None else identity.task,
        joined="" if identity is None else identity.joined,
    )


def _not_one(task: PanelTask, seat: Seat, found: list[_File], folder: Path) -> Finding:
    details = _details(task, seat)
    if not found:
        return Finding(code="QA942", place=Place(path=str(folder)), details=details)
    return Finding(
        code="QA945",
        place=Place(path=found[1].name),
        expected=found[0].name,
        actual=found[1].name,
        details=details,
    )


def _read(
    task: PanelTask, seat: Seat, file: _File, verifier: Verifier
) -> tuple[Opinion | None, tuple[Finding, ...]]:
    place, details = Place(path=file.name), _details(task, seat)
    try:
        pristine = Pristine(review_plan(task, seat, verifier))
    except UnknownKitError as error:
        details["company"] = task.name(seat.company)
        return None, (Finding(code="QA956", place=place, actual=str(error), details=details),)
    if pristine.plan.identity.joined != file.joined:
        changed = Finding(code="QA944", place=place, actual="文件标识不符。", details=details)
        return None, (changed,)
    verdict = verify_workbook(pristine, file.workbook, file.name)
    read = read_opinion(pristine, file.workbook, verdict, seat, file.digest)
    if read.altered:
        actual = read.altered[0]
        return None, (Finding(code="QA944", place=place, actual=actual, details=details),)
    if read.recused:
        return None, (Finding(code="QA947", place=place, details=details),)
    amiss = tuple(_amiss(read, place, details))
    return (None if amiss else read.opinion), amiss


def _amiss(read: ReadOpinion, place: Place, details: dict[str, str]) -> Iterator[Finding]:
    if not read.signed:
        yield Finding(code="QA948", place=place, details=details)
    if read.unfinished:
        yield Finding(
            code="QA943",
            place=place,
            actual=str(len(read.unfinished)),
            details={**details, "label": read.unfinished[0]},
        )


def _details(task: PanelTask, seat: Seat) -> dict[str, str]:
    return {
        "seat": seat.name,
        "reviewer": task.reviewer(seat.reviewer).name,
        "company": task.name(seat.company),
    }
