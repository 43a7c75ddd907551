"""A panel's record held against the files it was made from, and worked out again from below."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar

from builder.book.evaluation import Evaluation
from builder.book.naming import indicator_name
from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.formula.render import plain_number
from builder.formula.value import Value
from builder.kit.kit_plan import ScoredPlan
from builder.load.panel_rules import load_panel_rules
from builder.model.panel.record import Merged, Outcome, PanelRecord
from builder.model.panel.returned import PanelWorkbook
from builder.model.panel.task import Opinion, PanelTask, Seat, SiteVisit
from builder.panel.results.order import ranked
from builder.pipeline.panel.evening import evened
from builder.pipeline.panel.panel_files import judged_files
from builder.pipeline.panel.placing import gated_outcomes
from builder.pipeline.panel.planning import (
    UnknownKitError,
    columns_of,
    consensus,
    consensus_plan,
    review_plan,
    seat_task,
    site_plan,
    site_task,
)
from builder.pipeline.panel.record_files import found_file
from builder.pipeline.stages.proving import stage_files, stage_numbers
from builder.pipeline.verify import Verifier
from builder.verify.held import hold
from builder.verify.judged import judge_panel_workbook
from builder.verify.panel.opinion import read_opinion
from builder.verify.panel.outcome import settled
from builder.verify.pristine import Pristine

# What is called how, what it should be, and what the record says.
_Number = tuple[str, object, object]
_Points = Mapping[str, Decimal]
Read = TypeVar("Read")


def compared(record: PanelRecord, path: Path) -> Iterator[Finding]:
    """A finding for each file that is not as it was, and one for all that are not there."""
    gone: list[str] = []
    for name, digest in _files(record):
        there = found_file(name, path)
        if there is None:
            gone.append(name)
            continue
        try:
            with there.open("rb") as file:
                now = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            gone.append(name)
            continue
        if now != digest:
            yield Finding.at("QA983", there, expected=digest[:16], actual=now[:16])
    if gone:
        yield Finding.at("QA984", path, actual=str(len(gone)), expected=gone[0])
    yield from rules_changed(record.merged, found_file(record.merged.source, path))


def rules_changed(merged: Merged, source: Path | None) -> Iterator[Finding]:
    """A finding where the file of the rules does not say what the reviews were joined by."""
    if source is not None and load_panel_rules(source).said != merged.rules:
        yield Finding.at("QA982", source)


def _files(record: PanelRecord) -> Iterator[tuple[str, str]]:
    merged = record.merged
    for each in (merged.task.applicants, merged.opinions, merged.visits, record.outcomes):
        for one in each:
            yield one.file, one.digest
    yield from stage_files(record)


def recomputed(
    record: PanelRecord, path: Path, applicant: str, verifier: Verifier
) -> Finding | None:
    """The first number of the record that is not what comes out again, from the opinions up.

    The opinions about ``applicant`` are read again from their files, where these are there as they
    were.
    """
    for called, numbers in _numbers(record, path, applicant, verifier):
        if isinstance(numbers, Finding):
            return numbers
        for label, right, said in numbers:
            if right != said:
                return Finding.at(
                    "QA959",
                    path,
                    expected=_words(right),
                    actual=_words(said),
                    applicant=called,
                    label=label,
                )
    return None


def _numbers(
    record: PanelRecord, path: Path, applicant: str, verifier: Verifier
) -> Iterator[tuple[str, Iterator[_Number] | Finding]]:
    """All numbers in the order in which one follows from the other, under what they belong to."""
    merged = record.merged
    called = merged.task.name(applicant)
    yield called, _evened(record, verifier)
    for opinion in merged.of(applicant):
        read = partial(_points, merged.task, opinion, verifier)
        yield called, _of_file(record, opinion, f"{opinion.reviewer} 的评审分", path, read)
    for visit in merged.visited(applicant):
        read = partial(_found, merged.task, visit, verifier)
        yield called, _of_file(record, visit, f"{visit.examiner} 的现场评审分", path, read)
    yield called, _of_consensus(record, record.outcome(applicant), path, verifier)
    for outcome in record.outcomes:
        called = merged.task.name(outcome.applicant)
        try:
            yield called, _of_outcome(record, outcome, verifier)
        except UnknownKitError as error:
            yield called, error.finding(str(path), called)
    for right, said in zip(_placed(record, verifier), record.outcomes, strict=True):
        yield (
            merged.task.name(said.applicant),
            iter(
                (
                    ("名次", right.applicant, said.applicant),
                    ("名次", right.place, said.place),
                    ("入围", right.shortlisted, said.shortlisted),
                )
            ),
        )
    yield from stage_numbers(record, path, verifier)


def _placed(record: PanelRecord, verifier: Verifier) -> tuple[Outcome, ...]:
    """The outcomes in their order, worked out again from their totals."""
    gated = gated_outcomes(record.outcomes, record.merged, verifier)
    return ranked(gated, record.merged.rules)


def _evened(record: PanelRecord, verifier: Verifier) -> Iterator[_Number]:
    """Every point that was made comparable, worked out again from the reviewers' own."""
    merged = record.merged
    right = evened(merged.opinions, merged.rules, merged.task, verifier)
    for seat in right.keys() | merged.adjusted.keys():
        now, said = right.get(seat, {}), merged.adjusted.get(seat, {})
        for code in now.keys() | said.keys():
            label = f"{record.labels.get(code, code)}（{seat} 的标准化分）"
            yield label, now.get(code), said.get(code)


