"""Whether the file still is the workbook we made: sheets, rows, official contents, formulas."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address
from builder.formula.expression import Cell, Expression
from builder.formula.normal import normal_formula
from builder.formula.render import plain_number, render
from builder.formula.value import Value
from builder.plan.style import INPUT_STYLES, Style
from builder.plan.workbook import CellPlan, Formula, WorkbookPlan
from builder.verify.alignment import Alignment

_POINT_STYLES = (Style.POINTS, Style.SUBTOTAL_POINTS, Style.TOTAL_POINTS)


@dataclass(frozen=True, kw_only=True)
class Structure:
    """What was found altered; ``overrides`` are the values that now stand in place of formulas."""

    findings: tuple[Finding, ...]
    overrides: dict[Cell, Value]


def check_structure(plan: WorkbookPlan, alignment: Alignment, path: str) -> Structure:
    """Every difference from the pristine plan, each at the cell where it is repaired."""
    findings = [*_sheets(plan, alignment, path), *_shifts(alignment, path)]
    overrides: dict[Cell, Value] = {}
    codes = _indicator_by_row(plan)
    for sheet in plan.sheets:
        if sheet.name not in alignment.sheets:
            continue
        for planned in sheet.cells:
            if planned.style in INPUT_STYLES or planned.content is None:
                continue
            cell = Cell(sheet=sheet.name, row=planned.row, column=planned.column)
            finding = _compare(planned, cell, alignment, path, codes.get((cell.sheet, cell.row)))
            if finding:
                findings.append(finding)
                if isinstance(planned.content, Formula):
                    overrides[cell] = alignment.returned(cell).value
    return Structure(findings=tuple(findings), overrides=overrides)


def place_of(alignment: Alignment, cell: Cell, path: str, indicator: str | None = "") -> Place:
    """The place in the file of a planned cell."""
    found = alignment.locate(cell)
    return Place(
        path=path,
        sheet=found.sheet,
        cell=cell_address(found.row, found.column),
        indicator=indicator or "",
    )


def shown(value: Value) -> str:
    """A value as a message quotes it."""
    match value:
        case None:
            return "（空）"
        case bool():
            return "TRUE" if value else "FALSE"
        case str():
            return value
        case _:
            return plain_number(value)


def _indicator_by_row(plan: WorkbookPlan) -> dict[tuple[str, int], str]:
    rows = {(group.score.sheet, group.score.row): group.code for group in plan.groups}
    return rows | {(leaf.score.sheet, leaf.score.row): leaf.code for leaf in plan.leaves}


def _sheets(plan: WorkbookPlan, alignment: Alignment, path: str) -> Iterator[Finding]:
    for sheet in plan.sheets:
        found = alignment.sheets.get(sheet.name)
        if found is None:
            place = Place(path=path, sheet=sheet.name)
            yield Finding(code="QA401", place=place, expected=sheet.name)
        elif found.name != sheet.name:
            place = Place(path=path, sheet=found.name)
            yield Finding(code="QA402", place=place, expected=sheet.name, actual=found.name)


def _shifts(alignment: Alignment, path: str) -> Iterator[Finding]:
    for shift in alignment.shifts:
        cell = Cell(sheet=shift.sheet, row=shift.row, column=1)
        code = "QA403" if shift.offset > 0 else "QA404"
        yield Finding(
            code=code, place=place_of(alignment, cell, path), actual=str(abs(shift.offset))
        )


def _compare(
    planned: CellPlan, cell: Cell, alignment: Alignment, path: str, indicator: str | None
) -> Finding | None:
    returned = alignment.returned(cell)
    place = place_of(alignment, cell, path, indicator)
    if isinstance(planned.content, Formula):
        expected = _formula(planned.content.expression, cell, alignment)
        if returned.formula is None:
            actual = shown(returned.value)
            return Finding(code="QA411", place=place, expected=f"={expected}", actual=actual)
        if normal_formula(returned.formula) != normal_formula(expected):
            actual = f"={returned.formula}"
            return Finding(code="QA412", place=place, expected=f"={expected}", actual=actual)
        return None
    if returned.value == planned.content and returned.formula is None:
        return None
    code = "QA422" if planned.style in _POINT_STYLES else "QA421"
    actual = shown(returned.value) if returned.formula is None else f"={returned.formula}"
    return Finding(code=code, place=place, expected=shown(planned.content), actual=actual)


def _formula(expression: Expression, cell: Cell, alignment: Alignment) -> str:
    return render(expression, home=alignment.locate(cell).sheet, locate=alignment.locate)
