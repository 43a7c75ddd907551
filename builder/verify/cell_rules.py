"""Rules over cells, planned and returned, in a form in which they can be compared.

A rule is what it says with every relative reference as a distance, and it holds for rectangles of
cells; how a program cut these into ranges does not count.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from builder.book.sheet import ConditionPlan, Merge, SheetPlan, ValidationKind, ValidationPlan
from builder.formula.address import column_number
from builder.formula.relative import relative_formula
from builder.formula.render import render
from builder.frozen import frozen
from builder.model.returned import ReturnedCondition, ReturnedValidation

# Kind, operator and text of a rule; a condition has a text alone.
Said = tuple[str, ...]
Cells = tuple[Merge, ...]
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?", re.ASCII)
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_LESS = "lessThanOrEqual"


@frozen
class PlannedRule:
    """One planned rule: what it says, the cells it holds for, and what a reader is told of it."""

    said: Said
    cells: Cells
    title: str
    words: str = ""

    @property
    def places(self) -> Iterator[tuple[int, int]]:
        """Row and column of every cell."""
        for area in self.cells:
            for row in range(area.first_row, area.last_row + 1):
                for column in range(area.first_column, area.last_column + 1):
                    yield row, column


def planned_validations(sheet: SheetPlan) -> tuple[PlannedRule, ...]:
    """What the inputs of a planned sheet accept."""
    return tuple(
        PlannedRule(
            said=_validation(sheet, each),
            cells=each.cells,
            title=each.title,
            words=each.error.rstrip("。"),
        )
        for each in sheet.validations
    )


def planned_conditions(sheet: SheetPlan) -> tuple[PlannedRule, ...]:
    """What colours the cells of a planned sheet."""
    return tuple(
        PlannedRule(said=_condition(sheet, each), cells=each.cells, title=each.style.value)
        for each in sheet.conditions
    )


def returned_validations(
    validations: Iterable[ReturnedValidation],
) -> Mapping[Said, list[Merge]]:
    """What a returned sheet accepts, and where."""
    found: dict[Said, list[Merge]] = {}
    for each in validations:
        cells = _areas(each.ranges)
        compared = each.kind == ValidationKind.TEXT_LENGTH
        operator = each.operator if compared else ""
        said = (each.kind, operator, _relative(each.formula, cells))
        found.setdefault(said, []).extend(cells)
    return found


def kept_by_corner(rule: PlannedRule, validations: Iterable[ReturnedValidation]) -> Iterator[Merge]:
    """Where a rule still reads as it did from the corner of all planned cells.

    Where something was pasted over that corner, LibreOffice leaves the text of the rest as it was.
    """
    row = min(area.first_row for area in rule.cells)
    column = min(area.first_column for area in rule.cells)
    kind, operator, text = rule.said
    for each in validations:
        compared = each.kind == ValidationKind.TEXT_LENGTH
        if (each.kind, each.operator if compared else "") != (kind, operator):
            continue
        if relative_formula(each.formula, row, column) == text:
            yield from _areas(each.ranges)


def returned_conditions(conditions: Iterable[ReturnedCondition]) -> Mapping[Said, list[Merge]]:
    """What colours the cells of a returned sheet, and where."""
    found: dict[Said, list[Merge]] = {}
    for each in conditions:
        cells = _areas(each.ranges)
        found.setdefault((_relative(each.formula, cells),), []).extend(cells)
    return found


def uncovered(rule: PlannedRule, areas: Iterable[Merge]) -> tuple[tuple[int, int], ...]:
    """The cells of a planned rule that none of the areas holds."""
    areas = tuple(areas)
    if set(rule.cells) <= set(areas):
        return ()
    return tuple(place for place in rule.places if not any(holds(area, place) for area in areas))


def holds(area: Merge, place: tuple[int, int]) -> bool:
    """Whether a rectangle holds the cell at a row and a column."""
    row, column = place
    return (
        area.first_row <= row <= area.last_row and area.first_column <= column <= area.last_column
    )


def _validation(sheet: SheetPlan, each: ValidationPlan) -> Said:
    rule = each.rule if isinstance(each.rule, str) else render(each.rule, home=sheet.name)
    operator = _LESS if each.kind is ValidationKind.TEXT_LENGTH else ""
    return (each.kind.value, operator, _relative(rule, each.cells))


def _condition(sheet: SheetPlan, each: ConditionPlan) -> Said:
    return (_relative(render(each.rule, home=sheet.name), each.cells),)


def _relative(text: str, cells: Iterable[Merge]) -> str:
    """The rule as it reads from the corner of all its cells, for which programs write it."""
    areas = tuple(cells)
    row = min((area.first_row for area in areas), default=1)
    column = min((area.first_column for area in areas), default=1)
    return relative_formula(text, row, column)


def _areas(ranges: Iterable[str]) -> Cells:
    return tuple(map(area_of, ranges))


def area_of(text: str) -> Merge:
    """One range as the reader passed it; whole columns and rows reach to the end of the sheet."""
    match = _RANGE.fullmatch(text)
    if match is None:
        return Merge(first_row=1, first_column=1, last_row=_LAST_ROW, last_column=_LAST_COLUMN)
    first, last = match[1], match[3] or match[1]
    return Merge(
        first_row=int(match[2]),
        first_column=column_number(first),
        last_row=int(match[4] or match[2]),
        last_column=column_number(last),
    )
