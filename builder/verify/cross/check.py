"""A report held against the workbook of the same company."""

from collections.abc import Iterator
from dataclasses import replace

from builder.findings.finding import Finding, Place
from builder.model.compared_text import reduced
from builder.verify.cross.agreement import agree
from builder.verify.cross.declared import Declared
from builder.verify.cross.figures import check_figures
from builder.verify.cross.proofs import check_proofs
from builder.verify.cross.scores import check_scores_told
from builder.verify.report.returned import ReturnedReport


def check_against_workbook(
    report: ReturnedReport, workbook: Declared, path: str
) -> tuple[Finding, ...]:
    """What a report and its workbook say differently.

    Where the two belong to different kits or companies nothing else is compared: they are not
    meant for each other.
    """
    strangers = tuple(_strangers(report, workbook, path))
    if strangers:
        return strangers
    return (
        *_fields(report, workbook, path),
        *check_proofs(report, workbook, path),
        *check_figures(report, workbook, path),
        *check_scores_told(report, workbook, path),
    )


def _strangers(report: ReturnedReport, workbook: Declared, path: str) -> Iterator[Finding]:
    place = Place(path=path)
    ours, theirs = report.plan.identity, workbook.identity
    if replace(ours, layout=theirs.layout) != theirs:
        yield Finding(
            code="QA762",
            place=place,
            expected=theirs.joined,
            actual=ours.joined,
            details={"workbook": workbook.name},
        )
        return
    named, there = report.organisation, workbook.organisation
    if named and there and reduced(named).casefold() != reduced(there).casefold():
        yield Finding(
            code="QA761",
            place=place,
            expected=there,
            actual=named,
            details={"workbook": workbook.name},
        )


def _fields(report: ReturnedReport, workbook: Declared, path: str) -> Iterator[Finding]:
    """The form's answers that are not those of 基本信息, and a cover that names another."""
    cover, *gaps = report.plan.gaps
    there = workbook.organisation
    if report.cover and there and not agree(report.cover, there):
        yield _differs(cover.label, report.cover, there, path)
    mark = "" if report.plan.form is None else report.plan.form.bookmark
    for gap in gaps:
        here = "" if report.form is None else report.form.get(gap.name, "")
        there = workbook.fields.get(gap.name, "")
        if here and there and not agree(here, there):
            yield _differs(gap.label, here, there, path, mark)


def _differs(label: str, here: str, there: str, path: str, mark: str = "") -> Finding:
    return Finding(
        code="QA763",
        place=Place(path=path, bookmark=mark),
        expected=there,
        actual=here,
        details={"label": label},
    )
