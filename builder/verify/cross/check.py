"""A report held against the workbook of the same applicant."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import PurePath

from builder.findings.finding import Finding, Place
from builder.kit.kit_plan import KitPlan
from builder.model.compared_text import reduced
from builder.verify.cross.agreement import agree
from builder.verify.cross.evidence import check_evidence_told
from builder.verify.cross.metrics import check_metrics_told
from builder.verify.cross.scores import check_scores_told
from builder.verify.held import Held
from builder.verify.identity_words import differing_words, set_words
from builder.verify.word.returned import ReturnedReport

# From this likeness on two names are one applicant's, written in two ways.
_NEAR = 0.75
_REST = "，其余各项没有相互核对"


def check_against_workbook(
    report: ReturnedReport, held: Held[KitPlan], path: str
) -> tuple[Finding, ...]:
    """What a report and its workbook say differently.

    Where the two belong to different kits or to applicants with quite different names nothing else
    is compared: they are not meant for each other; nor where the report has none of its headings,
    which is told as such. Names that differ slightly are one applicant's.
    """
    others = tuple(strangers(report, held, path))
    if not report.is_headed or any(one.details.get("rest") != "" for one in others):
        return others
    return (
        *others,
        *_fields(report, held, path),
        *check_evidence_told(report, held, path),
        *check_metrics_told(report, held, path),
        *check_scores_told(report, held, path),
    )


def strangers(report: ReturnedReport, held: Held[KitPlan], path: str) -> Iterator[Finding]:
    """That a report and a workbook belong to different kits, or to different applicants.

    One with an empty ``rest`` among its details says that the names differ only slightly.
    """
    place = Place(path=path)
    # Both lie with the same applicant; where, is the office's own affair.
    workbook = PurePath(held.name).name
    ours, theirs = report.plan.identity, held.plan.identity
    if replace(ours, layout=theirs.layout) != theirs:
        yield Finding(
            code="QA762",
            place=place,
            expected=set_words(theirs, held.plan.award),
            actual=set_words(ours, report.plan.cover.award),
            details={"workbook": workbook, "differing": differing_words(ours, theirs)},
        )
        return
    named, there = report.applicant, held.typed(held.plan.applicant)
    if named and there and reduced(named).casefold() != reduced(there).casefold():
        yield Finding(
            code="QA761",
            place=place,
            expected=there,
            actual=named,
            details={"workbook": workbook, "rest": "" if _is_near(named, there) else _REST},
        )


def _is_near(one: str, other: str) -> bool:
    """Whether two names are those of one applicant but for a few characters."""
    names = (reduced(one).casefold(), reduced(other).casefold())
    return SequenceMatcher(None, *names, autojunk=False).ratio() >= _NEAR


def _fields(report: ReturnedReport, held: Held[KitPlan], path: str) -> Iterator[Finding]:
    """The form's answers that are not those of 基本信息, and a cover that names another."""
    first, *gaps = report.plan.gaps
    there = held.typed(held.plan.applicant)
    # What stands for the applicant is told as two applicants.
    cover = "" if report.cover == report.applicant else report.cover
    if cover and there and not agree(cover, there):
        yield _differs(first.label, cover, there, path)
    mark = "" if report.plan.form is None else report.plan.form.bookmark
    for gap in gaps:
        here = "" if report.form is None else report.form.get(gap.name, "")
        there = held.typed(gap.name)
        if (
            gap.name != held.plan.applicant
            and here
            and there
            and not agree(here, there, dated=_is_dated(held, gap.name))
        ):
            yield _differs(gap.label, here, there, path, mark)


def _is_dated(held: Held[KitPlan], name: str) -> bool:
    known = held.pristine.numbered.get(name)
    return known is not None and known[1].cell in held.plan.dated


def _differs(label: str, here: str, there: str, path: str, mark: str = "") -> Finding:
    return Finding(
        code="QA763",
        place=Place(path=path, bookmark=mark),
        expected=there,
        actual=here,
        details={"label": label},
    )
