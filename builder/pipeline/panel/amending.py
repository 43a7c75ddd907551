"""``builder review --amend``: a late reviewer, a withdrawal or a replacement, and nothing else.

Only the seats that come or go are touched: whatever else lies in the folder keeps its bytes. What
the applicants handed in is as it was given out, so that all judge the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from builder.findings.finding import Finding, Place, has_more_than_hints
from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.model.panel.task import PanelTask, Reviewer, Seat
from builder.pipeline.files import move_aside
from builder.pipeline.net import within_net
from builder.pipeline.own_outputs import OwnFolder, in_the_way
from builder.pipeline.panel.assignment import read_assignment
from builder.pipeline.panel.avoiding import avoiding
from builder.pipeline.panel.hidden_conflicts import hidden
from builder.pipeline.panel.key_file import key_place, read_key, with_names
from builder.pipeline.panel.panel_files import WITHDRAWN
from builder.pipeline.panel.record_files import TASK_FILE, read_record, record_bytes
from builder.pipeline.panel.reviewers import read_reviewers
from builder.pipeline.panel.reviewing import ReviewOrder, Reviews, review_bytes, seat_of
from builder.pipeline.verify import Verifier
from builder.write.xlsx.look import Look
from builder.write.xlsx.workbook import read_look


@frozen
class _Change:
    """A round before and after: the task to keep, the seats that come and those that go."""

    task: PanelTask
    come: tuple[Seat, ...]
    go: tuple[Seat, ...]


def amend_reviews(order: ReviewOrder, verifier: Verifier) -> Reviews:
    """Give out and take back the reviews that a new list or table asks for, and no other."""
    task = read_record(order.folder / TASK_FILE, PanelTask, "QA939", order.phrase)
    look = read_look(order.template)
    if isinstance(task, Finding):
        return Reviews(task=None, written=0, findings=(task,))
    if isinstance(look, Finding):
        return Reviews(task=None, written=0, findings=(look,))
    change, findings = _change(order, task)
    if change is None:
        return Reviews(task=None, written=0, findings=findings)
    kept = in_the_way(order.folder, {seat.file: None for seat in change.come})
    if kept:
        return Reviews(task=None, written=0, findings=(*findings, *kept))
    failure = _put(order, change, look, verifier)
    if failure is not None:
        return Reviews(task=None, written=0, findings=(*findings, failure))
    told = tuple(_told(order, change))
    return Reviews(task=change.task, written=len(change.come), findings=(*findings, *told))


def _change(order: ReviewOrder, task: PanelTask) -> tuple[_Change | None, tuple[Finding, ...]]:
    """What is to change, ``None`` where the list, the table or the names stand in the way."""
    known, secret = task, ""
    if task.key:
        key = read_key(task, key_place(order.folder, order.key))
        if isinstance(key, Finding):
            return None, (key,)
        known, secret = with_names(task, key), key.secret
    listed = read_reviewers(order.reviewers)
    place = Place(path=str(order.reviewers))
    people = _coded(task.reviewers, listed.reviewers)
    names = dict(known.names)
    apart = avoiding(people, tuple(names.values()) if people else (), place)
    findings = (*listed.findings, *apart.findings)
    least = max(order.least, task.least)
    if has_more_than_hints(findings):
        return None, findings
    if order.assignment is None:
        wanted = _usual(task, people, names, apart.conflicts)
        idle = (one for one in people if one.code not in {code for code, _ in wanted})
        findings += tuple(Finding.at("QA1097", place, reviewer=one.name) for one in idle)
        findings += tuple(_unsaid(order.folder, task, people, names, apart.conflicts))
    else:
        table = read_assignment(
            order.assignment, people, tuple(names.values()), apart.conflicts, least
        )
        findings = (*findings, *table.findings)
        wanted = [
            (one.code, code)
            for one in people
            for code, name in names.items()
            if (one.code, name) in table.pairs
        ]
    before = {(seat.reviewer, seat.applicant): seat for seat in task.seats}
    seats = tuple(before.get(pair) or seat_of(*pair) for pair in wanted)
    few = tuple(_too_few(seats, names, least, place)) if order.assignment is None else ()
    findings = (*findings, *few)
    come = tuple(seat for seat in seats if (seat.reviewer, seat.applicant) not in before)
    go = tuple(seat for pair, seat in before.items() if pair not in wanted)
    if not come and not go and not has_more_than_hints(findings):
        findings = (*findings, Finding.at("QA1104", order.folder))
    if has_more_than_hints(findings):
        return None, findings
    shown = people
    if task.key:
        shown = hidden(people, names, task.run, secret)
    gone = tuple(
        one for one in task.reviewers if one.code not in {person.code for person in people}
    )
    # Who left stays on record, so that nobody else is ever called by that code.
    everybody = tuple(sorted((*shown, *gone), key=lambda one: int(one.code.removeprefix("R"))))
    changed = replace(task, reviewers=everybody, seats=seats, least=least)
    return _Change(task=changed, come=come, go=go), findings


def _coded(before: Sequence[Reviewer], now: Sequence[Reviewer]) -> tuple[Reviewer, ...]:
    """The people of a new list, those known by name under their codes."""
    codes = {reduced(one.name): one.code for one in before}
    last = max((int(one.code.removeprefix("R")) for one in before), default=0)
    found: list[Reviewer] = []
    for one in now:
        code = codes.get(reduced(one.name))
        if code is None:
            last += 1
            code = f"R{last}"
        found.append(replace(one, code=code))
    return tuple(found)


def _usual(
    task: PanelTask,
    people: Sequence[Reviewer],
    names: dict[str, str],
    conflicts: frozenset[tuple[str, str]],
) -> list[tuple[str, str]]:
    """Without a table: those who stay keep what they have, who is new reviews all."""
    before = {(seat.reviewer, seat.applicant) for seat in task.seats}
    known = {one.code for one in task.reviewers}
    return [
        (one.code, code)
        for one in people
        for code, name in names.items()
        if (one.code, name) not in conflicts
        and (one.code not in known or (one.code, code) in before)
    ]


def _unsaid(
    folder: Path,
    task: PanelTask,
    people: Sequence[Reviewer],
    names: dict[str, str],
    conflicts: frozenset[tuple[str, str]],
) -> Iterator[Finding]:
    """A finding where reviewers have some applicants only and nobody says which a new one has."""
    before = {(seat.reviewer, seat.applicant) for seat in task.seats}
    busy = {code for code, _ in before}
    some_only = any(
        (one.code, code) not in before and (one.code, name) not in conflicts
        for one in people
        if one.code in busy
        for code, name in names.items()
    )
    known = {one.code for one in task.reviewers}
    new = "、".join(one.name for one in people if one.code not in known)
    if some_only and new:
        yield Finding.at("QA1106", folder, actual=new)


def _too_few(
    seats: Sequence[Seat], names: dict[str, str], least: int, place: Place
) -> Iterator[Finding]:
    for code, name in names.items():
        count = sum(seat.applicant == code for seat in seats)
        if count < least:
            yield Finding.at(
                "QA1105", place, expected=str(least), actual=str(count), applicant=name
            )


def _put(order: ReviewOrder, change: _Change, look: Look, verifier: Verifier) -> Finding | None:
    """Write what comes and put aside what goes, the task last; what kept it from being done."""
    own = OwnFolder(order.folder)
    for seat in change.come:
        make = partial(review_bytes, change.task, seat, verifier, look)
        content = within_net(make, seat.file, output="评审表")
        failure = content if isinstance(content, Finding) else own.write(seat.file, content)
        if failure is not None:
            own.close()
            return failure
    for seat in change.go:
        failure = _put_aside(order.folder, seat)
        if failure is not None:
            own.close()
            return failure
    failure = own.write(TASK_FILE, record_bytes(change.task, order.phrase))
    return own.close() or failure


def _put_aside(folder: Path, seat: Seat) -> Finding | None:
    """Move a review, filled in or not, where nobody reads it; one that is not there is no fault."""
    path = folder / seat.file
    if not path.is_file():
        return None
    place = folder / WITHDRAWN / seat.file
    return move_aside(path, place, lambda number: f"{path.stem}-{number}{path.suffix}")


def _told(order: ReviewOrder, change: _Change) -> Iterator[Finding]:
    for reviewer in change.task.reviewers:
        come = sum(seat.reviewer == reviewer.code for seat in change.come)
        go = sum(seat.reviewer == reviewer.code for seat in change.go)
        if come or go:
            yield Finding.at(
                "QA1103",
                order.folder,
                expected=str(go),
                actual=str(come),
                reviewer=f"{reviewer.code} {reviewer.name}",
                folder=WITHDRAWN,
            )
