"""All review files of a folder, each held against its seat; what is amiss is named seat by seat."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import partial
from pathlib import Path

from builder.findings.finding import Finding, has_errors
from builder.frozen import frozen
from builder.model.firm_names import Likeness, likeness, plain
from builder.model.nearest import did_you_mean
from builder.model.panel.record import Merged
from builder.model.panel.returned import PanelWorkbook
from builder.model.panel.task import Opinion, PanelTask, Seat
from builder.pipeline.panel.panel_files import (
    JudgedFile,
    handed_in_twice,
    judged_files,
    not_ours,
)
from builder.pipeline.panel.planning import UnknownKitError, review_plan, seat_task
from builder.pipeline.verify import Verifier
from builder.verify.held import hold
from builder.verify.judged import judge_panel_workbook
from builder.verify.panel.answered import told_off_scale, unlisted
from builder.verify.panel.opinion import read_opinion
from builder.verify.panel.signature import of_another
from builder.verify.pristine import Pristine


@frozen
class Opinions:
    """The opinions that may be used, seats left out by explicit choice, and what is amiss.

    ``digests`` are those of all files of this round that are there, by the name of the seat.
    """

    opinions: tuple[Opinion, ...]
    left_out: tuple[str, ...]
    findings: tuple[Finding, ...]
    digests: Mapping[str, str] = field(default_factory=dict)

    def of(self, applicant: str) -> tuple[Opinion, ...]:
        """The opinions about one applicant, in the order of the reviewers."""
        return tuple(one for one in self.opinions if one.applicant == applicant)


# An opinion, if it may be used, and what is amiss with it.
_Read = tuple[Opinion | None, tuple[Finding, ...]]


def read_opinions(
    folder: Path, task: PanelTask, without: tuple[str, ...], verifier: Verifier
) -> Opinions:
    """Every opinion that came back into the folder; ``without`` are the seats to be left out."""
    known = {seat.name for seat in task.seats}
    findings = [
        Finding.at("QA949", folder, actual=name, hint=did_you_mean(name, known))
        for name in without
        if name not in known
    ]
    wanted = {seat_task(task, seat): seat for seat in task.seats if seat.name not in without}
    ours = {seat_task(task, seat) for seat in task.seats}
    judged, strange, digests = _judged(folder, task, wanted, ours, verifier)
    findings += strange
    opinions: list[Opinion] = []
    left_out = [name for name in without if name in known]
    for place, seat in wanted.items():
        found = judged.get(place)
        if found is None:
            findings.append(Finding.at("QA942", folder, **_details(task, seat)))
            continue
        opinion, amiss = found.judged
        findings += amiss
        if opinion is not None:
            opinions.append(opinion)
        elif not has_errors(amiss):
            left_out.append(seat.name)
    if not has_errors(findings):
        findings += _unjudged(folder, task, opinions)
    return Opinions(
        opinions=tuple(opinions),
        left_out=tuple(left_out),
        findings=tuple(findings),
        digests=digests,
    )


def changed_since(folder: Path, merged: Merged) -> Iterator[Finding]:
    """A finding for each review that came, went or was changed since the reviews were joined."""
    task, before, now = merged.task, dict(merged.digests), dict[str, str]()
    seats = {seat_task(task, seat): seat for seat in task.seats}
    for file in judged_files(folder, _nothing):
        if not isinstance(file, Finding) and file.task in seats:
            now[seats[file.task].name] = file.digest
    for seat in task.seats:
        was, there = before.get(seat.name), now.get(seat.name)
        if was != there:
            how = "合议以后才收到" if not was else "合议以后改过" if there else "现在不见了"
            yield Finding.at("QA981", folder, actual=how, **_details(task, seat))


def _nothing(_: PanelWorkbook) -> None:
    return None


def _unjudged(folder: Path, task: PanelTask, opinions: list[Opinion]) -> Iterator[Finding]:
    """Applicants of which nobody's opinion may be used."""
    known = {one.applicant for one in opinions}
    for code, called in task.names:
        if code not in known:
            yield Finding.at("QA950", folder, applicant=called)


def _judged(
    folder: Path,
    task: PanelTask,
    wanted: Mapping[str, Seat],
    ours: set[str],
    verifier: Verifier,
) -> tuple[dict[str, JudgedFile[_Read]], list[Finding], dict[str, str]]:
    """What came of every file that is wanted, what is amiss with the folder, and all digests."""
    found: dict[str, JudgedFile[_Read]] = {}
    digests: dict[str, str] = {}
    findings: list[Finding] = []
    for file in judged_files(folder, partial(_read, task, wanted, verifier)):
        if isinstance(file, Finding):
            findings.append(file)
            continue
        if file.task in ours:
            digests[file.task.rpartition("/")[2]] = file.digest
        if file.task in found:
            details = _details(task, wanted[file.task])
            findings.append(handed_in_twice(found[file.task].name, file.name, details))
        elif file.task in wanted:
            found[file.task] = file
        elif file.task not in ours and not file.task.startswith(f"consensus/{task.run}/"):
            findings.append(not_ours(file, task.run, "评审表", blind=task.blind))
    return found, findings, digests


def _read(
    task: PanelTask, wanted: Mapping[str, Seat], verifier: Verifier, file: PanelWorkbook
) -> _Read:
    seat = wanted.get(file.task)
    if seat is None:
        return None, ()
    at = partial(Finding.at, **_details(task, seat))
    try:
        pristine = Pristine(review_plan(task, seat, verifier))
    except UnknownKitError as error:
        return None, (error.finding(file.name, task.name(seat.applicant)),)
    if pristine.plan.identity.joined != file.joined:
        return None, (at("QA944", file.name, actual="文件标识不符。"),)
    held = hold(pristine, file.workbook, file.name)
    read = read_opinion(held, judge_panel_workbook(held), seat, file.digest)
    if read.altered:
        return None, (at("QA944", file.name, actual=read.altered[0]),)
    if read.recused:
        return None, (at("QA947", file.name),)
    if not read.touched:
        # A file that lies where it was handed out is not one that came back.
        return None, (at("QA942", file.name),)
    amiss = [] if read.signature else [at("QA948", file.name)]
    own = task.reviewer(seat.reviewer)
    amiss += of_another(read.signature, own, task.reviewers, file.name, seat.name)
    details = _details(task, seat)
    amiss += [told_off_scale("QA985", one, file.name, details) for one in read.unusable]
    amiss += unlisted(held, "QA985", file.name, details)
    if read.unfinished:
        count = str(len(read.unfinished))
        amiss.append(at("QA943", file.name, actual=count, label=read.unfinished[0]))
    if amiss:
        return None, tuple(amiss)
    return read.opinion, tuple(_about_others(read.opinion, task, seat, file.name))


def _about_others(opinion: Opinion, task: PanelTask, seat: Seat, name: str) -> Iterator[Finding]:
    """A hint about the first words that name another applicant: they may be meant for that one."""
    kinds = (opinion.strengths, opinion.improvements, opinion.questions)
    words = [text for kind in kinds for text in kind.values()]
    own = task.name(seat.applicant)
    others = [one for _, one in task.names if likeness(one, own) is Likeness.NONE]
    for text in filter(None, (*words, opinion.overall)):
        for other in others:
            if plain(other) in plain(text):
                yield Finding.at("QA1107", name, actual=other, **_details(task, seat))
                return


def _details(task: PanelTask, seat: Seat) -> dict[str, str]:
    return {
        "seat": seat.name,
        "reviewer": task.reviewer(seat.reviewer).name,
        "applicant": task.name(seat.applicant),
    }
