"""``builder panel``, first half: reviews joined into one consensus workbook an applicant."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from builder.findings.finding import Finding, Place, has_errors
from builder.frozen import frozen
from builder.letters.site_check import plan_site_check
from builder.model.panel.record import Merged
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import PanelTask
from builder.pipeline.files import WrittenFiles
from builder.pipeline.own_outputs import digest_of
from builder.pipeline.panel.carrying import whole
from builder.pipeline.panel.consensus_files import followed, put, told
from builder.pipeline.panel.evening import evened, judged_too_few
from builder.pipeline.panel.opinions import Opinions, read_opinions
from builder.pipeline.panel.planning import consensus, kit_of
from builder.pipeline.panel.record_files import MERGED_FILE, read_record, record_bytes
from builder.pipeline.panel.rules_held import amiss
from builder.pipeline.panel.site_visits import read_visits, site_files
from builder.pipeline.templates import Templates
from builder.pipeline.verify import Verifier
from builder.write.docx.panel import write_site_check
from builder.write.xlsx.workbook import read_look, workbook_bytes


@frozen
class MergeOrder:
    """Where the reviews are, by which rules they are joined, what is left out, where to write.

    ``source`` is the file of the rules, empty for the usual ones; ``phrase`` seals the record.
    """

    folder: Path
    rules: PanelRules
    without: tuple[str, ...]
    target: Path
    templates: Templates
    source: str = ""
    phrase: str = ""


def merge(order: MergeOrder, task: PanelTask, verifier: Verifier) -> WrittenFiles:
    """Write consensus workbooks and site checks; nothing where a seat is amiss."""
    unfit = amiss(order.rules, task, Place(path=order.source), verifier)
    if has_errors(unfit):
        return WrittenFiles(findings=unfit)
    read = read_opinions(order.folder, task, order.without, verifier)
    look = read_look(order.templates.workbook)
    if isinstance(look, Finding):
        return WrittenFiles(findings=(*read.findings, look))
    if has_errors(read.findings):
        return WrittenFiles(findings=read.findings)
    few = (
        *_too_few(order, task, read),
        *judged_too_few(read.opinions, order.rules, task, Place(path=order.source)),
    )
    if few:
        return WrittenFiles(findings=(*read.findings, *few))
    site = read_visits(order.target, task, order.rules, verifier)
    if site.findings:
        return WrittenFiles(findings=(*read.findings, *site.findings))
    handed_out = tuple(site_files(order.target, task, order.rules, verifier, look))
    new = {seat.name: digest_of(content) for seat, _, content in handed_out}
    merged = Merged(
        task=task,
        rules=order.rules,
        opinions=read.opinions,
        left_out=read.left_out,
        digests=tuple(sorted(read.digests.items())),
        source=order.source,
        adjusted=evened(read.opinions, order.rules, task, verifier),
        visits=site.visits,
        site_digests=tuple(sorted({**new, **dict(site.digests)}.items())),
    )
    merged, books, strange = followed(order.target, merged, verifier, order.phrase)
    if strange:
        return WrittenFiles(findings=(*read.findings, *strange))
    contents: dict[str, bytes] = {}
    for book, material in zip(books, task.applicants, strict=True):
        made = consensus(merged, book.applicant, verifier)
        answers = whole(made.prefilled, book.answers)
        contents[book.file] = workbook_bytes(made.book, look, answers)
        scheme, office = kit_of(material, verifier)
        labels = {node.code: node.label for node in scheme.walk}
        check = plan_site_check(merged, material.code, labels, scheme.award, office)
        if check.questions:
            poured = write_site_check(check, order.templates.site_check)
            if poured.content is None:
                return WrittenFiles(findings=(*read.findings, *poured.findings))
            contents[f"{material.code}-现场核查单.docx"] = poured.content
    contents |= {name: content for _, name, content in handed_out}
    contents[MERGED_FILE] = record_bytes(merged, order.phrase)
    done = put(order.target, contents, books)
    again = tuple(told(merged, books, order.target)) if done.paths else ()
    return replace(done, findings=(*unfit, *read.findings, *again, *done.findings))


def _too_few(order: MergeOrder, task: PanelTask, read: Opinions) -> Iterator[Finding]:
    """A finding for each applicant with fewer opinions than the task or the rules ask for."""
    least = max(task.least, order.rules.least)
    for code, called in task.names:
        left = len(read.of(code))
        if left < least:
            yield Finding.at(
                "QA978", order.folder, expected=str(least), actual=str(left), applicant=called
            )


def read_merged(folder: Path, phrase: str = "") -> Merged | Finding:
    """What was joined, from the folder that the consensus workbooks were written to."""
    return read_record(folder / MERGED_FILE, Merged, "QA939", phrase)
