"""The defined names by which inputs are found again."""

from collections.abc import Iterator
from dataclasses import replace

from builder.book.book_plan import NamePlan
from builder.findings.finding import Finding, Place
from builder.findings.hidden_sheets import called
from builder.formula.address import absolute_address
from builder.formula.normal import normal_formula
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held

# More names than this were redirected by one action.
_SEPARATE = 2


def check_names(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for a name that points elsewhere, one for many of them, one for all gone."""
    missing: list[NamePlan] = []
    moved: list[tuple[NamePlan, str, str]] = []
    pristine, alignment = held.pristine, held.alignment
    untouched = alignment.untouched
    for name in held.plan.names:
        text = held.workbook.names.get(name.name)
        if untouched and text == pristine.addresses[name.name]:
            continue
        if name.name in held.cuts.names:
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
            moved.append((name, expected, text))
    many = len(moved) > _SEPARATE
    for name, expected, text in moved[:1] if many else moved:
        cells = [pristine.corners[each.name][0] for each, _, _ in moved if each.sheet == name.sheet]
        found = held.finding(
            "QA432",
            pristine.corners[name.name][0],
            expected=expected,
            actual=text,
            name=name.name,
            title=_title(held, name),
            also=f"；这样的名称共 {len(moved)} 个" if many else "",
        )
        yield replace(found, areas=held.areas(cells) if many else ())
    if missing:
        yield Finding(
            code="QA433",
            place=Place(path=held.path, sheet=missing[0].sheet),
            actual=str(len(missing)),
            details={"title": _title(held, missing[0])},
        )


def _title(held: Held[ScoredPlan], name: NamePlan) -> str:
    """What people call what a name stands for: the input, else the cells."""
    known = held.pristine.numbered.get(name.name)
    place = held.place(held.pristine.corners[name.name][0])
    return f"{called(place.sheet)} {place.cell}" if known is None else known[1].title
