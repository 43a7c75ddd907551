"""The defined names by which inputs are found again."""

from collections.abc import Iterator

from builder.book.book_plan import NamePlan
from builder.findings.finding import Finding, Place
from builder.formula.address import absolute_address
from builder.formula.normal import normal_formula
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held


def check_names(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every name that points elsewhere, and one for all that are gone."""
    missing: list[NamePlan] = []
    pristine, alignment = held.pristine, held.alignment
    untouched = alignment.untouched
    for name in held.plan.names:
        text = held.workbook.names.get(name.name)
        if untouched and text == pristine.addresses[name.name]:
            continue
        corners = pristine.corners[name.name]
        if not all(map(held.holds, corners)):
            continue
        if text is None:
            missing.append(name)
            continue
        first, last = map(alignment.locate, corners)
        expected = absolute_address(first.sheet, *first[1:], *last[1:])
        if text == expected or normal_formula(text) == normal_formula(expected):
            continue
        if not alignment.is_disturbed(name.sheet):
            yield held.finding("QA432", corners[0], expected=expected, actual=text, name=name.name)
    if missing:
        yield Finding(
            code="QA433",
            place=Place(path=held.path, sheet=missing[0].sheet),
            actual=str(len(missing)),
            details={"name": missing[0].name},
        )
