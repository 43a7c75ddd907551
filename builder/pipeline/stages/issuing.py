"""``builder stage``, first half: a form for each member of the committee."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from builder.findings.finding import Finding, Place, has_more_than_hints
from builder.frozen import frozen
from builder.model.panel.record import PanelRecord
from builder.model.panel.stages import StageKind, StageTask
from builder.model.panel.task import Reviewer
from builder.panel.stages.ballot_book import plan_ballot
from builder.panel.stages.standing import going_on
from builder.pipeline.files import WrittenFiles
from builder.pipeline.own_outputs import write_unless_kept
from builder.pipeline.panel.avoiding import avoiding
from builder.pipeline.panel.planning import UnknownKitError, kit_of
from builder.pipeline.panel.record_files import RECORD_FILE, read_record, record_bytes
from builder.pipeline.panel.reviewers import read_reviewers
from builder.pipeline.verify import Verifier
from builder.write.xlsx.workbook import read_look, workbook_bytes

_MARK = 8


@frozen
class IssueOrder:
    """From which results a stage goes on, who sits in the committee, where to write."""

    kind: StageKind
    folder: Path
    members: Path
    target: Path
    template: Path
    phrase: str = ""


@frozen
class OpenRecord:
    """A record that a stage goes on from: the record, its file and the digest of that."""

    record: PanelRecord
    path: Path
    digest: str


def open_record(folder: Path, phrase: str) -> OpenRecord | Finding:
    """The record in a folder of results."""
    path = folder / RECORD_FILE
    record = read_record(path, PanelRecord, "QA957", phrase)
    if isinstance(record, Finding):
        return record
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return OpenRecord(record=record, path=path, digest=digest)


def unready(kind: StageKind, opened: OpenRecord) -> Iterator[Finding]:
    """Why a stage cannot be held now: no rule, the one before is missing, or it was held."""
    record, place = opened.record, Place(path=str(opened.path))
    rules = record.merged.rules
    if (rules.defence if kind is StageKind.DEFENCE else rules.vote) is None:
        yield Finding.at("QA1151", place, actual=kind.label)
    elif (record.defence if kind is StageKind.DEFENCE else record.vote) is not None:
        yield Finding.at("QA1153", place, actual=kind.label)
    elif kind is StageKind.DEFENCE and record.vote is not None:
        yield Finding.at("QA1153", place, actual=StageKind.VOTE.label)
    elif kind is StageKind.VOTE and rules.defence is not None and record.defence is None:
        yield Finding.at("QA1152", place, expected=StageKind.DEFENCE.label, actual=kind.label)
    elif not going_on(record, kind):
        yield Finding.at("QA1154", place, actual=kind.label)


def task_file(kind: StageKind) -> str:
    """The name of the office's own record of what was issued."""
    return f"{kind.label}任务.json"


def issue(order: IssueOrder, verifier: Verifier) -> WrittenFiles:
    """Write a form for each member, and the task; nothing where a name agrees with nothing."""
    opened = open_record(order.folder, order.phrase)
    if isinstance(opened, Finding):
        return WrittenFiles(findings=(opened,))
    stopped = tuple(unready(order.kind, opened))
    look = read_look(order.template)
    listed = read_reviewers(order.members)
    if isinstance(look, Finding):
        return WrittenFiles(findings=(*stopped, look))
    if stopped or has_more_than_hints(listed.findings):
        return WrittenFiles(findings=(*stopped, *listed.findings))
    record = opened.record
    nameless = tuple(_nameless(listed.reviewers, record, opened.path))
    if nameless:
        return WrittenFiles(findings=(*listed.findings, *nameless))
    members = tuple(
        _member(one, place, record) for place, one in enumerate(listed.reviewers, start=1)
    )
    applicants = going_on(record, order.kind)
    barred, unclear = _barred(order, record, members, applicants)
    findings = (*listed.findings, *unclear)
    if has_more_than_hints(findings):
        return WrittenFiles(findings=findings)
    run = hashlib.sha256(f"{opened.digest}{order.kind}{members}".encode()).hexdigest()[:_MARK]
    task = StageTask(
        run=f"{record.merged.task.run}-{run}",
        kind=order.kind,
        record=opened.digest,
        members=members,
        applicants=applicants,
        barred=barred,
    )
    try:
        scheme, _ = kit_of(record.merged.task.applicant(applicants[0]), verifier)
    except UnknownKitError as error:
        return WrittenFiles(findings=(error.finding(str(opened.path), applicants[0]),))
    contents = {
        task.file(one): workbook_bytes(plan_ballot(record, task, one, scheme.award), look, {})
        for one in members
    }
    contents[task_file(order.kind)] = record_bytes(task, order.phrase)
    written = write_unless_kept(order.target, contents)
    return WrittenFiles(paths=written.paths, findings=(*findings, *written.findings))


def _nameless(people: Sequence[Reviewer], record: PanelRecord, path: Path) -> Iterator[Finding]:
    """Those who reviewed blind and must avoid somebody whom a record of codes cannot name."""
    reviewed = {one.name: one for one in record.merged.task.reviewers}
    for one in people:
        if one.name in reviewed and reviewed[one.name].hides_conflicts:
            yield Finding.at("QA1167", path, reviewer=one.name)


def _member(one: Reviewer, place: int, record: PanelRecord) -> Reviewer:
    """The member, who avoids whom the same person had to avoid in the stages before."""
    before = [each for each in record.merged.task.reviewers if each.name == one.name]
    avoids = [word for each in (one, *before) for word in each.avoids]
    units = [unit for each in (one, *before) for unit in each.units]
    held = None if record.defence is None else record.defence.held
    if held is not None:
        avoids += (
            record.name(applicant)
            for each in held.task.members
            if each.name == one.name
            for applicant in held.task.applicants
            if held.is_barred(each.code, applicant)
        )
    return replace(
        one,
        code=f"M{place}",
        avoids=tuple(dict.fromkeys(avoids)),
        units=tuple(dict.fromkeys(units)),
    )


def _barred(
    order: IssueOrder, record: PanelRecord, members: Sequence[Reviewer], applicants: Sequence[str]
) -> tuple[tuple[tuple[str, str], ...], tuple[Finding, ...]]:
    """Who is barred of whom among those who are heard, and what the list leaves unclear.

    The list is held against all who applied: a firm to avoid may have failed before.
    """
    names = dict(record.merged.task.names)
    place = Place(path=str(order.members))
    kept = avoiding(members, tuple(names.values()), place)
    codes = {names[one]: one for one in applicants}
    pairs = ((who, codes[called]) for who, called in kept.conflicts if called in codes)
    unheard = [
        one
        for one in kept.findings
        if one.code == "QA977"
        or (one.code == "QA965" and one.details.get("applicant") not in codes)
    ]
    return tuple(sorted(pairs)), tuple(one for one in kept.findings if one not in unheard)
