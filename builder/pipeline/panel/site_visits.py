"""The examiners' files about applicants' sites: handed out beside the consensus, and read back."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from builder.book.naming import indicator_name
from builder.findings.finding import Finding
from builder.formula.address import cell_address
from builder.frozen import frozen
from builder.kit.kit_plan import ScoredPlan
from builder.model.panel.returned import PanelWorkbook
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import PanelTask, Seat, SiteVisit
from builder.panel.input_names import SIGNED, SIGNED_ON
from builder.panel.site_book import CONCLUSION, FACTS
from builder.pipeline.panel.panel_files import (
    JudgedFile,
    handed_in_twice,
    judged_files,
    not_ours,
)
from builder.pipeline.panel.planning import UnknownKitError, site_plan, site_task
from builder.pipeline.verify import Verifier
from builder.verify.held import Held, hold
from builder.verify.judged import judge_panel_workbook
from builder.verify.panel.altered import alterations
from builder.verify.panel.answered import open_answers, told_off_scale, unlisted
from builder.verify.panel.signature import of_another, signature
from builder.verify.pristine import Pristine
from builder.write.xlsx.look import Look
from builder.write.xlsx.workbook import workbook_bytes

# Where the files for the site lie in the folder of the consensus.
SITE_FOLDER = "现场评审"
_EMPTY = "QA218"
_Read = tuple[SiteVisit | None, tuple[Finding, ...]]


@frozen
class Visits:
    """What was found on the sites, the digests of all files that are there, and what is amiss."""

    visits: tuple[SiteVisit, ...] = ()
    digests: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()


def site_files(
    folder: Path, task: PanelTask, rules: PanelRules, verifier: Verifier, look: Look
) -> Iterator[tuple[Seat, str, bytes]]:
    """A file for every seat that has none yet, where the rules weigh what is found on the site."""
    for seat in task.seats if rules.site is not None else ():
        name = f"{SITE_FOLDER}/{seat.reviewer}/{seat.name}-现场评审表.xlsx"
        if not (folder / name).exists():
            yield seat, name, workbook_bytes(site_plan(task, seat, verifier), look, {})


def read_visits(folder: Path, task: PanelTask, rules: PanelRules, verifier: Verifier) -> Visits:
    """What came back; files as they were handed out are not back."""
    if rules.site is None or not (folder / SITE_FOLDER).is_dir():
        return Visits()
    seats = {site_task(task, seat): seat for seat in task.seats}
    found: dict[str, tuple[str, str, SiteVisit | None]] = {}
    findings: list[Finding] = []
    for file in judged_files(folder / SITE_FOLDER, partial(_read, task, seats, verifier)):
        if isinstance(file, Finding):
            findings += () if file.code == _EMPTY else (file,)
        elif file.task not in seats:
            findings.append(_strange(file, task.run))
        elif file.task in found:
            details = {"seat": seats[file.task].name}
            findings.append(handed_in_twice(found[file.task][0], file.name, details))
        else:
            visit, amiss = file.judged
            findings += amiss
            found[file.task] = (file.name, file.digest, visit)
    known = [(seat, found[place]) for place, seat in seats.items() if place in found]
    return Visits(
        visits=tuple(visit for _, (_, _, visit) in known if visit is not None),
        digests=tuple((seat.name, digest) for seat, (_, digest, _) in known),
        findings=tuple(findings),
    )


def _strange(file: JudgedFile[_Read], run: str) -> Finding:
    """Why a file is none of these: one of another round is told by its round."""
    kind, _, rest = file.task.partition("/")
    if kind == "site" and not rest.startswith(f"{run}/"):
        return not_ours(file, run, "现场评审表")
    return Finding.at("QA1113", file.name, actual=file.task or "没有标识")


def _read(
    task: PanelTask, seats: dict[str, Seat], verifier: Verifier, file: PanelWorkbook
) -> _Read:
    seat = seats.get(file.task)
    if seat is None:
        return None, ()
    called = {"seat": seat.name, "applicant": task.name(seat.applicant)}
    try:
        plan = site_plan(task, seat, verifier)
    except UnknownKitError as error:
        return None, (error.finding(file.name, called["applicant"]),)
    at = partial(Finding.at, **called)
    if plan.identity.joined != file.joined:
        return None, (at("QA1112", file.name, actual="文件标识不符。"),)
    held = hold(Pristine(plan), file.workbook, file.name)
    verdict = judge_panel_workbook(held)
    altered = alterations(verdict)
    if altered:
        return None, (at("QA1112", file.name, actual=altered[0].message),)
    if not held.filled:
        return None, ()
    open_ = open_answers(verdict)
    amiss = [told_off_scale("QA1118", one, file.name, called) for one in open_.unusable]
    amiss += unlisted(held, "QA1118", file.name, called)
    if open_.unfinished:
        count, label = str(len(open_.unfinished)), open_.unfinished[0]
        amiss.append(at("QA1114", file.name, actual=count, label=label))
    signed = signature(held, SIGNED)
    if not (signed and held.typed(SIGNED_ON)):
        amiss.append(at("QA1115", file.name))
    own = task.reviewer(seat.reviewer)
    amiss += of_another(signed, own, task.reviewers, file.name, seat.name)
    return (None if amiss else _visit(held, seat, file.digest)), tuple(amiss)


def _visit(held: Held[ScoredPlan], seat: Seat, digest: str) -> SiteVisit:
    leaves = held.plan.leaves

    def said(kind: str) -> dict[str, str]:
        words = ((leaf.code, held.typed(indicator_name(kind, leaf.code))) for leaf in leaves)
        return {code: text for code, text in words if text}

    return SiteVisit(
        examiner=seat.reviewer,
        applicant=seat.applicant,
        file=held.path,
        digest=digest,
        points={leaf.code: held.exact.points(leaf.counted) for leaf in leaves},
        cells={
            leaf.code: f"{leaf.score.sheet}!{cell_address(leaf.score.row, leaf.score.column)}"
            for leaf in leaves
        },
        found=said(FACTS[0]),
        conclusions=said(CONCLUSION[0]),
    )
