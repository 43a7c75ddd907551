"""A returned report held against the kit it declares itself made from."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from builder.findings.finding import Finding, Place
from builder.findings.rule import Severity
from builder.model.returned_document import ReturnedDocument, ReturnedTable
from builder.model.verdict import Status, Verdict
from builder.plan.document.parts import DocumentPlan
from builder.plan.document.written import FoundHeading, Written
from builder.verify.lines import follow
from builder.verify.report.sections import (
    found_headings,
    normal,
    written_sections,
)

# Cells of the cover that name the applicant stand beside a label that begins so.
_APPLICANT = ("申报组织", "申报单位", "姓名")
_FEWEST = 1


def verify_document(
    plan: DocumentPlan,
    document: ReturnedDocument,
    path: str,
    before: tuple[Finding, ...] = (),
) -> Verdict:
    """The verdict on a report that declares itself made from ``plan``; it has no score."""
    found = found_headings(plan, document)
    sections = written_sections(plan, document, found)
    findings = (
        *before,
        *_headings(plan, found, path),
        *_answers(sections, path),
        *_leftovers(document, path),
    )
    serious = any(finding.rule.severity is not Severity.HINT for finding in findings)
    return Verdict(
        path=path,
        status=Status.FINDINGS if serious else Status.CLEAN,
        scheme=plan.identity.scheme,
        award=plan.cover.award,
        kit=plan.identity.choice,
        organisation=_organisation(document),
        findings=findings,
    )


def _headings(
    plan: DocumentPlan, found: Mapping[str, list[FoundHeading]], path: str
) -> Iterator[Finding]:
    """Sections that are missing, named otherwise, there twice, or in another order."""
    codes = {section.bookmark: section.code for section in plan.sections}
    for text, bookmark, _ in plan.headings:
        places, code = found[bookmark], codes.get(bookmark, "")
        if not places:
            yield _at("QA451", path, code, expected=text)
        elif len(places) > 1:
            yield _at("QA454", path, code, expected=text, actual=str(len(places)))
        elif normal(places[0].text) != normal(text):
            yield _at("QA452", path, code, expected=text, actual=places[0].text or "（空）")
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
        yield _at("QA453", path, codes.get(bookmark, ""), expected=text)


def _answers(sections: tuple[Written, ...], path: str) -> Iterator[Finding]:
    """Sections nobody wrote in, and what of the kit was left in those somebody did."""
    for one in sections:
        if one.section.answer is None or one.heading is None:
            continue
        code, heading = one.section.code, one.section.heading
        if one.characters < _FEWEST:
            kind = "QA557" if one.pictures else "QA551"
            yield _at(kind, path, code, expected=heading, actual=str(one.pictures))
            continue
        if one.placeholders:
            yield _at("QA552", path, code, expected=heading)
        if one.tables and not any(map(_is_filled, one.tables)):
            yield _at("QA555", path, code, expected=heading)
    prompts = [one for one in sections if one.prompts and one.characters]
    if prompts:
        yield _at(
            "QA553",
            path,
            prompts[0].section.code,
            expected=prompts[0].section.heading,
            actual=str(sum(one.prompts for one in prompts)),
        )


def _is_filled(table: ReturnedTable) -> bool:
    """Whether anything stands under the heading of a table."""
    return any(cell.strip() for row in table.rows[1:] for cell in row)


def _leftovers(document: ReturnedDocument, path: str) -> Iterator[Finding]:
    changes = document.insertions + document.deletions
    if changes:
        yield _at("QA456", path, actual=str(changes))
    if document.comments:
        yield _at("QA457", path, actual=str(document.comments))


def _organisation(document: ReturnedDocument) -> str:
    """Who applies, as the cover says: the cell beside the label."""
    rows = (
        row
        for block in document.blocks
        if isinstance(block, ReturnedTable)
        for row in block.rows
        if len(row) > 1
    )
    for label, value, *_ in rows:
        if normal(label).startswith(_APPLICANT) and value.strip():
            return " ".join(value.split())
    return ""


def _at(
    code: str, path: str, indicator: str = "", *, expected: str = "", actual: str = ""
) -> Finding:
    place = Place(path=path, indicator=indicator)
    return Finding(code=code, place=place, expected=expected, actual=actual)
