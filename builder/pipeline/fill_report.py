"""A report into which everything its workbook says is written."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.kit.kit_plan import KitPlan
from builder.ooxml.file import read_bytes
from builder.ooxml.refusal import RefusedError
from builder.pipeline.children import in_one_child
from builder.pipeline.files import free_place
from builder.pipeline.own_outputs import write_one
from builder.pipeline.own_schemes import OwnScheme
from builder.pipeline.verify import Verifier
from builder.pipeline.verify_word import WordVerifier
from builder.read.document import read_document_content
from builder.read.workbook import read_workbook
from builder.verify.cross.check import strangers
from builder.verify.cross.entries import entries_for
from builder.verify.held import Held
from builder.verify.word.returned import ReturnedReport
from builder.word.filling import Change, FilledReport, Outcome
from builder.write.fill.document import filled_document

_FILLED = "（已填入）"
# So many texts are named in one finding.
_NAMED = 5
_TOLD = {Outcome.KEPT: "QA1271", Outcome.MISSING: "QA1272", Outcome.LEFT_BEHIND: "QA1273"}


@frozen
class FillOrder:
    """Which workbook goes into which report, and where the new report is put.

    With ``replacing`` what the workbook says takes the place of what the report says.
    """

    workbook: Path
    report: Path
    output: Path | None = None
    replacing: bool = False


@frozen
class Filled:
    """The new report, what was done, and what a person should look at."""

    path: Path | None
    report: FilledReport | None = None
    findings: tuple[Finding, ...] = ()


def fill_report(order: FillOrder, schemes: tuple[OwnScheme, ...] = ()) -> Filled:
    """Write the report anew beside the one that came; neither file is changed."""
    path = order.output or free_path(order.report)
    made = in_one_child(partial(_filled, order, schemes), str(order.report))
    if isinstance(made, Finding):
        return Filled(path=None, findings=(made,))
    if isinstance(made, tuple):
        return Filled(path=None, findings=made)
    failure = write_one(path, made.content)
    if failure is not None:
        return Filled(path=None, findings=(failure,))
    told = tuple(_told(made.changes, str(order.report)))
    return Filled(path=path, report=made, findings=told)


def free_path(report: Path) -> Path:
    """A name beside a report that no file has yet."""
    stem = report.stem.split(_FILLED)[0]
    first = report.with_name(f"{stem}{_FILLED}.docx")
    return free_place(first, lambda number: f"{stem}{_FILLED}（{number}）.docx")


def _filled(order: FillOrder, schemes: tuple[OwnScheme, ...]) -> FilledReport | tuple[Finding, ...]:
    verifier = Verifier(schemes)
    held = _held(order, verifier)
    if isinstance(held, tuple):
        return held
    try:
        content = read_bytes(order.report)
    except RefusedError as refusal:
        return (refusal.finding(str(order.report)),)
    name = str(order.report)
    report = WordVerifier(verifier).report(name, read_document_content(name, lambda: content))
    if isinstance(report, tuple):
        return report
    others = tuple(_others(report, held, order))
    if others:
        return others
    headings = {name: places[0].text for name, places in report.found.items() if places}
    try:
        return filled_document(
            content,
            entries_for(report.plan, held),
            headings,
            held.exact,
            replacing=order.replacing,
        )
    except RefusedError as refusal:
        return (refusal.finding(str(order.report)),)


def _held(order: FillOrder, verifier: Verifier) -> Held[KitPlan] | tuple[Finding, ...]:
    name = str(order.workbook)
    read = read_workbook(order.workbook)
    opened = verifier.open_workbook(name, read)
    return opened.held(name) or opened.findings


def _others(report: ReturnedReport, held: Held[KitPlan], order: FillOrder) -> Iterator[Finding]:
    """That the two files are not meant for each other."""
    for one in strangers(report, held, str(order.report)):
        if one.details.get("rest") != "":
            yield Finding.at("QA1270", one.place, expected=one.expected, actual=one.actual)


def _told(changes: tuple[Change, ...], path: str) -> Iterator[Finding]:
    """One finding for all texts of a heading that could not simply be written."""
    for outcome, code in _TOLD.items():
        found: dict[str, list[Change]] = {}
        for change in changes:
            if change.outcome is outcome:
                found.setdefault(change.heading, []).append(change)
        for heading, some in found.items():
            named = "；".join(map(_words, some[:_NAMED]))
            more = f"等 {len(some)} 处" if len(some) > _NAMED else ""
            count = str(len(some))
            yield Finding.at(code, path, actual=named + more, heading=heading, count=count)


def _words(change: Change) -> str:
    match change.outcome:
        case Outcome.KEPT:
            return f"{change.what}写着“{change.before}”，评分表是“{change.text}”"
        case Outcome.MISSING:
            return f"{change.what}（{change.text}）"
        case _:
            return change.what
