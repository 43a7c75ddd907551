"""Evidence numbers, names and pages of a report against 证据清单."""

import re
import unicodedata
from collections.abc import Collection, Iterator

from builder.findings.finding import Finding, Place
from builder.frozen import frozen
from builder.kit.kit_plan import KitPlan
from builder.model.compared_text import reduced
from builder.model.evidence_number import as_evidence_number, evidence_number
from builder.model.panel.material import EvidenceTold
from builder.verify.evidence_pages import pages_beyond
from builder.verify.held import Held
from builder.verify.told import told_evidence
from builder.verify.word.returned import ReturnedReport, place_of
from builder.word.written import WrittenSection

# What a number is looked for in may follow letters of other scripts, never other Latin ones.
_IN_TEXT = re.compile(r"(?<![A-Za-z0-9])E0*([0-9]{1,4})(?![0-9A-Za-z])")
# What can be nothing else: all three digits, or a word before it. E85 is petrol, E1 a board.
_CITED = re.compile(
    r"(?<![A-Za-z0-9])E([0-9]{3})(?![0-9A-Za-z])"
    r"|(?:证据|材料|编号|附件|见)[:\s]*E0*([0-9]{1,4})(?![0-9A-Za-z])"
)
# So many numbers are named in one finding.
_NAMED = 5


@frozen
class _Listed:
    """One row of a table of the report that names a piece of evidence."""

    number: str
    name: str
    place: Place


def check_evidence_told(
    report: ReturnedReport, held: Held[KitPlan], path: str
) -> Iterator[Finding]:
    """Numbers that only one side knows, names that differ, pages that the report does not have."""
    proofs = tuple(told_evidence(held))
    known = {proof.number: proof for proof in proofs}
    listed = tuple(_listed(report, path))
    told: set[tuple[str, str]] = set()
    for row in listed:
        proof = known.get(row.number)
        code = "QA764" if proof is None else ""
        if proof is not None and row.name and reduced(row.name) != reduced(proof.name):
            code = "QA766"
        if code and (code, row.number) not in told:
            told.add((code, row.number))
            yield Finding(
                code=code,
                place=row.place,
                expected="" if proof is None else proof.name,
                actual=row.name or "（空）",
                details={"number": row.number},
            )
    rows = {row.number for row in listed}
    yield from _unknown(report, known.keys() | rows, path)
    mentioned = rows | set(_mentioned(report))
    for proof in proofs:
        if proof.number not in mentioned:
            yield Finding(
                code="QA765",
                place=Place(path=path, bookmark=report.plan.checklist.bookmark),
                actual=proof.name,
                details={"number": proof.number},
            )
    yield from _pages(report, proofs, path)


def _listed(report: ReturnedReport, path: str) -> Iterator[_Listed]:
    for one in report.sections:
        for row in one.evidence or ():
            yield from _row(row, place_of(one, path))
    whole = Place(path=path, bookmark=report.plan.checklist.bookmark)
    for row in report.checklist:
        yield from _row(row, whole)


def _row(row: tuple[str, ...], place: Place) -> Iterator[_Listed]:
    number = as_evidence_number(row[0]) if row else ""
    name = " ".join(row[1].split()) if len(row) > 1 else ""
    if number:
        yield _Listed(number=number, name=name, place=place)


def _mentioned(report: ReturnedReport) -> Iterator[str]:
    for one in report.sections:
        for match in _IN_TEXT.finditer(unicodedata.normalize("NFKC", one.text)):
            yield evidence_number(match[1])


def _unknown(report: ReturnedReport, known: Collection[str], path: str) -> Iterator[Finding]:
    """At most one hint for all evidence that the text cites and nobody lists."""
    cited: dict[str, WrittenSection] = {}
    for one in report.sections:
        for match in _CITED.finditer(unicodedata.normalize("NFKC", one.text)):
            cited.setdefault(evidence_number(match[1] or match[2]), one)
    unknown = [number for number in cited if number not in known]
    if unknown:
        section = cited[unknown[0]]
        more = f"等 {len(unknown)} 个" if len(unknown) > _NAMED else ""
        yield Finding(
            code="QA567",
            place=place_of(section, path),
            actual="、".join(unknown[:_NAMED]) + more,
            details={"heading": section.section.heading},
        )


def _pages(
    report: ReturnedReport, proofs: tuple[EvidenceTold, ...], path: str
) -> Iterator[Finding]:
    pages = report.document.pages
    if pages is None:
        return
    for proof in proofs:
        beyond = pages_beyond(proof.page, pages)
        if beyond:
            yield Finding(
                code="QA767",
                place=Place(path=path),
                expected=str(pages),
                actual=proof.page,
                details={"number": proof.number, "page": beyond[0]},
            )
