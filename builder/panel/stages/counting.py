"""What a stage came to: the values of the very formulas that its workbook shows, put in order."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

from builder.book.evaluation import Evaluation
from builder.formula.expression import Cell
from builder.model.panel.record import PanelRecord
from builder.model.panel.stage_rules import Defence, Gate, Order, Vote
from builder.model.panel.stages import DefenceOutcome, StageHeld, VoteOutcome
from builder.panel.results.order import places_of
from builder.panel.stages.defence_book import plan_defence
from builder.panel.stages.standing import standing
from builder.panel.stages.vote_book import PASSED, plan_vote

_Outcome = TypeVar("_Outcome", DefenceOutcome, VoteOutcome)


def defence_outcomes(
    record: PanelRecord, held: StageHeld, rule: Defence
) -> tuple[DefenceOutcome, ...]:
    """Each applicant's score and total, group by group from the first place on."""
    plan = plan_defence(record, held, rule, "")
    exact = Evaluation(plan.book, {})
    found = [
        DefenceOutcome(
            applicant=one,
            score=exact.points(plan.scores[one]),
            total=exact.points(plan.totals[one]),
            place=0,
            goes_on=False,
        )
        for one in held.task.applicants
    ]
    outcomes: list[DefenceOutcome] = []
    for own in _groups(record, found):
        own.sort(key=lambda one: (-one.total, one.applicant))
        places = places_of(own, lambda one: one.total)
        for one, place in zip(own, places, strict=True):
            inside = Gate(places=rule.places).lets(place, one.total)
            enough = rule.line is None or one.score >= rule.line
            outcomes.append(replace(one, place=place, goes_on=inside and enough))
    return tuple(outcomes)


def vote_outcomes(record: PanelRecord, held: StageHeld, rule: Vote) -> tuple[VoteOutcome, ...]:
    """Each applicant's votes, group by group: those who passed in their places, then the others."""
    plan = plan_vote(record, held, rule, "")
    exact = Evaluation(plan.book, {})

    def count(cell: Cell) -> int:
        return int(exact.points(cell))

    found = [
        VoteOutcome(
            applicant=one,
            barred=count(cells.barred),
            agree=count(cells.agree),
            against=count(cells.against),
            abstain=count(cells.abstain),
            base=count(cells.base),
            passed=exact.value(cells.passed) == PASSED,
            place=0,
            chosen=False,
        )
        for one, cells in plan.counted.items()
    ]
    key = _vote_key(record, rule)
    outcomes: list[VoteOutcome] = []
    for own in _groups(record, found):
        passed = [one for one in own if one.passed]
        passed.sort(key=lambda one: (key(one), one.applicant))
        gate = Gate(places=winners_of(record, own[0].applicant, rule))
        for one, place in zip(passed, places_of(passed, key), strict=True):
            total = standing(record, one.applicant)
            outcomes.append(replace(one, place=place, chosen=gate.lets(place, total)))
        outcomes += sorted((one for one in own if not one.passed), key=lambda one: one.applicant)
    return tuple(outcomes)


def winners_of(record: PanelRecord, applicant: str, rule: Vote) -> int | None:
    """How many of an applicant's group win: what its category has, else what the vote has."""
    words = record.outcome(applicant).categories
    for category in record.merged.rules.categories:
        if category.category in words and category.winners is not None:
            return category.winners
    return rule.places


def _vote_key(record: PanelRecord, rule: Vote) -> Callable[[VoteOutcome], tuple[Fraction, ...]]:
    def key(one: VoteOutcome) -> tuple[Fraction, ...]:
        total = -Fraction(standing(record, one.applicant))
        share = -Fraction(one.agree, one.base) if one.base else Fraction()
        return (share, total) if rule.order is Order.VOTES else (total,)

    return key


def _groups(record: PanelRecord, found: Iterable[_Outcome]) -> list[list[_Outcome]]:
    by_group: dict[str, list[_Outcome]] = {}
    for one in found:
        by_group.setdefault(record.outcome(one.applicant).group, []).append(one)
    return list(by_group.values())
