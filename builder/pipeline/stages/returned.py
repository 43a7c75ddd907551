"""The forms of a committee that came back, each held against the one that was handed out."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address
from builder.formula.render import plain_number
from builder.frozen import frozen
from builder.kit.kit_plan import ScoredPlan
from builder.model.days import made_a_day
from builder.model.nearest import did_you_mean
from builder.model.panel.record import PanelRecord
from builder.model.panel.returned import PanelWorkbook
from builder.model.panel.stages import BARRED, VOTES, Ballot, StageHeld, StageKind, StageTask
from builder.model.panel.task import Reviewer
from builder.panel.stages.ballot_book import (
    PLACES,
    SIGNED,
    SIGNED_ON,
    answer_name,
    barred_name,
    plan_ballot,
)
from builder.pipeline.panel.panel_files import JudgedFile, handed_in_twice, judged_files, not_ours
from builder.verify.held import Held, hold
from builder.verify.judged import judge_panel_workbook
from builder.verify.panel.altered import alterations
from builder.verify.panel.signature import of_another, signature
from builder.verify.pristine import Pristine
from builder.verify.quoting import shown

# What one file came to: the ballot, if it may be used, and what is amiss with it.
Read = tuple[Ballot | None, tuple[Finding, ...]]
# What is said of a folder in which nothing lies.
_EMPTY = "QA218"


@frozen
class Returned:
    """The stage as it was held, ``None`` where it cannot stand, and everything that is amiss."""

    held: StageHeld | None
    findings: tuple[Finding, ...]


def read_ballots(
    folder: Path, record: PanelRecord, task: StageTask, absent: tuple[str, ...], award: str
) -> Returned:
    """Every form that came back; ``absent`` are the members who were not there."""
    known = {one.code: one for one in task.members}
    findings = [
        Finding.at("QA1160", folder, actual=code, hint=did_you_mean(code, known))
        for code in absent
        if code not in known
    ]
    judge = partial(judged_ballot, record, task, award)
    files, strange = _files(folder, task, judge)
    findings += strange
    ballots: list[Ballot] = []
    for code, member in known.items():
        file = files.get(code)
        if file is None:
            if code not in absent:
                findings.append(_about("QA1155", folder, task, member))
            continue
        ballot, amiss = file.judged
        if code in absent:
            # One who is said to be absent and gave something was there, or somebody else was.
            findings += () if ballot is None and not amiss else (_absent_gave(file, task, member),)
            continue
        findings += amiss
        if ballot is not None:
            ballots.append(ballot)
        elif not amiss:
            findings.append(_about("QA1155", folder, task, member))
    if findings:
        return Returned(held=None, findings=tuple(findings))
    held = StageHeld(task=task, ballots=tuple(ballots), absent=tuple(dict.fromkeys(absent)))
    return Returned(held=held, findings=())


def _absent_gave(file: JudgedFile[Read], task: StageTask, member: Reviewer) -> Finding:
    return _about("QA1161", Path(file.name), task, member)


def _about(code: str, path: Path | str, task: StageTask, member: Reviewer, **more: str) -> Finding:
    """A finding about one member's form."""
    return Finding.at(
        code,
        path,
        seat=member.code,
        member=member.name,
        stage=task.kind.label,
        **more,
    )


def _files(
    folder: Path, task: StageTask, judge: partial[Read]
) -> tuple[dict[str, JudgedFile[Read]], list[Finding]]:
    """The forms of this stage by member."""
    found: dict[str, JudgedFile[Read]] = {}
    findings: list[Finding] = []
    for file in judged_files(folder, judge):
        if isinstance(file, Finding):
            findings += () if file.code == _EMPTY else (file,)
            continue
        kind, _, rest = file.task.partition("/")
        run, _, member = rest.rpartition("/")
        if kind != "ballot" or run != task.run:
            findings.append(not_ours(file, task.run, f"{task.kind.label}的表"))
        elif member in found:
            findings.append(handed_in_twice(found[member].name, file.name, {"seat": member}))
        else:
            found[member] = file
    return found, findings


def judged_ballot(record: PanelRecord, task: StageTask, award: str, file: PanelWorkbook) -> Read:
    """The ballot in one workbook, if it may be used, and what is amiss with it."""
    code = file.task.rpartition("/")[2]
    member = next((one for one in task.members if one.code == code), None)
    if member is None or file.task != f"ballot/{task.run}/{code}":
        return None, ()
    plan = plan_ballot(record, task, member, award)
    held = hold(Pristine(plan), file.workbook, file.name)
    if not held.filled:
        # As it was handed out.
        return None, ()
    altered = alterations(judge_panel_workbook(held))
    if altered:
        said = altered[0].message
        return None, (_about("QA1159", file.name, task, member, actual=said),)
    barred = {whom for who, whom in task.barred if who == code}
    asked = [one for one in task.applicants if one not in barred]
    given = {one: _given(held, task.kind, one) for one in asked}
    amiss = [*_amiss(held, record, task, member, given)]
    signed = signature(held, SIGNED)
    if not signed:
        amiss.append(_about("QA1158", file.name, task, member))
    amiss += of_another(signed, member, task.members, file.name, code)
    if amiss:
        return None, tuple(amiss)
    cells = {item.name: item.cell for item in plan.inputs}
    return Ballot(
        member=code,
        file=file.name,
        digest=file.digest,
        signed=signed,
        signed_on=held.typed(SIGNED_ON),
        given=given,
        cells={
            one: f"{cell.sheet}!{cell_address(cell.row, cell.column)}"
            for one in asked
            for cell in (cells[answer_name(one)],)
        },
    ), ()


def _given(held: Held[ScoredPlan], kind: StageKind, applicant: str) -> str:
    """What a member gave: a score, a vote, or that he must not; empty where it is nothing usable.

    Both a score and the word that one must not give any are nothing that can be used.
    """
    cells = {item.name: item for item in held.plan.inputs}
    item = cells[answer_name(applicant)]
    value = held.value(item.cell)
    if kind is StageKind.VOTE:
        return value if isinstance(value, str) and value in VOTES else ""
    own = held.value(cells[barred_name(applicant)].cell)
    if own is not None:
        return BARRED if own == BARRED and value is None else ""
    most = item.allowed.high
    if not isinstance(value, Decimal) or most is None:
        return ""
    fits = 0 <= value <= most and value == round(value, PLACES)
    return plain_number(value) if fits else ""


def _amiss(
    held: Held[ScoredPlan],
    record: PanelRecord,
    task: StageTask,
    member: Reviewer,
    given: dict[str, str],
) -> Iterator[Finding]:
    """A finding for what is not filled in, and one for each answer that cannot be used."""
    cells = {item.name: item.cell for item in held.plan.inputs}
    empty = [
        one
        for one, said in given.items()
        if not said and answer_name(one) not in held.filled and barred_name(one) not in held.filled
    ]
    if empty:
        first = record.name(empty[0])
        details = {"actual": str(len(empty)), "applicant": first}
        yield _about("QA1156", held.path, task, member, **details)
    for one, said in given.items():
        if said or one in empty:
            continue
        cell = cells[answer_name(one)]
        typed = held.filled.get(answer_name(one)) or held.filled.get(barred_name(one))
        day = "" if typed is None else made_a_day(typed.value)
        place = held.place(cell)
        yield Finding(
            code="QA1157",
            place=Place(path=place.path, sheet=place.sheet, cell=place.cell),
            actual="" if typed is None else shown(typed.value) + f"（成了日期 {day}）" * bool(day),
            details={
                "seat": member.code,
                "member": member.name,
                "stage": task.kind.label,
                "applicant": record.name(one),
            },
        )
