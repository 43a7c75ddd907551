"""``builder panel --status``: how far a round has come, and who is to be reminded of what."""

from collections.abc import Iterator
from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.panel import progress as words
from builder.model.panel.progress import Progress, SeatProgress
from builder.model.panel.task import PanelTask
from builder.panel.progress_book import plan_progress, reminders
from builder.pipeline.files import WrittenFiles
from builder.pipeline.own_outputs import write_unless_kept
from builder.pipeline.panel.opinions import read_opinions
from builder.pipeline.panel.record_files import PROGRESS_FILE
from builder.pipeline.verify import Verifier
from builder.write.xlsx.workbook import read_look, workbook_bytes

# What each finding about a seat says of it.
_STATES = {
    "QA942": words.MISSING,
    "QA943": words.UNFINISHED,
    "QA944": words.CHANGED,
    "QA945": words.TWICE,
    "QA947": words.RECUSED,
    "QA948": words.UNSIGNED,
    "QA960": words.OTHER_ROUND,
    "QA985": words.UNUSABLE,
    "QA1089": words.OTHER_ROUND,
}
# What is told by its word alone.
_PLAIN = ("QA942", "QA947", "QA948")


@frozen
class Looked:
    """How far a round has come, and what is amiss with the folder besides."""

    progress: Progress
    findings: tuple[Finding, ...]


def look_at(folder: Path, task: PanelTask, verifier: Verifier) -> Looked:
    """The progress of a round, from the files in its folder."""
    read = read_opinions(folder, task, (), verifier)
    by_seat: dict[str, list[Finding]] = {seat.name: [] for seat in task.seats}
    others: list[Finding] = []
    for finding in read.findings:
        seat = finding.details.get("seat", "")
        known = finding.code in _STATES and seat in by_seat
        (by_seat[seat] if known else others).append(finding)
    seats = tuple(
        SeatProgress(
            reviewer=seat.reviewer,
            applicant=seat.applicant,
            states=tuple(dict.fromkeys(_STATES[one.code] for one in by_seat[seat.name]))
            or (words.RETURNED,),
            told=tuple(one.message for one in by_seat[seat.name] if one.code not in _PLAIN),
        )
        for seat in task.seats
    )
    people = tuple((one.code, one.name) for one in task.reviewers)
    progress = Progress(run=task.run, reviewers=people, applicants=task.names, seats=seats)
    # That nobody's opinion may be used yet is no news while reviews are still out.
    return Looked(progress=progress, findings=tuple(one for one in others if one.code != "QA950"))


def progress_lines(progress: Progress) -> Iterator[str]:
    """The progress as a terminal shows it: a line a reviewer, and one for each seat still open."""
    done = sum(seat.is_done for seat in progress.seats)
    yield f"评审编号 {progress.run}：{len(progress.seats)} 份评审表，已收回 {done} 份"
    names = dict(progress.applicants)
    for code, name in progress.reviewers:
        own = progress.of(code)
        yield f"{code} {name}　{sum(seat.is_done for seat in own)}/{len(own)}"
        for seat in own:
            if not seat.is_done or seat.states != (words.RETURNED,):
                states = "、".join(seat.states)
                yield f"  {code}-{seat.applicant} {names[seat.applicant]}　{states}"
                yield from (f"    {told}" for told in seat.told)


def write_progress(folder: Path, progress: Progress, template: Path) -> WrittenFiles:
    """Write the workbook, and a reminder for each reviewer of whom something is asked."""
    look = read_look(template)
    if isinstance(look, Finding):
        return WrittenFiles(findings=(look,))
    contents = {PROGRESS_FILE: workbook_bytes(plan_progress(progress), look, {})}
    for code, text in reminders(progress):
        contents[f"催交-{code}.txt"] = f"{text}\n".encode()
    return write_unless_kept(folder, contents)
