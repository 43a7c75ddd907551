"""The chart under a ranking: everyone's total as a bar."""

from builder.book.charts import CellRange, ChartKind, ChartPlan, SeriesPlan
from builder.formula.expression import Cell

# More bars than this are lines nobody can read.
_MOST_BARS = 40
# Rows of the sheet's standard height that a chart covers: one a bar and some more, within a page.
_LEAST_ROWS, _MOST_ROWS, _BESIDE_BARS = 18, 32, 4


def total_bars(
    title: str,
    sheet: str,
    rows: tuple[int, int],
    columns: tuple[int, int],
    corners: tuple[int, int],
) -> tuple[ChartPlan, ...]:
    """The bars of a table, none where it has too many rows.

    ``rows`` are its first and last one, under their headings; ``columns`` hold names and totals;
    ``corners`` are the row the chart begins in and the column it ends before.
    """
    (first, last), (names, totals), (top, end) = rows, columns, corners
    if last - first >= _MOST_BARS:
        return ()
    rows_covered = max(_LEAST_ROWS, min(_MOST_ROWS, last - first + _BESIDE_BARS))
    bars = CellRange.down(sheet, totals, first, last)
    return (
        ChartPlan(
            kind=ChartKind.BAR,
            title=title,
            categories=CellRange.down(sheet, names, first, last),
            series=(SeriesPlan(name=Cell(sheet, first - 1, totals), values=bars),),
            top_left=(top, 1),
            bottom_right=(top + rows_covered, end),
        ),
    )
