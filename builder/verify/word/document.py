"""A returned report held against the kit it declares itself made from."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from builder.findings.finding import Finding, Place
from builder.formula.blank import is_blank
from builder.model.compared_text import reduced
from builder.model.returned_document import ReturnedDocument
from builder.model.stand_ins import is_stand_in
from builder.model.verdict import Verdict
from builder.verify.cross.agreement import agree
from builder.verify.file_marks import contents_of_report
from builder.verify.judged import status_of
from builder.verify.moved_lines import follow
from builder.verify.quoting import brief
from builder.verify.unfilled import gathered_in_report
from builder.verify.word.figure_numbers import check_figure_numbers
from builder.verify.word.lengths import check_lengths
from builder.verify.word.nothing import WORDLESS, said_nothing
from builder.verify.word.other_award import check_other_award
from builder.verify.word.other_firm import check_other_firm
from builder.verify.word.pasted import check_pasted
from builder.verify.word.quoted import check_quoted
from builder.verify.word.returned import ReturnedReport, place_of
from builder.verify.word.stock import check_stock
from builder.verify.word.swapped import check_swapped
from builder.verify.word.tables import FIRST_YEAR, is_filled
from builder.verify.word.unfinished import check_unfinished
from builder.word.parts import DocumentPlan
from builder.word.written import FoundHeading, WrittenSection

Texts = Callable[[WrittenSection], tuple[str, ...]]
# From this share of the headings on it is told once that they are missing, not one by one.
_MOST = Decimal("0.5")
# So much of a hidden text is enough to find it again.
_QUOTED = 20
_HEADING = 40
# Where the workbook beside names another, that is told of this report already.
_NAMED_APART = ("QA761", "QA763")
_HIDDEN: Texts = attrgetter("unprinted")
_IN_WHITE: Texts = attrgetter("white")


def verify_document(
    report: ReturnedReport,
    path: str,
    before: tuple[Finding, ...] = (),
    beside: tuple[Finding, ...] = (),
) -> Verdict:
    """The verdict on a report; it has no score.

    ``before`` are findings made on the way here, ``beside`` those of a comparison with the workbook
    of the same applicant.
    """
    plan = report.plan
    nothing = said_nothing(plan, report.sections)
    answered = [one for one in report.sections if one.section.bookmark not in nothing]
    told = (
        *_headings(plan, report.found, path),
        *_form(report, path),
        *(() if any(one.code in _NAMED_APART for one in beside) else _named(report, path)),
        *_unseen(report.sections, path),
        *(one for one in _answers(report.sections, nothing, path) if not _is_told(one, beside)),
        *check_lengths(report, path),
        *check_quoted(answered, path),
        *check_unfinished(answered, path),
        *check_figure_numbers(report.document, report.sections, path),
        *(tuple(check_stock(report, path)) or check_pasted(report, nothing, path)),
        *check_other_firm(report, path),
        *check_other_award(report, path),
        *check_swapped(report, nothing, path),
        *_leftovers(report.document, path),
        *(one for one in beside if not _is_shown(one, report.sections, nothing)),
    )
    findings = (*before, *gathered_in_report(told, report.sections, path))
    return Verdict(
        path=path,
        status=status_of(findings),
        scheme=plan.identity.scheme,
        award=plan.cover.award,
        kit=plan.identity.choice,
        applicant=report.applicant,
        contents=contents_of_report(report.sections, nothing, report.applicant),
        findings=findings,
        report=True,
    )


def _is_told(finding: Finding, beside: tuple[Finding, ...]) -> bool:
    """Whether an empty section is told of already, as one with a high score."""
    told = {one.place.bookmark for one in beside if one.code == "QA771"}
    return finding.code == "QA551" and finding.place.bookmark in told


def _is_shown(
    finding: Finding, sections: tuple[WrittenSection, ...], nothing: Mapping[str, str]
) -> bool:
    """Whether a section with too little in it is told by what stands in it alone."""
    shown = (one.section.bookmark for one in sections if not one.unseen)
    alone = {bookmark for bookmark in shown if nothing.get(bookmark) in WORDLESS}
    return finding.code in ("QA771", "QA772") and finding.place.bookmark in alone


def _form(report: ReturnedReport, path: str) -> Iterator[Finding]:
    form = report.plan.form
    if form is not None and report.form is not None and not any(report.form.values()):
        yield _at("QA560", path, "", form.bookmark, expected=form.heading)


def _named(report: ReturnedReport, path: str) -> Iterator[Finding]:
    """A word for a name to come in place of who applies, or two names of it in one report."""
    if is_stand_in(report.applicant):
        yield _at("QA582", path, actual=report.applicant)
    elif report.cover and not agree(report.cover, report.applicant):
        yield _at("QA581", path, actual=report.cover, expected=report.applicant)


def _headings(
    plan: DocumentPlan, found: Mapping[str, list[FoundHeading]], path: str
) -> Iterator[Finding]:
    """Sections that are missing, named otherwise, there twice, or in another order."""
    codes = {section.bookmark: section.code for section in plan.sections}
    missing = [text for text, bookmark, _ in plan.headings if not found[bookmark]]
    # Instructions and the standard are for reading while one writes; remarks are no answer.
    read = (plan.guide, plan.remarks, plan.reference)
    free = {part.bookmark for part in read if part is not None}
    if len(missing) > len(plan.headings) * _MOST:
        yield Finding(
            code="QA458",
            place=Place(path=path),
            expected=str(len(plan.headings)),
            actual=str(len(missing)),
            details={"first": missing[0]},
        )
        missing.clear()
    for text, bookmark, _ in plan.headings:
        places, code = found[bookmark], codes.get(bookmark, "")
        if not places:
            if missing and bookmark not in free:
                yield _at("QA451", path, code, expected=text)
        elif len(places) > 1:
            yield _at("QA454", path, code, bookmark, expected=text, actual=str(len(places)))
        elif reduced(said := places[0].text) != reduced(text):
            yield _at(
                "QA452", path, code, bookmark, expected=text, actual=brief(said or None, _HEADING)
            )
    present = [
        (text, bookmark, found[bookmark][0])
        for text, bookmark, _ in plan.headings
        if found[bookmark]
    ]
    yield from _disorder(present, codes, path)


def _disorder(
    present: list[tuple[str, str, FoundHeading]], codes: dict[str, str], path: str
) -> Iterator[Finding]:
    """The fewest sections whose removal leaves the others in order."""
    order = {number: one.place for number, (_, _, one) in enumerate(present, start=1)}
    ranks = {place: rank for rank, place in enumerate(sorted(order.values()), start=1)}
    if all(earlier < later for earlier, later in pairwise(order.values())):
        return
    lines = follow(range(1, len(present) + 1), {n: ranks[place] for n, place in order.items()})
    for number in lines.moved:
        text, bookmark, _ = present[number - 1]
        yield _at("QA453", path, codes.get(bookmark, ""), bookmark, expected=text)


def _answers(
    sections: tuple[WrittenSection, ...], nothing: Mapping[str, str], path: str
) -> Iterator[Finding]:
    """Sections nobody wrote in, and what of the kit was left in those somebody did."""
    for one in sections:
        if one.section.answer is None or one.heading is None:
            continue
        code, heading = one.section.code, one.section.heading
        mark = one.section.bookmark
        # What is not seen is told as the cause of all that seems to be missing.
        shown = not one.unseen
        if mark in nothing:
            actual = str(one.pictures) if one.pictures else _begun(one)
            if shown:
                yield _at(nothing[mark], path, code, mark, expected=heading, actual=actual)
            continue
        if one.placeholders:
            yield _at("QA552", path, code, mark, expected=heading)
        if shown and one.evidence is not None and not is_filled(one.evidence):
            yield _at("QA555", path, code, mark, expected=heading)
        if shown and _lacks_figures(one):
            yield _at("QA559", path, code, mark, expected=heading)
        if one.uncaptioned:
            yield _at("QA558", path, code, mark, expected=heading, actual=str(one.uncaptioned))
    prompts = [one for one in sections if one.prompts and one.characters]
    if prompts:
        yield _at(
            "QA553",
            path,
            prompts[0].section.code,
            prompts[0].section.bookmark,
            expected=prompts[0].section.heading,
            actual=str(sum(one.prompts for one in prompts)),
        )


def _begun(one: WrittenSection) -> str:
    """How an answer that says nothing begins."""
    return " ".join((one.text or "".join(one.repeated[:1])).split())[:_QUOTED]


def _lacks_figures(one: WrittenSection) -> bool:
    """Whether a figure that is named has no numbers; where nothing is named, none is asked for."""
    if one.figures is None or is_filled(one.figures, FIRST_YEAR):
        return False
    asked = None if one.section.answer is None else one.section.answer.figures
    rows = (*one.figures, *(() if asked is None else asked.rows))
    return any(not is_blank(cell) for row in rows for cell in row[:1])


def _unseen(sections: tuple[WrittenSection, ...], path: str) -> Iterator[Finding]:
    """At most one finding for all that was written and is hidden, and one for all in white."""
    for code, texts_of in (("QA563", _HIDDEN), ("QA564", _IN_WHITE)):
        unseen = [one for one in sections if texts_of(one)]
        if unseen:
            texts = [text for one in unseen for text in texts_of(one)]
            yield Finding(
                code=code,
                place=place_of(unseen[0], path),
                actual=str(sum(len(text) for text in texts)),
                details={
                    "heading": unseen[0].section.heading,
                    "count": str(len(unseen)),
                    "words": texts[0][:_QUOTED],
                },
            )


def _leftovers(document: ReturnedDocument, path: str) -> Iterator[Finding]:
    changes = document.insertions + document.deletions
    if changes:
        yield _at("QA456", path, actual=str(changes))
    if document.comments:
        yield _at("QA457", path, actual=str(document.comments))


def _at(
    code: str,
    path: str,
    indicator: str = "",
    bookmark: str = "",
    *,
    expected: str = "",
    actual: str = "",
) -> Finding:
    place = Place(path=path, indicator=indicator, bookmark=bookmark)
    return Finding(code=code, place=place, expected=expected, actual=actual)
