"""The panel step by step, by the same functions as the commands assign, review and panel."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from builder.desk.places import list_file
from builder.desk.told import Tell, Told
from builder.desk.works.kinds import ASSIGNMENT, CATEGORIES, HIDDEN, REVIEWERS, RULES
from builder.findings.finding import Finding
from builder.ledger.rows import State, Wanted
from builder.load.panel_rules import given_rules
from builder.model.panel.rules import OwnScores, PanelRules
from builder.model.panel.task import PanelTask
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.panel.amending import amend_reviews
from builder.pipeline.panel.assigning import AssignOrder, assign
from builder.pipeline.panel.final import FinalOrder, finish
from builder.pipeline.panel.merging import MergeOrder, merge, read_merged
from builder.pipeline.panel.progress import look_at, write_progress
from builder.pipeline.panel.record_files import TASK_FILE, read_record
from builder.pipeline.panel.reviewing import ReviewOrder, write_reviews
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from builder.pipeline.year.folder import Room, Year

_MOST_FILES = 100_000
_READ = (State.CLEAN, State.FINDINGS)


def verifier_of(year: Year) -> Verifier:
    """A verifier that knows the schemes of the year."""
    return Verifier(own_schemes((), (year.place(Room.SCHEMES),))[0])


def phrase_of(given: Mapping[str, Any]) -> str:
    """The phrase of the office, empty where it gave none."""
    return str(given.get("phrase", ""))


def rules_of(year: Year) -> PanelRules | tuple[Finding, ...]:
    """The rules of the panel; the usual ones where the office gave none."""
    return given_rules(_given_list(year, RULES))


def assign_reviews(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """Propose who reviews whom."""
    tell(Told(said="正在分工"))
    rules = _ruled(year, tell)
    if rules is None:
        return
    order = AssignOrder(
        files=_materials(year),
        reviewers=list_file(year, REVIEWERS),
        rules=rules,
        target=list_file(year, ASSIGNMENT),
        template=shipped_templates().workbook,
        least=int(given.get("least") or 0),
        most=int(given.get("most") or 0),
    )
    tell(Told.of(assign(order, verifier_of(year))))


def hand_out_reviews(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """Write the workbooks of all reviewers."""
    tell(Told(said="正在生成评审表"))
    rules = _ruled(year, tell)
    if rules is None:
        return
    made = write_reviews(_order(year, given, rules, _materials(year)), verifier_of(year))
    # Who sat in a former round is nobody's progress any more.
    seats: dict[str, list[str]] | None = None if made.task is None else {"seats": []}
    tell(Told(findings=made.findings, said=f"写入 {made.written} 份评审表", outcome=seats))


def amend(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """Write and take back what a new list or table asks for, and no other workbook."""
    tell(Told(said="正在补派"))
    rules = _ruled(year, tell)
    if rules is None:
        return
    made = amend_reviews(_order(year, given, rules, ()), verifier_of(year))
    done = "什么也没有改" if made.task is None else f"补写 {made.written} 份评审表"
    tell(Told(findings=made.findings, said=done))


def _order(
    year: Year, given: Mapping[str, Any], rules: PanelRules, files: tuple[Path, ...]
) -> ReviewOrder:
    blind = bool(given.get("blind"))
    return ReviewOrder(
        files=files,
        reviewers=list_file(year, REVIEWERS),
        folder=year.place(Room.REVIEWS),
        blind=blind,
        template=shipped_templates().workbook,
        round=str(given.get("round", "")),
        least=max(1, rules.least),
        phrase=phrase_of(given),
        assignment=_given_list(year, ASSIGNMENT),
        hide=_given_list(year, HIDDEN) if blind else None,
        shows_own=rules.own_scores is OwnScores.SHOWN,
    )


def look(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """See how far the round has come, and write whom to remind of what."""
    tell(Told(said="正在看收回的评审表"))
    task = _task(year, given)
    if isinstance(task, Finding):
        tell(Told(findings=(task,)))
        return
    looked = look_at(year.place(Room.REVIEWS), task, verifier_of(year))
    names, people = dict(looked.progress.applicants), dict(looked.progress.reviewers)
    seats = [
        {
            "reviewer": people[seat.reviewer],
            "applicant": names[seat.applicant],
            "name": f"{seat.reviewer}-{seat.applicant}",
            "states": list(seat.states),
            "told": list(seat.told),
            "done": seat.is_done,
        }
        for seat in looked.progress.seats
    ]
    folder = year.place(Room.CHECKS) / "评审进度"
    written = write_progress(folder, looked.progress, shipped_templates().workbook)
    done = sum(seat.is_done for seat in looked.progress.seats)
    said = f"收回 {done} / {len(seats)} 份"
    findings = (*looked.findings, *written.findings)
    tell(Told(findings=findings, said=said, outcome={"seats": seats}))


def join_reviews(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """Write the workbooks in which the panel agrees."""
    tell(Told(said="正在汇总评审表"))
    task = _task(year, given)
    if isinstance(task, Finding):
        tell(Told(findings=(task,)))
        return
    rules = _ruled(year, tell)
    if rules is None:
        return
    source = _given_list(year, RULES)
    order = MergeOrder(
        folder=year.place(Room.REVIEWS),
        rules=rules,
        without=tuple(str(one) for one in given.get("without", ())),
        target=year.place(Room.CONSENSUS),
        templates=shipped_templates(),
        source="" if source is None else str(source),
        phrase=phrase_of(given),
    )
    tell(Told.of(merge(order, task, verifier_of(year))))


def rank(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """Write ranking, record and feedback."""
    tell(Told(said="正在排名"))
    phrase = phrase_of(given)
    merged = read_merged(year.place(Room.CONSENSUS), phrase)
    if isinstance(merged, Finding):
        tell(Told(findings=(merged,)))
        return
    order = FinalOrder(
        folder=year.place(Room.REVIEWS),
        returned=year.place(Room.CONSENSUS),
        target=year.place(Room.RESULTS),
        templates=shipped_templates(),
        phrase=phrase,
        categories=_given_list(year, CATEGORIES),
        material=bool(given.get("material")),
    )
    tell(Told.of(finish(order, merged, verifier_of(year))))


def _task(year: Year, given: Mapping[str, Any]) -> PanelTask | Finding:
    path = year.place(Room.REVIEWS) / TASK_FILE
    return read_record(path, PanelTask, "QA939", phrase_of(given))


def _materials(year: Year) -> tuple[Path, ...]:
    """The files in which the last materials of every applicant came."""
    wanted = Wanted(materials=True, limit=_MOST_FILES)
    rows = [one for one in year.ledger.find(wanted).rows if one.state in _READ]
    return tuple(dict.fromkeys(year.path(one.file) for one in rows))


def _given_list(year: Year, name: str) -> Path | None:
    """One of the office's lists, ``None`` where it gave none."""
    path = list_file(year, name)
    return path if path.is_file() else None


def _ruled(year: Year, tell: Tell) -> PanelRules | None:
    """The rules of the panel, ``None`` once it is told what is wrong with them."""
    rules = rules_of(year)
    if isinstance(rules, tuple):
        tell(Told(findings=rules))
        return None
    return rules
