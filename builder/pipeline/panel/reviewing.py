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
from builder.pipeline.panel.assignment import read_assignment
from builder.pipeline.panel.avoiding import avoiding
from builder.pipeline.panel.blinding import kept_apart, key_in_the_way, made_blind, told
from builder.pipeline.panel.hide_list import HideList, read_hide_list
from builder.pipeline.panel.key_file import key_place, misplaced
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
    ``least`` is how many reviewers each applicant needs; ``phrase`` seals the task. ``assignment``
    is the table of who reviews whom, without which everybody reviews all. Of a blind review
    ``hide`` lists further words, and ``key`` is where the names go. Reviewers see the applicants'
    own scores where it ``shows_own``.
    """

    files: tuple[Path, ...]
    reviewers: Path
    folder: Path
    blind: bool
    template: Path
    round: str = ""
    least: int = 1
    phrase: str = ""
    assignment: Path | None = None
    hide: Path | None = None
    key: Path | None = None
    shows_own: bool = True


@frozen
class Reviews:
    """The task, ``None`` where nothing was written, the files, and what stood in the way."""

    task: PanelTask | None
    written: int
    findings: tuple[Finding, ...]


def write_reviews(order: ReviewOrder, verifier: Verifier) -> Reviews:
    """Write all review workbooks, each into its reviewer's folder, and the office's record."""
    asked = _asked(order, verifier)
    look = read_look(order.template)
    findings = asked.findings
    if isinstance(look, Finding):
        return Reviews(task=None, written=0, findings=(*findings, look))
    # A panel starts with everybody or not at all: an applicant left out would not be missed later.
    if has_more_than_hints(findings) or not asked.applicants:
        return Reviews(task=None, written=0, findings=findings)
    place = key_place(order.folder, order.key)
    panel = made_blind(asked.applicants, asked.hide, verifier) if order.blind else None
    known = asked.applicants if panel is None else panel.known
    shown = tuple(one.material for one in known) if panel is None else panel.materials
    task = _task(order, asked, known, tuple(_without_own(one, order) for one in shown))
    kept = in_the_way(order.folder, {seat.file: None for seat in task.seats})
    kept = (*kept, *(() if panel is None else key_in_the_way(place)))
    there = order.folder / TASK_FILE
    if there.exists():
        # Files still as they were written may have been handed out: they belong to that task.
        kept = (Finding.at("QA941", there), *kept)
    if kept:
        return Reviews(task=None, written=0, findings=(*findings, *kept))
    if panel is not None:
        task, failures = kept_apart(panel, task, place, look)
        findings = (*findings, *told(panel, place))
        if failures:
            return Reviews(task=None, written=0, findings=failures)
    done = write_own(order.folder, _contents(order, task, look, verifier))
    if done.findings:
        return Reviews(task=None, written=0, findings=(*findings, *done.findings))
    return Reviews(task=task, written=len(task.seats), findings=findings)


@frozen
class _Asked:
    """The people, the applicants, who must not or shall not judge whom, and what is amiss."""

    reviewers: tuple[Reviewer, ...]
    applicants: tuple[Applicant, ...]
    excluded: frozenset[tuple[str, str]]
    hide: HideList
    findings: tuple[Finding, ...]


def _asked(order: ReviewOrder, verifier: Verifier) -> _Asked:
    listed = read_reviewers(order.reviewers)
    gathered = gather(order.files, verifier)
    names = tuple(one.material.applicant for one in gathered.applicants)
    place = Place(path=str(order.reviewers))
    # Who must not judge whom can be told of a whole list and of all applicants only.
    people, firms = (listed.reviewers, names) if names and listed.reviewers else ((), ())
    least = order.least if order.assignment is None else 1
    apart = avoiding(people, firms, place, least)
    findings = (*listed.findings, *gathered.findings, *apart.findings)
    if not _ROUND.fullmatch(order.round):
        findings = (*findings, Finding.at("QA969", Place(), actual=order.round))
    excluded = apart.conflicts
    if order.assignment is not None and people and firms:
        assigned = read_assignment(order.assignment, people, firms, apart.conflicts, order.least)
        findings = (*findings, *assigned.findings)
        excluded = assigned.excluded(people, firms)
    hide = HideList()
    if order.blind:
        misled = misplaced(order.folder, key_place(order.folder, order.key))
        hide = hide if order.hide is None else read_hide_list(order.hide, names)
        findings = (*findings, *hide.findings, *(() if misled is None else (misled,)))
    return _Asked(
        reviewers=listed.reviewers,
        applicants=gathered.applicants,
        excluded=excluded,
        hide=hide,
        findings=findings,
    )


def _contents(
    order: ReviewOrder, task: PanelTask, look: Look, verifier: Verifier
) -> Iterator[tuple[str, bytes | Finding]]:
    """The files one after another, for a panel has hundreds; a finding where one cannot be made."""
    for seat in task.seats:
        make = partial(review_bytes, task, seat, verifier, look)
        yield seat.file, within_net(make, seat.file, output="评审表")
    yield TASK_FILE, record_bytes(task, order.phrase)


def review_bytes(task: PanelTask, seat: Seat, verifier: Verifier, look: Look) -> bytes:
    """The workbook of one seat as it is handed out."""
    return workbook_bytes(review_plan(task, seat, verifier), look, {})


def _task(
    order: ReviewOrder,
    asked: _Asked,
    known: tuple[Applicant, ...],
    shown: tuple[Material, ...],
) -> PanelTask:
    digest = hashlib.sha256()
    for one in asked.applicants:
        digest.update(one.material.digest.encode())
    seats = tuple(_seats(asked, known))
    said: tuple[object, ...] = (record_of(asked.reviewers), order.blind)
    if order.assignment is not None:
        said = (*said, sorted(asked.excluded))
    digest.update(str(said).encode())
    return PanelTask(
        run=f"{order.round}-{digest.hexdigest()[:_RUN_LENGTH]}" if order.round else _new_round(),
        blind=order.blind,
        reviewers=asked.reviewers,
        applicants=shown,
        seats=seats,
        names=tuple((one.material.code, one.material.applicant) for one in known),
        least=order.least,
    )


def _without_own(material: Material, order: ReviewOrder) -> Material:
    """What reviewers see: without the applicant's own points where the rules say so."""
    if order.shows_own:
        return material
    return replace(material, scores={}, total=Decimal(0), shows_own=False)


def _new_round() -> str:
    return f"{datetime.now().astimezone():%Y%m%d-%H%M}-{secrets.token_hex(3)}"


def _seats(asked: _Asked, applicants: tuple[Applicant, ...]) -> Iterator[Seat]:
    for reviewer in asked.reviewers:
        for applicant in applicants:
            if (reviewer.code, applicant.material.applicant) not in asked.excluded:
                yield seat_of(reviewer.code, applicant.material.code)


def seat_of(reviewer: str, applicant: str) -> Seat:
    """The seat of a reviewer for an applicant, each by its code."""
    file = f"{reviewer}/{reviewer}-{applicant}-评审表.xlsx"
    return Seat(reviewer=reviewer, applicant=applicant, file=file)
