"""What guards the answers: protection, dropdowns, names, colours and how the sheets print."""

from collections.abc import Iterator

from builder.findings.finding import Finding, Place
from builder.formula.address import absolute_address, cell_address
from builder.formula.expression import Cell
from builder.formula.normal import normal_formula
from builder.model.returned import ReturnedWorkbook
from builder.plan.sheet import Merge, ValidationKind
from builder.plan.sheet_names import PROBLEMS
from builder.plan.workbook import NamePlan
from builder.verify.alignment import Alignment
from builder.verify.cell_rules import (
    PlannedRule,
    Said,
    holds,
    returned_conditions,
    returned_validations,
    uncovered,
)
from builder.verify.pristine import Pristine

# Sheets that WPS adds by itself, for pictures kept in cells.
_OF_PROGRAMS = ("WpsReserved_",)
_PRINT_TITLES = "_xlnm.Print_Titles"


def check_guards(
    pristine: Pristine, workbook: ReturnedWorkbook, alignment: Alignment, path: str
) -> Iterator[Finding]:
    """Every guard that is gone or another one; on a sheet whose cells moved, none is looked for."""
    yield from _added_sheets(workbook, alignment, path)
    yield from _protection(alignment, path)
    yield from _names(pristine, workbook, alignment, path)
    for sheet in pristine.plan.sheets:
        if sheet.name in alignment.unmoved:
            yield from _validations(pristine, alignment, sheet.name, path)
            yield from _conditions(pristine, alignment, sheet.name, path)
    yield from _print_titles(pristine, workbook, alignment, path)


def _added_sheets(workbook: ReturnedWorkbook, alignment: Alignment, path: str) -> Iterator[Finding]:
    known = {sheet.name for sheet in alignment.sheets.values()} | {PROBLEMS}
    for sheet in workbook.sheets:
        if sheet.name not in known and not sheet.name.startswith(_OF_PROGRAMS):
            yield Finding(code="QA409", place=Place(path=path, sheet=sheet.name), actual=sheet.name)


def _protection(alignment: Alignment, path: str) -> Iterator[Finding]:
    open_sheets = [sheet.name for sheet in alignment.sheets.values() if not sheet.protected]
    if open_sheets:
        yield Finding(
            code="QA431",
            place=Place(path=path, sheet=open_sheets[0]),
            actual="、".join(open_sheets),
        )


def _names(
    pristine: Pristine, workbook: ReturnedWorkbook, alignment: Alignment, path: str
) -> Iterator[Finding]:
    missing: list[NamePlan] = []
    untouched = alignment.untouched
    for name in pristine.plan.names:
        text = workbook.names.get(name.name)
        if untouched and text == pristine.addresses[name.name]:
            continue
        first, last = pristine.corners[name.name]
        if not (alignment.holds(first) and alignment.holds(last)):
            continue
        if text is None:
            missing.append(name)
            continue
        first, last = alignment.locate(first), alignment.locate(last)
        expected = absolute_address(first.sheet, *first[1:], *last[1:])
        if text != expected and normal_formula(text) != normal_formula(expected):
            if alignment.is_disturbed(name.sheet):
                continue
            yield Finding(
                code="QA432",
                place=Place(
                    path=path, sheet=first.sheet, cell=cell_address(first.row, first.column)
                ),
                expected=expected,
                actual=text,
                details={"name": name.name},
            )
    if missing:
        yield Finding(
            code="QA433",
            place=Place(path=path, sheet=missing[0].sheet),
            actual=str(len(missing)),
            details={"name": missing[0].name},
        )


def _validations(
    pristine: Pristine, alignment: Alignment, sheet: str, path: str
) -> Iterator[Finding]:
    """One finding for every group of like inputs that accept something else, all or some of them.

    Pasting over some cells replaces their rule, which an honest person need not notice.
    """
    found = returned_validations(alignment.sheets[sheet].validations)
    for rule in pristine.validations[sheet]:
        lost = uncovered(rule, found.get(rule.said, ()))
        if not lost:
            continue
        others = [said for said, areas in found.items() if _touch(areas, lost[0])]
        whole = len(lost) == sum(1 for _ in rule.places)
        code = "QA434" if whole and _is_tampering(rule, others, len(lost)) else "QA435"
        place = alignment.locate(Cell(sheet, *lost[0]))
        yield Finding(
            code=code,
            place=Place(path=path, sheet=place.sheet, cell=cell_address(place.row, place.column)),
            expected=_words(rule.said),
            actual="、".join(map(_words, others)) or "没有限制",
            details={"title": rule.title, "count": str(len(lost))},
        )


def _is_tampering(rule: PlannedRule, others: list[Said], count: int) -> bool:
    """Whether a whole group lost its rule in a way that pasting over one cell does not do it."""
    both_lists = any(said[0] == rule.said[0] == ValidationKind.LIST for said in others)
    return count > 1 or both_lists


def _touch(areas: list[Merge], place: tuple[int, int]) -> bool:
    return any(holds(area, place) for area in areas)


def _words(said: Said) -> str:
    """A rule as a message quotes it."""
    kinds = {"list": "下拉列表", "custom": "公式", "textLength": "字数不超过"}
    return f"{kinds.get(said[0], said[0])} {said[-1]}".strip()


def _conditions(
    pristine: Pristine, alignment: Alignment, sheet: str, path: str
) -> Iterator[Finding]:
    """At most one finding for the colours of a sheet."""
    found = returned_conditions(alignment.sheets[sheet].conditions)
    lost = [
        place
        for rule in pristine.conditions[sheet]
        for place in uncovered(rule, found.get(rule.said, ()))
    ]
    if lost:
        place = alignment.locate(Cell(sheet, *min(lost)))
        yield Finding(
            code="QA436",
            place=Place(path=path, sheet=place.sheet, cell=cell_address(place.row, place.column)),
            actual=str(len(set(lost))),
        )


def _print_titles(
    pristine: Pristine, workbook: ReturnedWorkbook, alignment: Alignment, path: str
) -> Iterator[Finding]:
    """At most one finding for all sheets that no longer print as they were handed out."""
    tabs = {sheet.name: place for place, sheet in enumerate(workbook.sheets)}
    changed: list[str] = []
    for sheet in pristine.plan.sheets:
        if sheet.name not in alignment.unmoved:
            continue
        found = alignment.sheets[sheet.name].name
        titles = workbook.names.get(f"{tabs[found]}!{_PRINT_TITLES}", "")
        area = f"{tabs[found]}!_xlnm.Print_Area"
        wanted = f"$1:${sheet.head_rows}" if sheet.head_rows else ""
        if titles.rpartition("!")[2] != wanted or area in workbook.names:
            changed.append(found)
    if changed:
        yield Finding(
            code="QA437",
            place=Place(path=path, sheet=changed[0]),
            actual="、".join(changed),
        )
