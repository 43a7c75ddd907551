"""``builder panel``, second half: signed consensus workbooks become a ranking and a record."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from builder.findings.finding import Finding, has_errors
from builder.frozen import frozen
from builder.kit.reminders import corrections
from builder.letters.feedback import plan_feedback
from builder.model.panel.record import Merged, Outcome, PanelRecord
from builder.model.panel.returned import PanelWorkbook
from builder.model.panel.task import PanelTask
from builder.model.points import whole_of
from builder.panel.results.results_book import plan_results, plan_shortlist
from builder.pipeline.file_names import safe_file_name
from builder.pipeline.files import WrittenFiles
from builder.pipeline.own_outputs import write_unless_kept
from builder.pipeline.panel import planning
from builder.pipeline.panel.key_file import by_name
from builder.pipeline.panel.opinions import changed_since
from builder.pipeline.panel.panel_files import (
    JudgedFile,
    handed_in_twice,
    judged_files,
    not_ours,
)
from builder.pipeline.panel.placing import material_alone, placed
from builder.pipeline.panel.proving import rules_changed
from builder.pipeline.panel.record_files import (
    RANKING_FILE,
    RECORD_FILE,
    TASK_FILE,
    read_record,
    record_bytes,
)
from builder.pipeline.templates import Templates
from builder.pipeline.verify import Verifier
from builder.verify.held import hold
from builder.verify.judged import judge_panel_workbook
from builder.verify.panel.outcome import read_outcome
from builder.verify.pristine import Pristine
from builder.version import VERSION
from builder.write.docx.panel import write_feedback
from builder.write.xlsx.workbook import read_look, workbook_bytes

# Who goes on from the material to the site; it is no end, so that nothing else is written.
SHORTLIST_FILE = "入围现场名单.xlsx"
# What came of a consensus, if it may stand, and what is amiss with it.
_Read = tuple[Outcome | None, tuple[Finding, ...]]


@frozen
class FinalOrder:
    """Where the reviews and the signed consensus workbooks are, where to write, in which look.

    ``key`` holds the names of a blind panel, where they are not beside the reviews' folder.
    ``categories`` is the office's list of them; ``material`` asks for the first stage alone.
    """

    folder: Path
    returned: Path
    target: Path
    templates: Templates
    phrase: str = ""
    key: Path | None = None
    categories: Path | None = None
    material: bool = False


def finish(order: FinalOrder, merged: Merged, verifier: Verifier) -> WrittenFiles:
    """Write ranking, record and feedback; nothing where an applicant's consensus cannot stand."""
    stale = tuple(_stale(order, merged))
    if stale:
        return WrittenFiles(findings=stale)
    merged, unnamed = by_name(merged, order.folder, order.key)
    if has_errors(unnamed):
        return WrittenFiles(findings=unnamed)
    outcomes, findings = _outcomes(order, merged, verifier)
    look = read_look(order.templates.workbook)
    if isinstance(look, Finding):
        findings.append(look)
    if findings or isinstance(look, Finding):
        return WrittenFiles(findings=tuple(findings))
    put = (material_alone if order.material else placed)(
        outcomes, merged, order.categories, verifier
    )
    if has_errors(put.findings):
        return WrittenFiles(findings=put.findings)
    schemes = [planning.kit_of(material, verifier) for material in merged.task.applicants]
    record = PanelRecord(
        merged=merged,
        outcomes=put.outcomes,
        labels={node.code: node.label for scheme, _ in schemes for node in scheme.walk},
        corrections=tuple(
            dict.fromkeys(line for scheme, _ in schemes for line in corrections(scheme))
        ),
        version=VERSION,
    )
    if order.material:
        shortlist = plan_shortlist(record, schemes[0][0].award)
        written = write_unless_kept(
            order.target, {SHORTLIST_FILE: workbook_bytes(shortlist, look, {})}
        )
        return replace(written, findings=(*unnamed, *put.findings, *written.findings))
    wholes = {
        material.code: whole_of(scheme)
        for material, (scheme, _) in zip(merged.task.applicants, schemes, strict=True)
    }
    results = workbook_bytes(plan_results(record, schemes[0][0].award, wholes), look, {})
    contents = {RANKING_FILE: results, RECORD_FILE: record_bytes(record, order.phrase)}
    letters = _letters(order, record, verifier)
    if isinstance(letters, WrittenFiles):
        return letters
    done = write_unless_kept(order.target, contents | letters)
    return replace(done, findings=(*unnamed, *put.findings, *done.findings))


