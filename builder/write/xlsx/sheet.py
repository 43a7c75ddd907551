"""One planned sheet as a worksheet part (ECMA-376 Part 1, 18.3)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import groupby, zip_longest

from builder.book.evaluation import Evaluation
from builder.book.sheet import CellPlan, Formula, SheetPlan
from builder.book.style import INPUT_STYLES, Style
from builder.book.text_height import HIGHEST_ROW, row_height
from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.formula.render import plain_number
from builder.formula.value import ErrorValue, Value
from builder.write.xlsx.escape import element_text
from builder.write.xlsx.formulas import formula_elements
from builder.write.xlsx.rules import conditions_xml, filter_xml, merges_xml, validations_xml
from builder.write.xlsx.strings import SharedStrings
from builder.write.xlsx.styles import StyleSheet

# Prevents accidents only: no password; widths, heights, filters and comments stay free.
_PROTECTION = (
    '<sheetProtection sheet="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0"/>'
)


def sheet_xml(
    sheet: SheetPlan,
    evaluation: Evaluation,
    styles: StyleSheet,
    strings: SharedStrings,
    ending: str,
) -> str:
    """The worksheet part, formulas with their right values already beside them.

    ``ending`` is what follows the validations: how the sheet prints, and its drawing.
    """
    colour = styles.colours.get(sheet.tab_style)
    tab = f"<tabColor {colour}/>" if colour else ""
    parts = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
        f'<sheetPr>{tab}<pageSetUpPr fitToPage="1"/></sheetPr>',
        _view(sheet),
        _format(sheet),
        _columns(sheet, styles),
        _rows(sheet, evaluation, styles, strings),
        _PROTECTION if sheet.locked else "",
        filter_xml(sheet),
        merges_xml(sheet),
        conditions_xml(sheet, styles),
        validations_xml(sheet),
        ending,
        "</worksheet>",
    )
    return "".join(parts)


def _view(sheet: SheetPlan) -> str:
    if not sheet.head_rows:
        pane = ""
    else:
        corner = cell_address(sheet.head_rows + 1, sheet.head_columns + 1)
        across = f' xSplit="{sheet.head_columns}"' if sheet.head_columns else ""
        active = "bottomRight" if sheet.head_columns else "bottomLeft"
        pane = (
            f'<pane{across} ySplit="{sheet.head_rows}" topLeftCell="{corner}"'
            f' activePane="{active}" state="frozen"/><selection pane="{active}"/>'
        )
    return (
        f'<sheetViews><sheetView showGridLines="0" workbookViewId="0">{pane}'
        "</sheetView></sheetViews>"
    )


def _format(sheet: SheetPlan) -> str:
    deepest = max((level for _, _, level in sheet.outline), default=0)
    levels = f' outlineLevelRow="{deepest}"' if deepest else ""
    # What Excel itself writes where somebody hides all rows below a table (18.3.1.81).
    hidden = ' zeroHeight="1"' if sheet.column_styles else ""
    return f'<sheetFormatPr defaultRowHeight="15" customHeight="1"{hidden}{levels}/>'


def _columns(sheet: SheetPlan, styles: StyleSheet) -> str:
    looks = [f' style="{styles.cells[style]}"' for style in sheet.column_styles]
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}"{look} customWidth="1"/>'
        for place, (width, look) in enumerate(
            zip_longest(sheet.widths, looks, fillvalue=""), start=1
        )
    )
    return f"<cols>{columns}</cols>"


def _rows(
    sheet: SheetPlan, evaluation: Evaluation, styles: StyleSheet, strings: SharedStrings
) -> str:
    heights, growing = dict(sheet.heights), frozenset(sheet.growing)
    levels = {row: level for first, last, level in sheet.outline for row in range(first, last + 1)}
    formulas = formula_elements(sheet)
    covered = sheet.covered
    rows: list[str] = []
    for row, found in groupby(sheet.cells, key=lambda cell: cell.row):
        cells = tuple(found)
        height = heights.get(row)
        if height and row in growing:
            height = _grown(sheet, cells, evaluation, height)
        fixed = "" if row in growing else ' customHeight="1"'
        size = f' ht="{height}"{fixed}' if height else ""
        level = f' outlineLevel="{levels[row]}"' if row in levels else ""
        rows.append(f'<row r="{row}"{size}{level}>')
        looks = styles.cells
        if sheet.begins_high and row > sheet.head_rows and not any(map(_is_sum, cells)):
            looks = styles.high
        for cell in cells:
            place = Cell(sheet=sheet.name, row=cell.row, column=cell.column)
            value = covered.get((cell.row, cell.column)) or evaluation.value(place)
            if value is not None or not sheet.is_room(cell):
                rows.append(_cell(cell, value, looks[cell.style], strings, formulas))
        rows.append("</row>")
    return f"<sheetData>{''.join(rows)}</sheetData>"


def _is_sum(cell: CellPlan) -> bool:
    return cell.style in (Style.SUBTOTAL, Style.TOTAL)


def _grown(
    sheet: SheetPlan, cells: Iterable[CellPlan], evaluation: Evaluation, least: float
) -> float:
    """How high a row is that grows with the answers that stand in it already."""
    typed = (
        (value, sheet.widths[cell.column - 1])
        for cell in cells
        if cell.style in INPUT_STYLES
        and isinstance(value := evaluation.value(Cell(sheet.name, cell.row, cell.column)), str)
    )
    return min(row_height(tuple(typed), least=least), HIGHEST_ROW)


def _cell(
    cell: CellPlan,
    value: Value,
    look: int,
    strings: SharedStrings,
    formulas: Mapping[tuple[int, int], str],
) -> str:
    start = f'<c r="{cell_address(cell.row, cell.column)}" s="{look}"'
    if isinstance(cell.content, Formula):
        kind, shown = cached(value)
        return f"{start}{kind}>{formulas[cell.row, cell.column]}<v>{shown}</v></c>"
    if isinstance(value, str):
        return f'{start} t="s"><v>{strings.number(value)}</v></c>'
    if value is None:
        return f"{start}/>"
    kind, shown = cached(value)
    return f"{start}{kind}><v>{shown}</v></c>"


def cached(value: Value) -> tuple[str, str]:
    """The type attribute and the text of a value (18.18.11 ST_CellType)."""
    match value:
        case bool():
            return ' t="b"', "1" if value else "0"
        case Decimal():
            return "", binary_number(value)
        case ErrorValue():
            return ' t="e"', value
        case None:
            return "", "0"
        case _:
            return ' t="str"', element_text(value)


def binary_number(value: Decimal) -> str:
    """A number as spreadsheets store it: the shortest text of its nearest double."""
    return plain_number(Decimal(repr(float(value))))