def _of_file(
    record: PanelRecord,
    said: Opinion | SiteVisit,
    what: str,
    path: Path,
    read: Callable[[PanelWorkbook], _Points | None],
) -> Iterator[_Number]:
    """The points that a file gives and those that the record says it gave."""
    for points in _read_again(said.file, said.digest, path, read):
        for code, given in points.items():
            yield f"{record.labels.get(code, code)}（{what}）", given, said.points.get(code)


def _of_consensus(
    record: PanelRecord, outcome: Outcome, path: Path, verifier: Verifier
) -> Iterator[_Number]:
    """What the signed workbook says in place of what was joined, and of the site."""
    read = partial(_settled, record.merged, outcome.applicant, verifier)
    for pair in _read_again(outcome.file, outcome.digest, path, read):
        for what, now, said in zip(
            ("合议分", "现场评审分"), pair, (outcome.agreed, outcome.site), strict=True
        ):
            for code in now.keys() | said.keys():
                label = f"{record.labels.get(code, code)}（{what}）"
                yield label, now.get(code), said.get(code)


def _read_again(
    name: str, digest: str, path: Path, read: Callable[[PanelWorkbook], Read | None]
) -> Iterator[Read]:
    """What a file of the record says, where it is there as it was."""
    there = found_file(name, path)
    if there is None:
        return
    for file in judged_files(there, read):
        # What changed since is told by its digest.
        if not isinstance(file, Finding) and file.judged is not None and file.digest == digest:
            yield file.judged


def _settled(
    merged: Merged, applicant: str, verifier: Verifier, file: PanelWorkbook
) -> tuple[_Points, _Points] | None:
    if file.task != f"consensus/{merged.task.run}/{applicant}":
        return None
    made = consensus(merged, applicant, verifier)
    return settled(hold(Pristine(made.book), file.workbook, file.name), made.visited)


def _found(
    task: PanelTask, visit: SiteVisit, verifier: Verifier, file: PanelWorkbook
) -> _Points | None:
    seat = _seat(task, visit.examiner, visit.applicant)
    if file.task != site_task(task, seat):
        return None
    held = hold(Pristine(site_plan(task, seat, verifier)), file.workbook, file.name)
    return {leaf.code: held.exact.points(leaf.counted) for leaf in held.plan.leaves}


def _seat(task: PanelTask, reviewer: str, applicant: str) -> Seat:
    seats = (one for one in task.seats if one.applicant == applicant)
    return next(one for one in seats if one.reviewer == reviewer)


def _points(
    task: PanelTask, opinion: Opinion, verifier: Verifier, file: PanelWorkbook
) -> _Points | None:
    seat = _seat(task, opinion.reviewer, opinion.applicant)
    if file.task != seat_task(task, seat):
        return None
    held = hold(Pristine(review_plan(task, seat, verifier)), file.workbook, file.name)
    return read_opinion(held, judge_panel_workbook(held), seat, file.digest).opinion.points


def _of_outcome(record: PanelRecord, outcome: Outcome, verifier: Verifier) -> Iterator[_Number]:
    plan = consensus_plan(record.merged, outcome.applicant, verifier)
    columns = columns_of(record.merged, outcome.applicant, verifier)
    typed: dict[str, Value] = {}
    for kind, numbers in (("agreed", outcome.agreed), ("site", outcome.site)):
        typed |= {indicator_name(kind, code): points for code, points in numbers.items()}
    exact = Evaluation(plan, typed)
    return _told(record, plan, exact, columns.joined, outcome)


def _told(
    record: PanelRecord, plan: ScoredPlan, exact: Evaluation, column: int, outcome: Outcome
) -> Iterator[_Number]:
    for leaf in plan.leaves:
        joined = exact.points(Cell(leaf.score.sheet, leaf.score.row, column))
        yield f"{leaf.label}（合成分）", joined, outcome.joined.get(leaf.code)
    counted = [(leaf.code, leaf.counted) for leaf in plan.leaves]
    for code, cell in (*counted, *((group.code, group.score) for group in plan.groups)):
        label = record.labels.get(code, code)
        yield f"{label}（采用分）", exact.points(cell), outcome.points.get(code)
    for part, said in zip(plan.parts, outcome.parts, strict=False):
        yield part.label, exact.points(part.score), said.score
        yield f"{part.label}（分值）", part.points, said.points
    yield "总分", exact.points(plan.total), outcome.total
    yield "标称总分", plan.stated_total, outcome.stated
    yield "满分", plan.maximum, outcome.maximum


def _words(number: object) -> str:
    match number:
        case None:
            return "没有"
        case bool():
            return "入围" if number else "不入围"
        case Decimal():
            return plain_number(number)
        case _:
            return str(number)
