"""Answers that look blank and are none to the workbook: told by the characters they hold."""

from collections.abc import Iterable, Iterator, Mapping

from builder.findings.finding import Finding, Place
from builder.formula.blank import ORDINARY, is_blank, named
from builder.formula.value import ErrorValue
from builder.model.returned import ReturnedCell
from builder.plan.workbook import InputPlan
from builder.verify.alignment import Alignment
from builder.verify.structure import place_of

# What is told of a blank where an answer is due.
_DUE = frozenset({"QA501", "QA508", "QA521", "QA702", "QA704", "QA901", "QA903"})


def unseen(filled: Mapping[str, ReturnedCell]) -> dict[str, str]:
    """The texts of which nothing can be seen, by the input's name: they count as blank.

    Of the usual blanks the workbook itself says what they are: nothing, or no number.
    """
    return {
        name: cell.value
        for name, cell in filled.items()
        if isinstance(cell.value, str)
        and not isinstance(cell.value, ErrorValue)
        and cell.formula is None
        and cell.value.strip(ORDINARY)
        and is_blank(cell.value)
    }


def with_unseen(
    findings: Iterable[Finding],
    blanks: Mapping[str, str],
    inputs: Iterable[InputPlan],
    alignment: Alignment,
    path: str,
) -> Iterator[Finding]:
    """The findings, with the cause in place of what is said of a cell that only looks blank."""
    places = {
        (place.sheet, place.cell): (item, place)
        for item in inputs
        if item.name in blanks
        for place in (place_of(alignment, item.cell, path, item.indicator),)
    }
    due: set[tuple[str, str]] = set()
    for finding in findings:
        where = (finding.place.sheet, finding.place.cell)
        if finding.code not in _DUE or where not in places:
            yield finding
        elif where not in due:
            due.add(where)
            yield _finding("QA510", *places[where], blanks)
    for where, (item, place) in places.items():
        if where not in due:
            yield _finding("QA511", item, place, blanks)


def _finding(code: str, item: InputPlan, place: Place, blanks: Mapping[str, str]) -> Finding:
    details = {"title": item.title, "label": item.title}
    return Finding(
        code=code, place=place, actual=named(blanks[item.name].strip(ORDINARY)[0]), details=details
    )
