"""The charts of 汇总: how much of what can be reached is reached, first-level indicators apart."""

from builder.book.charts import CellRange, ChartKind, ChartPlan, SeriesPlan
from builder.formula.expression import Cell

# Rows of the sheet's standard height that a chart covers.
CHART_ROWS = 17
BARS = "各一级指标自评得分与最高可得"
# A radar needs three corners.
_LEAST_CORNERS = 3


def summary_charts(
    sheet: str, rows: tuple[int, int], top: int, columns: int, bars: str = BARS
) -> tuple[ChartPlan, ...]:
    """A radar of rates and bars of points side by side from row ``top`` on.

    ``rows`` are the first and last row of the table, under its headings; its columns are the
    indicator, its points, the most attainable, the score, the rate. ``bars`` is their title.
    """
    first, last = rows

    def series(place: int) -> SeriesPlan:
        values = CellRange.down(sheet, place, first, last)
        return SeriesPlan(name=Cell(sheet, first - 1, place), values=values)

    names, bottom, middle = series(1).values, top + CHART_ROWS, columns // 2 - 1
    compared = ChartPlan(
        kind=ChartKind.BAR,
        title=bars,
        categories=names,
        series=(series(3), series(4)),
        top_left=(top, middle),
        bottom_right=(bottom, columns + 1),
    )
    return (*rate_radar(names, series(5), (top, 1), (bottom, middle)), compared)


def rate_radar(
    names: CellRange, rates: SeriesPlan, top_left: tuple[int, int], bottom_right: tuple[int, int]
) -> tuple[ChartPlan, ...]:
    """The rates of the first-level indicators around a radar, none where there are too few."""
    if len(names.cells) < _LEAST_CORNERS:
        return ()
    return (
        ChartPlan(
            kind=ChartKind.RADAR,
            title="各一级指标得分率",
            categories=names,
            series=(rates,),
            top_left=top_left,
            bottom_right=bottom_right,
            highest=1,
            percent=True,
        ),
    )
