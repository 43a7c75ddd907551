"""The charts of 汇总: how much of what can be reached is reached, first-level indicators apart."""

from builder.book.charts import CellRange, ChartKind, ChartPlan, SeriesPlan
from builder.formula.expression import Cell

# Rows of the sheet's standard height that a chart covers.
CHART_ROWS = 17
BARS = "各一级指标自评得分与最高可得"
# A radar needs three corners.
_LEAST_CORNERS = 3


def summary_charts(
    sheet: str, header_row: int, rows: tuple[int, int], top: int, columns: int, bars: str = BARS
) -> tuple[ChartPlan, ...]:
    """A radar of rates and bars of points side by side from row ``top`` on.

    ``rows`` are the first and last row of the table, under its headings; its columns are the
    indicator, its points, the most attainable, the score, the rate. ``bars`` is their title.
    """
    first, last = rows

    def column(place: int) -> CellRange:
        return CellRange(first=Cell(sheet, first, place), last=Cell(sheet, last, place))

    def series(place: int) -> SeriesPlan:
        return SeriesPlan(name=Cell(sheet, header_row, place), values=column(place))

    bottom, middle = top + CHART_ROWS, columns // 2 - 1
    radar = ChartPlan(
        kind=ChartKind.RADAR,
        title="各一级指标得分率",
        categories=column(1),
        series=(series(5),),
        top_left=(top, 1),
        bottom_right=(bottom, middle),
        highest=1,
        percent=True,
    )
    compared = ChartPlan(
        kind=ChartKind.BAR,
        title=bars,
        categories=column(1),
        series=(series(3), series(4)),
        top_left=(top, middle),
        bottom_right=(bottom, columns + 1),
    )
    if last - first + 1 >= _LEAST_CORNERS:
        return (radar, compared)
    return (compared,)
