"""Answers that look blank and are none to the workbook: told by the characters they hold."""

from collections.abc import Iterable, Iterator, Mapping

from builder.book.book_plan import InputPlan
from builder.findings.finding import Finding, Place
from builder.formula.blank import ORDINARY, named
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held

# What is told of a blank where an answer is due.
_DUE = frozenset({"QA501", "QA508", "QA521", "QA702", "QA704", "QA901", "QA903"})


def with_unseen(held: Held[ScoredPlan], findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, with the cause in place of what is said of a cell that only looks blank."""
    places = {
        (place.sheet, place.cell): (item, place)
        for item in held.inputs
        if item.name in held.unseen
        for place in (held.place(item.cell, item.indicator),)
    }
    due: set[tuple[str, str]] = set()
    for finding in findings:
        where = (finding.place.sheet, finding.place.cell)
        if finding.code not in _DUE or where not in places:
            yield finding
        elif where not in due:
            due.add(where)
            yield _finding("QA510", *places[where], held.unseen)
    for where, (item, place) in places.items():
        if where not in due:
            yield _finding("QA511", item, place, held.unseen)


def _finding(code: str, item: InputPlan, place: Place, blanks: Mapping[str, str]) -> Finding:
    details = {"title": item.title, "label": item.title}
    return Finding(
        code=code, place=place, actual=named(blanks[item.name].strip(ORDINARY)[0]), details=details
    )
