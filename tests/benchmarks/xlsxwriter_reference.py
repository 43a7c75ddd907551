"""The same workbook written by XlsxWriter: same cells, styles, values, rules and names."""

import io
from decimal import Decimal
from typing import Any

import xlsxwriter

from builder.book.evaluation import Evaluation
from builder.book.formula_text import formula_text
from builder.book.sheet import Formula, Merge, SheetPlan, ValidationKind
from builder.book.style import INPUT_STYLES, Style
from builder.formula.address import absolute_address, area_address
from builder.formula.expression import Cell
from builder.formula.render import render
from builder.kit.kit_plan import KitPlan

# XlsxWriter ships no types: its books, pages and formats are ``Any``.
Formats = dict[Style, Any]


def written_by_xlsxwriter(plan: KitPlan, evaluation: Evaluation) -> bytes:
    """The bytes; ``evaluation`` already holds every value, so that only the writing is timed."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    formats = {style: book.add_format(_look(style)) for style in Style}
    for sheet in plan.sheets:
        _write(book, sheet, formats, evaluation)
    for name in plan.names:
        area = name.area
        target = absolute_address(
            name.sheet, area.first_row, area.first_column, area.last_row, area.last_column
        )
        book.define_name(name.name, f"={target}")
    book.close()
    return buffer.getvalue()


def _look(style: Style) -> dict[str, object]:
    return {
        "font_name": "宋体",
        "font_size": 10,
        "border": 1,
        "text_wrap": True,
        "valign": "vcenter",
        "bg_color": f"#{0xE0E0E0 + len(style.value):06X}",
        "locked": style not in INPUT_STYLES,
    }


def _write(book: Any, sheet: SheetPlan, formats: Formats, evaluation: Evaluation) -> None:
    page = book.add_worksheet(sheet.name)
    if sheet.column_styles:
        page.set_default_row(hide_unused_rows=True)
    for column, width in enumerate(sheet.widths):
        look = formats[sheet.column_styles[column]] if sheet.column_styles else None
        page.set_column(column, column, width, look)
    for row, height in sheet.heights:
        page.set_row(row - 1, height)
    for cell in sheet.cells:
        place = (cell.row - 1, cell.column - 1)
        look = formats[cell.style]
        content = cell.content
        home = Cell(sheet=sheet.name, row=cell.row, column=cell.column)
        if isinstance(content, Formula):
            value = evaluation.value(home)
            shown = float(value) if isinstance(value, Decimal) else value
            page.write_formula(*place, f"={formula_text(content, home)}", look, shown)
        elif sheet.is_room(cell):
            continue
        elif content is None:
            page.write_blank(*place, None, look)
        elif isinstance(content, str):
            page.write_string(*place, content, look)
        else:
            page.write_number(*place, float(content), look)
    _rules(page, sheet, formats)
    page.freeze_panes(sheet.head_rows, sheet.head_columns)
    page.protect()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_footer("&C第 &P 页 / 共 &N 页")


def _rules(page: Any, sheet: SheetPlan, formats: Formats) -> None:
    for area in sheet.merges:
        page.merge_range(_address(area), None)
    for condition in sheet.conditions:
        page.conditional_format(
            _address(condition.cells[0]),
            {
                "type": "formula",
                "criteria": f"={render(condition.rule, home=sheet.name)}",
                "format": formats[condition.style],
                "multi_range": " ".join(_address(area) for area in condition.cells),
            },
        )
    kinds = {
        ValidationKind.LIST: "list",
        ValidationKind.CUSTOM: "custom",
        ValidationKind.TEXT_LENGTH: "length",
    }
    for item in sheet.validations:
        rule = item.rule if isinstance(item.rule, str) else render(item.rule, home=sheet.name)
        options = {
            "validate": kinds[item.kind],
            "value": int(rule) if item.kind is ValidationKind.TEXT_LENGTH else f"={rule}",
            "criteria": "<=",
            "input_title": item.title,
            "input_message": item.prompt,
            "error_title": item.title,
            "error_message": item.error,
            "other_cells": [
                [a.first_row - 1, a.first_column - 1, a.last_row - 1, a.last_column - 1]
                for a in item.cells[1:]
            ],
        }
        page.data_validation(_address(item.cells[0]), options)


def _address(area: Merge) -> str:
    return area_address(area.first_row, area.first_column, area.last_row, area.last_column)
