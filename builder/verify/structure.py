"""Whether the file still is the workbook we made: sheets, rows, official contents, formulas."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address, column_letters
from builder.formula.expression import Cell
from builder.formula.render import plain_number
from builder.formula.value import Value
from builder.model.returned import ReturnedCell
from builder.plan.formula_text import formula_text
from builder.plan.sheet import CellPlan, Formula
from builder.plan.style import Style
from builder.plan.workbook import WorkbookPlan
from builder.verify.alignment import Alignment
from builder.verify.pristine import Pristine

_POINT_STYLES = (Style.POINTS, Style.SUBTOTAL_POINTS, Style.TOTAL_POINTS)


@dataclass(frozen=True, kw_only=True)
class Structure:
    """What was found altered; ``overrides`` are the values that now stand where it was."""

    findings: tuple[Finding, ...]
    overrides: dict[Cell, Value]


def check_structure(pristine: Pristine, alignment: Alignment, path: str) -> Structure:
    """Every difference from the pristine plan, each at the cell where it is repaired."""
    plan = pristine.plan
    findings = [
        *_sheets(plan, alignment, path),
        *_rows(alignment, path),
        *_columns(alignment, path),
    ]
    overrides: dict[Cell, Value] = {}
    moved = not alignment.untouched
    whole = alignment.complete
    in_place = whole and not moved
    for sheet, fixed in pristine.fixed.items():
        if sheet not in alignment.sheets:
            continue
        contents = tuple(alignment.contents(sheet, fixed.places))
        # Where nothing moved, what is word for word as planned needs no closer look.
        for number in fixed.differing(contents) if in_place else range(len(contents)):
            (cell, planned), returned = fixed.items[number], contents[number]
            if not (whole or alignment.holds(cell)):
                overrides[cell] = None
                continue
            if isinstance(planned.content, Formula):
                if not whole and returned.formula and not alignment.reaches(planned.content, cell):
                    overrides[cell] = returned.value
                    continue
                expected = pristine.texts[cell]
                if moved:
                    expected = formula_text(planned.content, cell, alignment.locate)
                fault = _formula_fault(returned, expected, pristine)
                if fault and fault[0] == "QA412" and alignment.disturbs(planned.content, cell):
                    overrides[cell] = returned.value
                    continue
            else:
                fault = _content_fault(returned, planned)
            if fault:
                code, expected, actual = fault
                indicator = pristine.indicators.get((cell.sheet, cell.row), "")
                place = place_of(alignment, cell, path, indicator)
                findings.append(Finding(code=code, place=place, expected=expected, actual=actual))
                overrides[cell] = returned.value
    return Structure(findings=tuple(findings), overrides=overrides)


def place_of(alignment: Alignment, cell: Cell, path: str, indicator: str = "") -> Place:
    """The place in the file of a planned cell."""
    found = alignment.locate(cell)
    return Place(
        path=path,
        sheet=found.sheet,
        cell=cell_address(found.row, found.column),
        indicator=indicator,
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


def _sheets(plan: WorkbookPlan, alignment: Alignment, path: str) -> Iterator[Finding]:
    for sheet in plan.sheets:
        found = alignment.sheets.get(sheet.name)
        if found is None:
            place = Place(path=path, sheet=sheet.name)
            yield Finding(code="QA401", place=place, expected=sheet.name)
        elif found.name != sheet.name:
            place = Place(path=path, sheet=found.name)
            yield Finding(code="QA402", place=place, expected=sheet.name, actual=found.name)


def _rows(alignment: Alignment, path: str) -> Iterator[Finding]:
    for sheet, lines in alignment.rows.items():
        for jump in lines.jumps:
            code = "QA403" if jump.offset > 0 else "QA404"
            cell = Cell(sheet=sheet, row=jump.line, column=1)
            place = place_of(alignment, cell, path)
            yield Finding(code=code, place=place, actual=str(abs(jump.offset)))
        if lines.moved:
            cell = Cell(sheet=sheet, row=lines.moved[0], column=1)
            place = place_of(alignment, cell, path)
            yield Finding(
                code="QA405",
                place=place,
                expected=str(lines.moved[0]),
                actual=str(len(lines.moved)),
            )


def _columns(alignment: Alignment, path: str) -> Iterator[Finding]:
    for sheet, lines in alignment.columns.items():
        for jump in lines.jumps:
            code = "QA406" if jump.offset > 0 else "QA407"
            cell = Cell(sheet=sheet, row=1, column=jump.line)
            yield Finding(
                code=code, place=_column_place(alignment, cell, path), actual=str(abs(jump.offset))
            )
        if lines.moved:
            cell = Cell(sheet=sheet, row=1, column=lines.moved[0])
            yield Finding(
                code="QA408",
                place=_column_place(alignment, cell, path),
                expected=column_letters(lines.moved[0]),
            )


def _column_place(alignment: Alignment, cell: Cell, path: str) -> Place:
    """The head of a column; the first row, whatever else moved, is where a person looks."""
    found = alignment.locate(cell)
    return Place(path=path, sheet=found.sheet, cell=cell_address(1, found.column))


def _formula_fault(
    returned: ReturnedCell, expected: str, pristine: Pristine
) -> tuple[str, str, str] | None:
    """Code, expected and actual text where a formula is not the planned one."""
    if returned.formula is None:
        return "QA411", f"={expected}", shown(returned.value)
    if pristine.agrees(returned.formula, expected):
        return None
    return "QA412", f"={expected}", f"={returned.formula}"


def _content_fault(returned: ReturnedCell, planned: CellPlan) -> tuple[str, str, str] | None:
    """Code, expected and actual content where an official text or number is not the planned one."""
    if returned.value == planned.content and returned.formula is None:
        return None
    code = "QA422" if planned.style in _POINT_STYLES else "QA421"
    actual = shown(returned.value) if returned.formula is None else f"={returned.formula}"
    return code, shown(_constant(planned)), actual


def _constant(planned: CellPlan) -> Value:
    return None if isinstance(planned.content, Formula) else planned.content
