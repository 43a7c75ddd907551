"""The stages of a record worked out again: from the forms up, then place by place."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from builder.findings.finding import Finding
from builder.model.panel.record import PanelRecord
from builder.model.panel.stages import DefenceOutcome, StageHeld, VoteOutcome
from builder.panel.stages.counting import defence_outcomes, vote_outcomes
from builder.pipeline.panel.panel_files import judged_files
from builder.pipeline.panel.planning import kit_of
from builder.pipeline.panel.record_files import found_file
from builder.pipeline.stages.returned import judged_ballot
from builder.pipeline.verify import Verifier

# What is called how, what it should be, and what the record says.
Number = tuple[str, object, object]


def stage_files(record: PanelRecord) -> Iterator[tuple[str, str]]:
    """The forms of every stage that was held, each with its digest."""
    for held in record.stages:
        yield from ((one.file, one.digest) for one in held.ballots)


def stage_numbers(
    record: PanelRecord, path: Path, verifier: Verifier
) -> Iterator[tuple[str, Iterator[Number]]]:
    """All numbers of the stages in the order in which one follows from the other."""
    for held in record.stages:
        yield held.task.kind.label, _given(record, held, path, verifier)
    rules = record.merged.rules
    if record.defence is not None and rules.defence is not None:
        right = defence_outcomes(record, record.defence.held, rules.defence)
        said = record.defence.outcomes
        yield "陈述答辩", _order(right, said)
        for now, then in zip(right, said, strict=False):
            yield record.name(then.applicant), _of_defence(now, then)
    if record.vote is not None and rules.vote is not None:
        voted = vote_outcomes(record, record.vote.held, rules.vote)
        yield "评委会投票", _order(voted, record.vote.outcomes)
        for new, old in zip(voted, record.vote.outcomes, strict=False):
            yield record.name(old.applicant), _of_vote(new, old)


def _given(
    record: PanelRecord, held: StageHeld, path: Path, verifier: Verifier
) -> Iterator[Number]:
    """What each form gives again, as far as it is there as it was."""
    scheme, _ = kit_of(record.merged.task.applicant(held.task.applicants[0]), verifier)
    for ballot in held.ballots:
        there = found_file(ballot.file, path)
        if there is None:
            continue
        judge = partial(judged_ballot, record, held.task, scheme.award)
        for file in judged_files(there, judge):
            # What changed since is told by its digest.
            if isinstance(file, Finding) or file.digest != ballot.digest:
                continue
            found, _ = file.judged
            if found is None:
                continue
            for applicant, said in found.given.items():
                label = f"{record.name(applicant)}（{ballot.member} 的{held.task.kind.label}）"
                yield label, said, ballot.given.get(applicant)


def _order(
    right: tuple[DefenceOutcome, ...] | tuple[VoteOutcome, ...],
    said: tuple[DefenceOutcome, ...] | tuple[VoteOutcome, ...],
) -> Iterator[Number]:
    orders = ("、".join(one.applicant for one in each) for each in (right, said))
    now, then = orders
    yield "名次的先后", now, then


def _of_defence(now: DefenceOutcome, then: DefenceOutcome) -> Iterator[Number]:
    yield "答辩分", now.score, then.score
    yield "答辩后总分", now.total, then.total
    yield "答辩后名次", now.place, then.place
    yield "进入下一阶段", _yes(now.goes_on), _yes(then.goes_on)


def _of_vote(now: VoteOutcome, then: VoteOutcome) -> Iterator[Number]:
    yield "同意票", now.agree, then.agree
    yield "不同意票", now.against, then.against
    yield "弃权票", now.abstain, then.abstain
    yield "回避", now.barred, then.barred
    yield "计票基数", now.base, then.base
    yield "通过", _yes(now.passed), _yes(then.passed)
    yield "投票后名次", now.place, then.place
    yield "获奖", _yes(now.chosen), _yes(then.chosen)


def _yes(truth: bool) -> str:  # noqa: FBT001 - a word for a truth is all it gives
    return "是" if truth else "否"
