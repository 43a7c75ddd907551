"""``builder review``: one workbook for every reviewer and company."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.model.compared_text import reduced
from builder.model.panel.material import Material
from builder.model.panel.task import PanelTask, Reviewer, Seat
from builder.pipeline.files import write_whole
from builder.pipeline.panel.blind import hidden
from builder.pipeline.panel.materials import Company, gather
from builder.pipeline.panel.planning import review_plan
from builder.pipeline.panel.record_files import TASK_FILE, record_bytes
from builder.pipeline.panel.reviewers import read_reviewers
from builder.pipeline.verify import Verifier
from builder.report.plain import record_of
from builder.write.xlsx.workbook import read_look, workbook_bytes

_RUN_LENGTH = 8
_SHORTEST = 2


@dataclass(frozen=True, kw_only=True)
class ReviewOrder:
    """What an office asks for: the companies' files, the reviewers, where to write, and how."""

    files: tuple[Path, ...]
    reviewers: Path
    folder: Path
    blind: bool
    template: Path


@dataclass(frozen=True, kw_only=True)
class Reviews:
    """The task, ``None`` where nothing was written, the files, and what stood in the way."""

    task: PanelTask | None
    written: int
    findings: tuple[Finding, ...]


def write_reviews(order: ReviewOrder, verifier: Verifier) -> Reviews:
    """Write all review workbooks, each into its reviewer's folder, and the office's record."""
    listed = read_reviewers(order.reviewers)
    gathered = gather(order.files, verifier)
    look = read_look(order.template)
    findings = (*listed.findings, *gathered.findings)
    if isinstance(look, Finding):
        return Reviews(task=None, written=0, findings=(*findings, look))
    there = order.folder / TASK_FILE
    if there.exists():
        findings = (*findings, Finding(code="QA941", place=Place(path=str(there))))
    # A panel starts with everybody or not at all: a company left out would not be missed later.
    if findings or not gathered.companies:
        return Reviews(task=None, written=0, findings=findings)
    task = _task(order, listed.reviewers, gathered.companies)
    for seat in task.seats:
        plan = review_plan(task, seat, verifier)
        content = workbook_bytes(plan, look, {})
        failure = write_whole(order.folder / seat.file, content)
        if failure is not None:
            return Reviews(task=None, written=0, findings=(failure,))
    failure = write_whole(order.folder / TASK_FILE, record_bytes(task))
    if failure is not None:
        return Reviews(task=None, written=0, findings=(failure,))
    return Reviews(task=task, written=len(task.seats), findings=())


def _task(
    order: ReviewOrder, reviewers: tuple[Reviewer, ...], companies: tuple[Company, ...]
) -> PanelTask:
    digest = hashlib.sha256()
    for one in companies:
        digest.update(one.material.digest.encode())
    digest.update(str(record_of(reviewers)).encode())
    return PanelTask(
        run=digest.hexdigest()[:_RUN_LENGTH],
        blind=order.blind,
        reviewers=reviewers,
        companies=tuple(_shown(one, blind=order.blind) for one in companies),
        seats=tuple(_seats(reviewers, companies)),
        names=tuple((one.material.code, one.material.organisation) for one in companies),
    )


def _shown(company: Company, *, blind: bool) -> Material:
    return hidden(company.material, company.names) if blind else company.material


def _seats(reviewers: tuple[Reviewer, ...], companies: tuple[Company, ...]) -> Iterator[Seat]:
    for reviewer in reviewers:
        for company in companies:
            if not _avoids(reviewer, company.material):
                code = company.material.code
                file = f"{reviewer.code}/{reviewer.code}-{code}-评审表.xlsx"
                yield Seat(reviewer=reviewer.code, company=code, file=file)


def _avoids(reviewer: Reviewer, material: Material) -> bool:
    """Whether a company is among those a reviewer must not judge."""
    name = reduced(material.organisation).casefold()
    avoided = (reduced(each).casefold() for each in reviewer.avoids)
    return any(len(each) >= _SHORTEST and (each in name or name in each) for each in avoided)
