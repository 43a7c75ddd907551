"""The line charts of the three-year figures: one for each group, in one unit."""

from collections import Counter
from collections.abc import Sequence

from builder.book.canvas import Canvas
from builder.book.charts import CellRange, ChartKind, ChartPlan, SeriesPlan
from builder.kit.metric_columns import NAME, NUMBER, STATUS, UNIT, YEAR_COLUMNS
from builder.model.official import Indicator
from builder.model.scheme import Metric

CHART_ROWS = 14
# Rows left free under a row of charts.
_GAP = 1
# The first column of the left chart, of the right chart, and the column after it.
_EDGES = (NUMBER, UNIT + 1, STATUS + 1)

# Rows of charts that a landscape page holds below the head of the sheet.
_DOWN_A_PAGE = 2

Placed = tuple[Indicator, tuple[tuple[Metric, int], ...]]


def plan_charts(
    canvas: Canvas, groups: Sequence[Placed], header_row: int, first_row: int
) -> tuple[ChartPlan, ...]:
    """Charts two abreast from ``first_row`` on; ``groups`` give each metric the row it stands in.

    Lines of different units do not share an axis: a chart shows the unit that most of a
    group's metrics have, and a group whose metrics have no set unit has no chart.
    """
    drawn = [(node, unit, rows) for node, placed in groups for unit, rows in _main_unit(placed)]
    charts: list[ChartPlan] = []
    for place, (node, unit, rows) in enumerate(drawn):
        across, down = place % 2, place // 2
        top = first_row + down * (CHART_ROWS + _GAP)
        charts.append(
            ChartPlan(
                kind=ChartKind.LINE,
                title=f"{node.label}（{unit}）",
                categories=_years(canvas, header_row),
                series=tuple(
                    SeriesPlan(name=canvas.cell(row, NAME), values=_years(canvas, row))
                    for row in rows
                ),
                top_left=(top, _EDGES[across]),
                bottom_right=(top + CHART_ROWS, _EDGES[across + 1]),
            )
        )
    return tuple(charts)


def chart_breaks(charts: Sequence[ChartPlan], heading_row: int) -> tuple[int, ...]:
    """The rows after which a page ends, so that none cuts a chart in two or parts the heading."""
    tops = sorted({chart.top_left[0] for chart in charts})
    return tuple(
        (heading_row if place == 0 else top) - 1
        for place, top in enumerate(tops)
        if place % _DOWN_A_PAGE == 0
    )


def _main_unit(placed: tuple[tuple[Metric, int], ...]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The unit most metrics have, the first of equals, and their rows; nothing without units."""
    counted = Counter(metric.unit for metric, _ in placed if metric.unit)
    return tuple(
        (unit, tuple(row for metric, row in placed if metric.unit == unit))
        for unit, _ in counted.most_common(1)
    )


def _years(canvas: Canvas, row: int) -> CellRange:
    first, last = (canvas.cell(row, column) for column in (YEAR_COLUMNS[0], YEAR_COLUMNS[-1]))
    return CellRange(first=first, last=last)
