"""The stages after the ranking, by the same functions as the command stage; and folders frozen."""

from collections.abc import Mapping
from typing import Any

from builder.desk.after_ranking import ARCHIVES, FROZEN, AfterRanking
from builder.desk.keeping import put_aside, stamp
from builder.desk.places import list_file
from builder.desk.told import Tell, Told
from builder.desk.works.kinds import MEMBERS
from builder.desk.works.reviewing import phrase_of, verifier_of
from builder.model.panel.stages import StageKind
from builder.pipeline.panel.archiving import freeze
from builder.pipeline.stages.ending import EndOrder, end
from builder.pipeline.stages.issuing import IssueOrder, issue
from builder.pipeline.stages.papers import PaperOrder, write_papers
from builder.pipeline.templates import shipped_templates
from builder.pipeline.year.folder import Year


def issue_stage(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """Write a form for each member; what was issued of a former ranking goes to 回收站."""
    kind = StageKind(given["stage"])
    tell(Told(said=f"正在写{kind.label}的表"))
    after = _after(year, given)
    if after.any_task(kind) is not None and after.issued_task(kind) is None:
        failure = put_aside(year, after.forms_folder(kind))
        if failure is not None:
            tell(Told(findings=(failure,)))
            return
    order = IssueOrder(
        kind=kind,
        folder=after.source_of(kind),
        members=list_file(year, MEMBERS),
        target=after.forms_folder(kind),
        template=shipped_templates().workbook,
        phrase=after.phrase,
    )
    tell(Told.of(issue(order, verifier_of(year))))


def end_stage(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """Count what the members gave."""
    kind = StageKind(given["stage"])
    tell(Told(said=f"正在看收回的{kind.label}表"))
    after = _after(year, given)
    order = EndOrder(
        kind=kind,
        folder=after.source_of(kind),
        returned=after.forms_folder(kind),
        absent=tuple(str(one) for one in given.get("absent", ())),
        target=after.held_folder(kind),
        template=shipped_templates().workbook,
        phrase=after.phrase,
    )
    tell(Told.of(end(order, verifier_of(year))))


def write_all_papers(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """Write the papers of what the last stage came to."""
    after = _after(year, given)
    tell(Told(said="正在写公示名单、结果通知书、会议纪要和签名页"))
    order = PaperOrder(
        folder=after.latest_results,
        target=after.papers_folder,
        templates=shipped_templates(),
        phrase=after.phrase,
    )
    tell(Told.of(write_papers(order, verifier_of(year))))


def archive(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """Freeze one of the folders under its name and the time."""
    room = next((one for one in FROZEN if one.value == given.get("room")), None)
    if room is None:
        return
    tell(Told(said=f"正在封存“{room.value}”"))
    target = year.root / ARCHIVES / f"{room.value}-{stamp()}.zip"
    failure = freeze(year.place(room), target)
    done = f"已封存到 {year.key(target)}"
    tell(Told(said=done) if failure is None else Told(said="没有封存", findings=(failure,)))


def _after(year: Year, given: Mapping[str, Any]) -> AfterRanking:
    return AfterRanking(year=year, phrase=phrase_of(given))