def _outcomes(
    order: FinalOrder, merged: Merged, verifier: Verifier
) -> tuple[list[Outcome], list[Finding]]:
    """What each applicant's consensus came to, and what is amiss with any of them."""
    outcomes: list[Outcome] = []
    files, findings = _files(order.returned, merged, verifier)
    for code, called in merged.task.names:
        file = files.get(f"consensus/{merged.task.run}/{code}")
        if file is None:
            findings.append(Finding.at("QA951", order.returned, applicant=called))
            continue
        outcome, amiss = file
        findings += amiss
        if outcome is not None:
            outcomes.append(outcome)
    return outcomes, findings


def _stale(order: FinalOrder, merged: Merged) -> Iterator[Finding]:
    """What is not as it was when the reviews were joined: the task, the reviews, the rules."""
    task = read_record(order.folder / TASK_FILE, PanelTask, "QA939", order.phrase)
    if isinstance(task, Finding):
        yield task
        return
    if task != merged.task:
        yield Finding.at(
            "QA980", order.folder / TASK_FILE, expected=merged.task.run, actual=task.run
        )
        return
    yield from changed_since(order.folder, merged)
    source = Path(merged.source)
    yield from rules_changed(merged, source if merged.source and source.is_file() else None)


def _files(
    folder: Path, merged: Merged, verifier: Verifier
) -> tuple[dict[str, _Read], list[Finding]]:
    """What came of the consensus workbooks of this panel, by what they say of their place."""
    found: dict[str, JudgedFile[_Read]] = {}
    findings: list[Finding] = []
    run, there = merged.task.run, dict[str, str]()
    for file in judged_files(folder, partial(_outcome, merged, verifier)):
        if isinstance(file, Finding):
            findings.append(file)
        elif file.task.startswith(f"site/{run}/"):
            there[file.task.rpartition("/")[2]] = file.digest
        elif not file.task.startswith(f"consensus/{run}/"):
            findings.append(not_ours(file, run, "合议表"))
        elif file.task in found:
            details = {"seat": file.task.rpartition("/")[2]}
            findings.append(handed_in_twice(found[file.task].name, file.name, details))
        else:
            found[file.task] = file
    findings += _site_changed(folder, merged, there)
    return {task: file.judged for task, file in found.items()}, findings


def _site_changed(folder: Path, merged: Merged, there: dict[str, str]) -> Iterator[Finding]:
    """A finding for each file of the site that is not as it was when it was joined."""
    before = dict(merged.site_digests)
    for seat in merged.task.seats:
        was, now = before.get(seat.name), there.get(seat.name)
        joined = any(
            (one.examiner, one.applicant) == (seat.reviewer, seat.applicant)
            for one in merged.visits
        )
        # Who did not go there may throw the file away.
        if was != now and (now is not None or joined):
            details = {"seat": seat.name, "applicant": merged.task.name(seat.applicant)}
            how = "现在不见了" if now is None else "在合议以后改过"
            yield Finding.at("QA1116", folder, actual=how, **details)


def _outcome(merged: Merged, verifier: Verifier, file: PanelWorkbook) -> _Read:
    _, _, code = file.task.rpartition("/")
    if file.task not in (f"consensus/{merged.task.run}/{known}" for known, _ in merged.task.names):
        return None, ()
    called = merged.task.name(code)
    try:
        made = planning.consensus(merged, code, verifier)
    except planning.UnknownKitError as error:
        return None, (error.finding(file.name, called),)
    held = hold(Pristine(made.book), file.workbook, file.name)
    return read_outcome(
        held,
        judge_panel_workbook(held),
        file.digest,
        planning.columns_of(merged, code, verifier),
        code,
        called,
        flagged=merged.task.applicant(code).flagged,
        gated=merged.rules.shortlist is not None,
        visited=made.visited,
    )


def _letters(
    order: FinalOrder, record: PanelRecord, verifier: Verifier
) -> dict[str, bytes] | WrittenFiles:
    contents: dict[str, bytes] = {}
    for outcome in record.outcomes:
        material = record.merged.task.applicant(outcome.applicant)
        scheme, office = planning.kit_of(material, verifier)
        plan = plan_feedback(record, outcome, scheme.award, office)
        made = write_feedback(plan, order.templates.feedback)
        if made.content is None:
            return WrittenFiles(findings=made.findings)
        called = safe_file_name(plan.applicant) or outcome.applicant
        contents[f"{outcome.applicant}-{called}-评审反馈.docx"] = made.content
    return contents
