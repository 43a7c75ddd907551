"""A scheme file written as a workbook of tables, and such a workbook read back into the file.

Only what was changed in the workbook is changed in the file; the file as it was is kept beside it,
and nothing is written that would read otherwise than it was filled in.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from builder.findings.finding import Finding
from builder.findings.rule import Severity
from builder.form.carried import carried_digest, carried_source
from builder.form.differences import Difference, differences
from builder.form.found_again import found_again, place_in, unlike_findings
from builder.form.plan import plan_form
from builder.form.returned import read_returned
from builder.form.tables import Form, form_of
from builder.form.tree_checked import checked_rows
from builder.form.validated import LONGEST_CELL
from builder.form.written import Written, unlike, written_text
from builder.frozen import frozen
from builder.load.lint import lint_draft
from builder.load.said import said_head
from builder.load.scheme_file import draft_of, load_scheme
from builder.load.source import Source, read_source, source_of
from builder.model.returned import ReturnedWorkbook
from builder.pipeline.files import write_whole
from builder.pipeline.kit_names import form_file_name
from builder.pipeline.net import within_net
from builder.pipeline.scheme_fix import free_name
from builder.pipeline.templates import shipped_templates
from builder.read.workbook import read_workbook
from builder.write.xlsx.workbook import read_look, workbook_bytes


@frozen
class WrittenForm:
    """What was written, the keys that are not in it, and what stood in the way."""

    path: Path | None = None
    kept: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@frozen
class ReadForm:
    """What became of a scheme file: its changes, where the old one is, and every finding.

    ``written`` is false where the form changes nothing or cannot be used.
    """

    written: bool = False
    changes: tuple[Difference, ...] = ()
    kept: Path | None = None
    findings: tuple[Finding, ...] = ()


def usual_form(named: str, scheme: Path) -> Path:
    """Where a form goes that nobody gave a place: beside a file of one's own, called as it is.

    ``named`` is what was asked for; the form of a scheme that comes with the program is called as
    its award.
    """
    shipped = None if Path(named) == scheme else load_scheme(scheme).scheme
    return Path(f"{scheme.stem}.xlsx" if shipped is None else form_file_name(shipped))


def write_form(scheme: Path, output: Path) -> WrittenForm:
    """Write the tables of a scheme as a workbook; one that is there already is not replaced."""
    made = within_net(partial(_write, scheme, output), str(scheme))
    return WrittenForm(findings=(made,)) if isinstance(made, Finding) else made


def read_form(path: Path, output: Path) -> ReadForm:
    """Write into a scheme file what a form changes; where there is none, the whole of it."""
    made = within_net(partial(_read, path, output), str(path))
    return ReadForm(findings=(made,)) if isinstance(made, Finding) else made


def digest_of(text: str) -> str:
    """What tells one text of a scheme from every other."""
    return hashlib.sha256(text.encode()).hexdigest()


def _write(scheme: Path, output: Path) -> WrittenForm:
    source = read_source(scheme)
    if isinstance(source, Finding):
        return WrittenForm(findings=(source,))
    form = _form(source)
    if form is None:
        found = draft_of(source).findings
        return WrittenForm(findings=(*found, Finding.at("QA1200", scheme)))
    longest = max(map(len, (*source.lines, *_cells(form))), default=0)
    if longest > LONGEST_CELL:
        told = Finding.at("QA1201", scheme, actual=str(longest), expected=str(LONGEST_CELL))
        return WrittenForm(findings=(told,))
    if output.exists():
        return WrittenForm(findings=(Finding.at("QA1210", output),))
    look = read_look(shipped_templates().workbook)
    if isinstance(look, Finding):
        return WrittenForm(findings=(look,))
    title = next((one.cell for one in form.singles if one.path == ("title",)), "")
    plan = plan_form(title or scheme.stem, source.text, digest_of(source.text), form)
    failed = write_whole(output, workbook_bytes(plan, look, {}))
    if failed is not None:
        return WrittenForm(findings=(failed,))
    return WrittenForm(path=output, kept=form.kept)


def _read(path: Path, output: Path) -> ReadForm:
    read = read_workbook(path)
    if read.workbook is None:
        words = read.findings[0].message.removesuffix("。")
        return ReadForm(findings=(Finding.at("QA1202", path, actual=words),))
    digest = carried_digest(read.workbook)
    there = output.exists()
    source = read_source(output) if there else carried_source(read.workbook, str(output))
    if isinstance(source, Finding):
        return ReadForm(findings=(source,))
    if not digest or source is None:
        words = "里面没有它是由哪个方案写出的"
        return ReadForm(findings=(Finding.at("QA1202", path, actual=words),))
    if digest_of(source.text) != digest:
        code, place = ("QA1203", output) if there else ("QA1202", path)
        return ReadForm(findings=(Finding.at(code, place, actual="里面的方案原文不全"),))
    return _changed(path, read.workbook, source, output, there=there)


def _form(source: Source) -> Form | None:
    """The tables of a file whose tree can be trusted."""
    draft = draft_of(source)
    return None if draft.scheme is None else form_of(source)


def _cells(form: Form) -> Iterator[str]:
    yield from (one.cell for one in form.singles)
    yield from (cell for table in form.tables for row in table.rows for cell in row.cells)


def _changed(
    path: Path, book: ReturnedWorkbook, source: Source, output: Path, *, there: bool
) -> ReadForm:
    head, base = said_head(source), _form(source)
    if head is None or base is None:
        return ReadForm(findings=(Finding.at("QA1200", output),))
    returned = read_returned(str(path), book, base)
    tree, faults = checked_rows(returned.form.tree, base.tree)
    edited = replace(returned.form, tree=tree)
    wrong = (*returned.findings, *(found_again(str(path), edited, one) for one in faults))
    if wrong:
        return ReadForm(findings=wrong)
    changes = tuple(differences(base, edited))
    if not changes and there:
        return ReadForm()
    written = written_text(source, head, base, edited)
    findings = _findings(str(path), str(output), source, written, edited)
    if any(one.rule.severity is Severity.ERROR for one in findings):
        return ReadForm(findings=findings)
    kept = free_name(output) if there else None
    failed = _replaced(output, written.text, kept)
    if failed is not None:
        return ReadForm(findings=(failed,))
    return ReadForm(written=True, changes=changes, kept=kept, findings=findings)


def _findings(
    path: str, output: str, source: Source, written: Written, edited: Form
) -> tuple[Finding, ...]:
    """What is wrong with the new text and was not with the old, each at its cell of the form."""
    before = {(one.code, one.message) for one in lint_draft(draft_of(source)).findings}
    draft = draft_of(source_of(output, written.text))
    new = [one for one in lint_draft(draft).findings if (one.code, one.message) not in before]
    told = tuple(replace(one, place=place_in(path, one.place, written, edited)) for one in new)
    if draft.scheme is None:
        return told
    return (*told, *unlike_findings(path, edited, unlike(written, output, edited)))


def _replaced(output: Path, text: str, kept: Path | None) -> Finding | None:
    """Write the new text, the old content beside it first; line ends and mark stay as they were."""
    if kept is None:
        return write_whole(output, text.encode())
    before = output.read_bytes()
    return write_whole(kept, before) or write_whole(output, as_before(text, before))


def as_before(text: str, before: bytes) -> bytes:
    """A text with the line ends and the mark of the file whose place it takes."""
    mark = before[:3] if before.startswith(b"\xef\xbb\xbf") else b""
    ends = b"\r\n" if b"\r\n" in before else b"\n"
    return mark + text.encode().replace(b"\n", ends)
