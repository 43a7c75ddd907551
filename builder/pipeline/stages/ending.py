"""``builder stage``, second half: returned forms become the result of a stage and a new record."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from builder.book.book_plan import BookPlan
from builder.findings.finding import Finding, Place
from builder.frozen import frozen
from builder.model.panel.record import PanelRecord
from builder.model.panel.stages import (
    DefenceRecord,
    StageHeld,
    StageKind,
    StageTask,
    VoteRecord,
)
from builder.panel.results.order import crowded
from builder.panel.stages.counting import defence_outcomes, vote_outcomes, winners_of
from builder.panel.stages.defence_book import plan_defence
from builder.panel.stages.sheets import scored_by
from builder.panel.stages.vote_book import plan_vote
from builder.pipeline.files import WrittenFiles
from builder.pipeline.own_outputs import write_unless_kept
from builder.pipeline.panel.planning import UnknownKitError, kit_of
from builder.pipeline.panel.record_files import RECORD_FILE, read_record, record_bytes
from builder.pipeline.stages.issuing import OpenRecord, open_record, task_file, unready
from builder.pipeline.stages.returned import read_ballots
from builder.pipeline.verify import Verifier
from builder.write.xlsx.workbook import read_look, workbook_bytes


@frozen
class EndOrder:
    """Which results a stage goes on from, where its forms are, who was absent, where to write."""

    kind: StageKind
    folder: Path
    returned: Path
    absent: tuple[str, ...]
    target: Path
    template: Path
    phrase: str = ""


def end(order: EndOrder, verifier: Verifier) -> WrittenFiles:
    """Write what the stage came to, and the record with it; nothing where anything is amiss."""
    opened = open_record(order.folder, order.phrase)
    if isinstance(opened, Finding):
        return WrittenFiles(findings=(opened,))
    task = _task(order, opened)
    look = read_look(order.template)
    stopped = tuple(unready(order.kind, opened))
    troubles = (one for one in (task, look) if isinstance(one, Finding))
    if stopped or isinstance(task, Finding) or isinstance(look, Finding):
        return WrittenFiles(findings=(*stopped, *troubles))
    record = opened.record
    try:
        scheme, _ = kit_of(record.merged.task.applicant(task.applicants[0]), verifier)
    except UnknownKitError as error:
        return WrittenFiles(findings=(error.finding(str(opened.path), task.applicants[0]),))
    read = read_ballots(order.returned, record, task, order.absent, scheme.award)
    if read.held is None:
        return WrittenFiles(findings=read.findings)
    unfit = tuple(_unfit(order, record, read.held))
    if unfit:
        return WrittenFiles(findings=unfit)
    ended, hints = held_record(record, read.held)
    book = stage_book(ended, order.kind, scheme.award)
    contents = {
        f"{order.kind.label}结果.xlsx": workbook_bytes(book, look, {}),
        RECORD_FILE: record_bytes(ended, order.phrase),
    }
    written = write_unless_kept(order.target, contents)
    return WrittenFiles(paths=written.paths, findings=(*hints, *written.findings))


def _task(order: EndOrder, opened: OpenRecord) -> StageTask | Finding:
    """What was issued, from this very record."""
    path = order.returned / task_file(order.kind)
    task = read_record(path, StageTask, "QA939", order.phrase)
    if isinstance(task, StageTask) and task.record != opened.digest:
        return Finding.at("QA1164", path, actual=str(opened.path), stage=order.kind.label)
    return task


def _unfit(order: EndOrder, record: PanelRecord, held: StageHeld) -> Iterator[Finding]:
    """Too few members there, or an applicant whom nobody may score or vote on."""
    rule = record.merged.rules.vote
    place, task = Place(path=str(order.returned)), held.task
    members, there = len(task.members), len(held.ballots)
    quorum = None if rule is None or order.kind is StageKind.DEFENCE else rule.quorum
    if quorum is not None and there * quorum.whole < members * quorum.part:
        yield Finding.at(
            "QA1162", place, expected=quorum.words, actual=str(there), members=str(members)
        )
    for one in task.applicants:
        if not scored_by(held, one):
            called = record.name(one)
            yield Finding.at("QA1163", place, applicant=called, stage=order.kind.label)


def held_record(record: PanelRecord, held: StageHeld) -> tuple[PanelRecord, tuple[Finding, ...]]:
    """The record with what a stage came to, and a hint for each group with more than its places."""
    rules = record.merged.rules
    if held.task.kind is StageKind.DEFENCE:
        if rules.defence is None:
            raise ValueError("a defence without a rule")
        defended = defence_outcomes(record, held, rules.defence)
        ended = replace(record, defence=DefenceRecord(held=held, outcomes=defended))
        inside = [(one.applicant, one.place) for one in defended if one.goes_on]
        return ended, tuple(_shared(record, inside, held.task.kind, rules.defence.places))
    if rules.vote is None:
        raise ValueError("a vote without a rule")
    voted = vote_outcomes(record, held, rules.vote)
    ended = replace(record, vote=VoteRecord(held=held, outcomes=voted))
    by_group: dict[str, list[tuple[str, int]]] = {}
    for one in voted:
        if one.chosen:
            group = record.outcome(one.applicant).group
            by_group.setdefault(group, []).append((one.applicant, one.place))
    hints = (
        hint
        for inside in by_group.values()
        for hint in _shared(
            record,
            inside,
            held.task.kind,
            winners_of(record, inside[0][0], rules.vote),
        )
    )
    return ended, tuple(hints)


def _shared(
    record: PanelRecord,
    inside: list[tuple[str, int]],
    kind: StageKind,
    most: int | None,
) -> Iterator[Finding]:
    place = Place(path=record.merged.source)
    groups = dict.fromkeys(record.outcome(one).group for one, _ in inside)
    for group in groups:
        own = [place for one, place in inside if record.outcome(one).group == group]
        many = crowded(own, most)
        if many:
            stage = "进入下一阶段" if kind is StageKind.DEFENCE else "获奖"
            yield Finding.at(
                "QA1150", place, expected=str(most), actual=str(many), group=group, stage=stage
            )


def stage_book(record: PanelRecord, kind: StageKind, award: str) -> BookPlan:
    """The workbook of a stage that was held."""
    rules = record.merged.rules
    if kind is StageKind.DEFENCE and record.defence is not None and rules.defence is not None:
        held = record.defence
        return plan_defence(record, held.held, rules.defence, award, held.outcomes).book
    if record.vote is None or rules.vote is None:
        raise ValueError("a stage that was not held")
    return plan_vote(record, record.vote.held, rules.vote, award, record.vote.outcomes).book
