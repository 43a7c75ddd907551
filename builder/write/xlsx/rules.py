"""Merges, conditional formats and validations of a worksheet part."""

from builder.book.sheet import Merge, SheetPlan, ValidationKind, ValidationPlan
from builder.formula.address import area_address
from builder.formula.render import render
from builder.write.xlsx.escape import attribute_text, element_text
from builder.write.xlsx.styles import StyleSheet


def merges_xml(sheet: SheetPlan) -> str:
    """The merged rectangles (ECMA-376 Part 1, 18.3.1.55)."""
    if not sheet.merges:
        return ""
    areas = "".join(f'<mergeCell ref="{_area(area)}"/>' for area in sheet.merges)
    return f'<mergeCells count="{len(sheet.merges)}">{areas}</mergeCells>'


def filter_xml(sheet: SheetPlan) -> str:
    """The filter of the sheet's table (18.3.1.2), with a button only where it is of use."""
    if sheet.filter is None:
        return ""
    area, buttons = sheet.filter.area, sheet.filter.buttons
    plain = "".join(
        f'<filterColumn colId="{column - area.first_column}" hiddenButton="1"/>'
        for column in range(area.first_column, area.last_column + 1)
        if column not in buttons
    )
    return f'<autoFilter ref="{_area(area)}">{plain}</autoFilter>'


def conditions_xml(sheet: SheetPlan, styles: StyleSheet) -> str:
    """The conditional formats (18.3.1.18)."""
    return "".join(
        f'<conditionalFormatting sqref="{_areas(condition.cells)}">'
        f'<cfRule type="expression" dxfId="{styles.conditions[condition.style]}"'
        f' priority="{priority}">'
        f"<formula>{element_text(render(condition.rule, home=sheet.name))}</formula>"
        "</cfRule></conditionalFormatting>"
        for priority, condition in enumerate(sheet.conditions, start=1)
    )


def validations_xml(sheet: SheetPlan) -> str:
    """The data validations (18.3.1.33), one element for a whole column of like inputs."""
    if not sheet.validations:
        return ""
    items = "".join(_validation(sheet, item) for item in sheet.validations)
    return f'<dataValidations count="{len(sheet.validations)}">{items}</dataValidations>'


def _validation(sheet: SheetPlan, item: ValidationPlan) -> str:
    compare = ' operator="lessThanOrEqual"' if item.kind is ValidationKind.TEXT_LENGTH else ""
    rule = item.rule if isinstance(item.rule, str) else render(item.rule, home=sheet.name)
    title = attribute_text(item.title)
    return (
        f'<dataValidation type="{item.kind}"{compare} allowBlank="1" showInputMessage="1"'
        f' showErrorMessage="1" errorTitle="{title}" error="{attribute_text(item.error)}"'
        f' promptTitle="{title}" prompt="{attribute_text(item.prompt)}"'
        f' sqref="{_areas(item.cells)}">'
        f"<formula1>{element_text(rule)}</formula1></dataValidation>"
    )


def _area(area: Merge) -> str:
    return area_address(area.first_row, area.first_column, area.last_row, area.last_column)


def _areas(areas: tuple[Merge, ...]) -> str:
    return " ".join(_area(area) for area in areas)
