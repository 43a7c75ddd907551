"""A list of a scheme as a sheet: a row an entry, and room for more."""

from dataclasses import replace

from builder.book.canvas import Canvas
from builder.book.sheet import Merge, SheetPlan, ValidationPlan
from builder.book.style import Style
from builder.form import validated
from builder.form.tables import Column, FormTable
from builder.load.key_notes import KEY_NOTES
from builder.load.shapes import Sort

# Rows to write in below the last, and how far down a sheet the dropdowns reach.
ROOM, REACH = 12, 400
_NARROW, _CODE, _MIDDLE, _WIDE, _WHOLE = 12.0, 14.0, 26.0, 46.0, 90.0
_LONG = 24


def plan_list(table: FormTable, headings: int) -> SheetPlan:
    """The sheet of a list, its headings in the row of that number."""
    widths = tuple(_width(table, at) for at in range(len(table.columns)))
    canvas = Canvas(table.sheet, widths)
    canvas.title(table.sheet)
    canvas.line(2, Style.GUIDE, KEY_NOTES.get(table.key, "一行一条。"))
    canvas.headings(headings, (heading(column) for column in table.columns))
    first = headings + 1
    put_rows(canvas, table, first)
    last = first + len(table.rows) + REACH
    validations: list[ValidationPlan] = []
    for at, column in enumerate(table.columns, start=1):
        note = KEY_NOTES.get(column.name, "")
        cells = (Merge.down(at, first, last),)
        validations += validated.rules(column.caption, note, column.shape, cells)
    return replace(
        canvas.sheet,
        validations=tuple(validations),
        head_rows=headings,
        landscape=True,
        locked=False,
    )


def heading(column: Column) -> str:
    """What a column is headed; one that every row must fill has a star."""
    return f"{column.caption} *" if column.required and column.name else column.caption


def put_rows(canvas: Canvas, table: FormTable, first: int) -> None:
    """Set the cells of every row, and those of some rows more that are blank."""
    blank = ("",) * len(table.columns)
    rows = [one.cells for one in table.rows] + [blank] * ROOM
    for row, cells in enumerate(rows, start=first):
        for at, (cell, column) in enumerate(zip(cells, table.columns, strict=True), start=1):
            style, content = validated.look(column.shape, cell)
            canvas.put(row, at, style, content)
        canvas.fit(row, tuple(zip(cells, canvas.widths, strict=True)), least=22)


def _width(table: FormTable, at: int) -> float:
    column = table.columns[at]
    if len(table.columns) == 1:
        return _WHOLE
    longest = max(
        (len(line) for row in table.rows for line in row.cells[at].split("\n")), default=0
    )
    if column.shape.sort in (Sort.NUMBER, Sort.AMOUNT, Sort.WORD, Sort.DAY):
        return _NARROW if longest < _LONG // 4 else _CODE
    if column.shape.sort is Sort.CODE:
        return _CODE
    return _WIDE if longest > _LONG or len(table.columns) < 3 else _MIDDLE
