"""``builder review``: one workbook for every reviewer and applicant."""

import hashlib
import re
import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

from builder.findings.finding import Finding, Place, has_more_than_hints
from builder.frozen import frozen
from builder.model.panel.material import Material
from builder.model.panel.task import PanelTask, Reviewer, Seat
from builder.pipeline.net import within_net
from builder.pipeline.own_outputs import in_the_way, write_own
from builder.pipeline.panel.avoiding import avoiding
from builder.pipeline.panel.blind import hidden
from builder.pipeline.panel.materials import Applicant, gather
from builder.pipeline.panel.planning import review_plan
from builder.pipeline.panel.record_files import TASK_FILE, record_bytes
from builder.pipeline.panel.reviewers import read_reviewers
from builder.pipeline.verify import Verifier
from builder.show.plain import record_of
from builder.write.xlsx.look import Look
from builder.write.xlsx.workbook import read_look, workbook_bytes

_RUN_LENGTH = 8
# A round is written into places and properties, whose parts a slash divides.
_ROUND = re.compile(r"[\w.-]{0,20}")


@frozen
class ReviewOrder:
    """What an office asks for: the applicants' files, the reviewers, where to write, and how.

    ``round`` is what the office calls this round; one without a name is known by its time.
    ``least`` is how many reviewers each applicant needs; ``phrase`` seals the task. Reviewers
    see the applicants' own scores where it ``shows_own``.
    """

    files: tuple[Path, ...]
    reviewers: Path
    folder: Path
    blind: bool
    template: Path
    round: str = ""
    least: int = 1
    phrase: str = ""
    shows_own: bool = True


@frozen
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
    names = tuple(one.material.applicant for one in gathered.applicants)
    place = Place(path=str(order.reviewers))
    # Who must not judge whom can be told of a whole list and of all applicants only.
    people, firms = (listed.reviewers, names) if names and listed.reviewers else ((), ())
    kept_apart = avoiding(people, firms, place, order.least)
    findings = (*listed.findings, *gathered.findings, *kept_apart.findings)
    if isinstance(look, Finding):
        return Reviews(task=None, written=0, findings=(*findings, look))
    if not _ROUND.fullmatch(order.round):
        findings = (*findings, Finding.at("QA969", Place(), actual=order.round))
    # A panel starts with everybody or not at all: an applicant left out would not be missed later.
    if has_more_than_hints(findings) or not gathered.applicants:
        return Reviews(task=None, written=0, findings=findings)
    task = _task(order, listed.reviewers, gathered.applicants, kept_apart.conflicts)
    kept = in_the_way(order.folder, {seat.file: None for seat in task.seats})
    there = order.folder / TASK_FILE
    if there.exists():
        # Files still as they were written may have been handed out: they belong to that task.
        kept = (Finding.at("QA941", there), *kept)
    if kept:
        return Reviews(task=None, written=0, findings=(*findings, *kept))
    done = write_own(order.folder, _contents(order, task, look, verifier))
    if done.findings:
        return Reviews(task=None, written=0, findings=(*findings, *done.findings))
    return Reviews(task=task, written=len(task.seats), findings=findings)


def _contents(
    order: ReviewOrder, task: PanelTask, look: Look, verifier: Verifier
) -> Iterator[tuple[str, bytes | Finding]]:
    """The files one after another, for a panel has hundreds; a finding where one cannot be made."""
    for seat in task.seats:
        make = partial(_review, task, seat, verifier, look)
        yield seat.file, within_net(make, seat.file, output="评审表")
    yield TASK_FILE, record_bytes(task, order.phrase)


def _review(task: PanelTask, seat: Seat, verifier: Verifier, look: Look) -> bytes:
    return workbook_bytes(review_plan(task, seat, verifier), look, {})


def _task(
    order: ReviewOrder,
    reviewers: tuple[Reviewer, ...],
    applicants: tuple[Applicant, ...],
    conflicts: frozenset[tuple[str, str]],
) -> PanelTask:
    digest = hashlib.sha256()
    for one in applicants:
        digest.update(one.material.digest.encode())
    digest.update(str((record_of(reviewers), order.blind)).encode())
    return PanelTask(
        run=f"{order.round}-{digest.hexdigest()[:_RUN_LENGTH]}" if order.round else _new_round(),
        blind=order.blind,
        reviewers=reviewers,
        applicants=tuple(_shown(one, order) for one in applicants),
        seats=tuple(_seats(reviewers, applicants, conflicts)),
        names=tuple((one.material.code, one.material.applicant) for one in applicants),
        least=order.least,
    )


def _new_round() -> str:
    return f"{datetime.now().astimezone():%Y%m%d-%H%M}-{secrets.token_hex(3)}"


def _shown(applicant: Applicant, order: ReviewOrder) -> Material:
    material = applicant.material
    if order.blind:
        material = hidden(material, applicant.names)
    if not order.shows_own:
        material = replace(material, scores={}, total=Decimal(0), shows_own=False)
    return material


def _seats(
    reviewers: tuple[Reviewer, ...],
    applicants: tuple[Applicant, ...],
    conflicts: frozenset[tuple[str, str]],
) -> Iterator[Seat]:
    for reviewer in reviewers:
        for applicant in applicants:
            if (reviewer.code, applicant.material.applicant) not in conflicts:
                code = applicant.material.code
                file = f"{reviewer.code}/{reviewer.code}-{code}-评审表.xlsx"
                yield Seat(reviewer=reviewer.code, applicant=code, file=file)
