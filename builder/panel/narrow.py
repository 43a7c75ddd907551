"""How wide the sheets of a panel may be, so that a laptop and a printed page show them whole.

A character of the body font is 7 pixels wide at 100 % and 5.25 points on paper. A screen of 1366
pixels leaves 1316 beside the row numbers and the scroll bar: 188 characters. A page of A4 in
landscape between margins of half an inch holds 146 characters at full size, so that 183 are
printed at 80 %: the 10 points of the body font are 8 points then, and nothing smaller is printed.
"""

from builder.book.canvas import Canvas
from builder.book.style import Style
from builder.book.text_height import row_height
from builder.kit.scoring.columns import LEVEL_NAMES, Column

WIDEST = 183.0
# The indicators above the last stand upright beside their rows, a few characters a line.
_NUMBER, _UPPER, _LAST = 4.0, 9.0, 13.0
_NARROW_UPPER, _NARROWEST_UPPER, _NARROW_LAST = 6.0, 5.2, 11.2


def name_columns(
    levels: int, *, narrow: bool = False, narrowest: bool = False
) -> tuple[Column, ...]:
    """The columns of number and names; the ``narrowest`` upper ones hold two characters a line."""
    *upper, last = LEVEL_NAMES[:levels]
    width = _NARROWEST_UPPER if narrowest else _NARROW_UPPER if narrow else _UPPER
    return (
        Column("number", "序号", _NUMBER),
        *(Column(name, name, width) for name in upper),
        Column(last, last, _NARROW_LAST if narrowest else _LAST),
    )


def taken(columns: tuple[Column, ...]) -> float:
    """How wide columns are together."""
    return sum(column.width for column in columns)


def make_room(canvas: Canvas) -> None:
    """Make the rows beside an upright name high enough for it, where it stands beside few."""
    sheet = canvas.sheet
    heights, told = dict(sheet.heights), {(cell.row, cell.column): cell for cell in sheet.cells}
    for area in sheet.merges:
        cell = told[area.first_row, area.first_column]
        if cell.style is not Style.NAME or not isinstance(cell.content, str):
            continue
        rows = range(area.first_row, area.last_row + 1)
        width = sum(sheet.widths[area.first_column - 1 : area.last_column])
        needed = row_height(((cell.content, width),), least=0)
        there = sum(heights.get(row, 0) for row in rows)
        if there < needed:
            for row in rows:
                heights[row] = heights.get(row, 0) + (needed - there) / len(rows)
                canvas.fit(row, (), least=round(heights[row], 1))
