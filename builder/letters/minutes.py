"""评审会议纪要 and the panel's signature page: how the result came about, for the files."""

from collections.abc import Iterator

from builder.formula.render import shown_number
from builder.frozen import frozen
from builder.kit.printed_text import holdable
from builder.letters.award_papers import UNNAMED_OFFICE
from builder.model.firm_names import nearest_named
from builder.model.office import Office
from builder.model.panel.record import PanelRecord
from builder.model.panel.stages import StageHeld, VoteOutcome
from builder.model.panel.task import Reviewer
from builder.panel.consensus.guide import rule_words
from builder.panel.stages.standing import group_words, standing, winners
from builder.word.parts import Table

_PEOPLE = ("阶段", "姓名", "角色", "到会情况", "回避")
_RESULTS = ("名次", "申报者", "总分", "同意／基数", "结果")
_REVIEW = "材料评审"
_NOBODY = "无"


@frozen
class MinutesPlan:
    """The minutes: who was there, what was done, by which rules, with which result."""

    award: str
    run: str
    people: Table
    steps: tuple[tuple[str, str], ...]
    rules: tuple[tuple[str, str], ...]
    results: tuple[Table, ...]
    office: str


@frozen
class SignaturePlan:
    """The page that everybody signs: each body with its people, their roles beside them."""

    award: str
    run: str
    bodies: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]
    office: str


def plan_minutes(record: PanelRecord, award: str, office: Office) -> MinutesPlan:
    """The minutes of the whole process, from the record alone."""
    groups = dict.fromkeys(one.group for one in record.outcomes)
    return MinutesPlan(
        award=holdable(award),
        run=record.merged.task.run,
        people=Table(caption="参加人员", header=_PEOPLE, rows=tuple(_people(record))),
        steps=tuple(_steps(record)),
        rules=rule_words(record.merged.rules),
        results=tuple(_results(record, group) for group in groups),
        office=holdable(office.name) or UNNAMED_OFFICE,
    )


def plan_signatures(record: PanelRecord, award: str, office: Office) -> SignaturePlan:
    """The reviewers, and the committee of each stage that was held."""
    reviewers = tuple(
        (str(number), holdable(one.name), holdable(one.role))
        for number, one in enumerate(record.merged.task.reviewers, start=1)
    )
    committees = (
        (
            f"{held.task.kind.label}评委",
            tuple(
                (str(number), holdable(one.name), holdable(one.role))
                for number, one in enumerate(
                    (one for one in held.task.members if one.code not in held.absent), start=1
                )
            ),
        )
        for held in record.stages
    )
    return SignaturePlan(
        award=holdable(award),
        run=record.merged.task.run,
        bodies=(("评审员", reviewers), *committees),
        office=holdable(office.name) or UNNAMED_OFFICE,
    )


def _people(record: PanelRecord) -> Iterator[tuple[str, ...]]:
    task = record.merged.task
    for one in task.reviewers:
        judged = [each.applicant for each in record.merged.opinions if each.reviewer == one.code]
        yield (_REVIEW, one.name, one.role, f"评 {len(judged)} 家", _not_judged(record, one))
    for held in record.stages:
        for one in held.task.members:
            barred = [
                record.name(applicant)
                for applicant in held.task.applicants
                if held.is_barred(one.code, applicant)
            ]
            there = "未到会" if one.code in held.absent else "到会"
            kind = held.task.kind.label
            yield (kind, one.name, one.role, there, "、".join(barred) or _NOBODY)


def _not_judged(record: PanelRecord, reviewer: Reviewer) -> str:
    """Whom a reviewer had to avoid, and apart from these who was given to others.

    The record of a blind panel whose key was not at hand cannot say why.
    """
    task, names = record.merged.task, [name for _, name in record.merged.task.names]
    seated = {each.applicant for each in task.seats if each.reviewer == reviewer.code}
    others = [name for code, name in task.names if code not in seated]
    met = {
        name for word in (*reviewer.avoids, *reviewer.units) for name in nearest_named(word, names)
    }
    barred = "、".join(name for name in others if name in met)
    given = "、".join(name for name in others if name not in met)
    called = "没有分派或回避" if reviewer.hides_conflicts else "没有分派"
    return "；".join(filter(None, (barred, given and f"{called}：{given}"))) or _NOBODY


def _steps(record: PanelRecord) -> Iterator[tuple[str, str]]:
    merged = record.merged
    left = "、".join(merged.left_out) or _NOBODY
    told = (
        f"{len(merged.task.reviewers)} 位评审员评审 {len(merged.task.applicants)} 个申报者，"
        f"采用评审表 {len(merged.opinions)} 份，不计入的：{left}；合议表均由组长签字。"
    )
    yield (_REVIEW, told)
    if merged.rules.site is not None:
        visited = sum(bool(one.site) for one in record.outcomes)
        yield ("现场评审", f"现场评审 {visited} 个申报者，现场评审分写在合议表里。")
    if record.defence is not None:
        held, inside = record.defence.held, sum(one.goes_on for one in record.defence.outcomes)
        heard = f"{len(held.task.applicants)} 个申报者答辩，{inside} 个进入下一阶段。"
        yield (held.task.kind.label, f"{_attendance(held)}{heard}")
    if record.vote is not None:
        held, passed = record.vote.held, sum(one.passed for one in record.vote.outcomes)
        won = f"{passed} 个通过，{len(winners(record))} 个获奖。"
        asked = f"对 {len(held.task.applicants)} 个申报者逐一表决，{won}"
        yield (held.task.kind.label, f"{_attendance(held)}{asked}")


def _attendance(held: StageHeld) -> str:
    return f"应到评委 {len(held.task.members)} 位，实到 {len(held.ballots)} 位；"


def _results(record: PanelRecord, group: str) -> Table:
    own = [one.applicant for one in record.outcomes if one.group == group]
    places = _places(record)
    own.sort(key=lambda one: (places.get(one, 0) == 0, places.get(one, 0), one))
    name = group_words(record, own[0])
    rows = (
        (
            str(places[one]) if places.get(one) else "—",
            holdable(record.name(one)),
            shown_number(standing(record, one)),
            _votes(record, one),
            _end(record, one),
        )
        for one in own
    )
    return Table(caption=holdable(name), header=_RESULTS, rows=tuple(rows))


def _places(record: PanelRecord) -> dict[str, int]:
    """The place in the last stage that an applicant was in."""
    places = {one.applicant: one.place for one in record.outcomes}
    if record.defence is not None:
        places |= {one.applicant: one.place for one in record.defence.outcomes}
    if record.vote is not None:
        voted = {one.applicant: one.place for one in record.vote.outcomes}
        # Beside those that were voted on the places of others say nothing.
        places = dict.fromkeys(places, 0) | voted
    return places


def _votes(record: PanelRecord, applicant: str) -> str:
    found = _vote(record, applicant)
    if found is None:
        return "—"
    return f"{found.agree}／{found.base}"


def _vote(record: PanelRecord, applicant: str) -> VoteOutcome | None:
    outcomes = () if record.vote is None else record.vote.outcomes
    return next((one for one in outcomes if one.applicant == applicant), None)


def _end(record: PanelRecord, applicant: str) -> str:
    """How it ended for an applicant: it won, or the stage beyond which it did not go."""
    if applicant in winners(record):
        return "获奖"
    vote = _vote(record, applicant)
    if vote is not None:
        return "通过，名额已满" if vote.passed else "投票未通过"
    if record.defence is not None and applicant in record.defence.held.task.applicants:
        return "答辩后未入围"
    return "未入围现场" if record.outcome(applicant).out else "评审后未入围"
