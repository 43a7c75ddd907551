"""The line charts of the three-year figures: a small one for each row that is filled in.

Each has an axis of its own, which shows the change, so that no unit and no size hides another.
"""

from collections.abc import Sequence

from builder.book.charts import ChartKind, ChartPlan, SeriesPlan
from builder.formula.expression import Cell, Expression
from builder.formula.words import IF, INT, MIN, divided, equal, plus, times
from builder.kit.metric_columns import BENCHMARK, NUMBER, STATUS, UNIT
from builder.kit.trend_sheet import Trend

# Rows of the sheet's standard height that a chart covers.
CHART_ROWS = 9
# Rows left free under a row of charts.
_GAP = 1
# The first column of each chart in a row of charts, and the column after the last.
_EDGES = (NUMBER, UNIT, BENCHMARK + 1, STATUS + 1)
_ABREAST = len(_EDGES) - 1
# Rows of charts that a landscape page holds below the head of the sheet.
_DOWN_A_PAGE = 3
# A page of charts.
MOST_CHARTS = _DOWN_A_PAGE * _ABREAST


def plan_charts(trends: Sequence[Trend], first_row: int) -> tuple[ChartPlan, ...]:
    """Charts side by side from ``first_row`` on, each of one figure."""
    return tuple(
        ChartPlan(
            kind=ChartKind.LINE,
            title=f"趋势图{place + 1}",
            titled=trend.title,
            categories=trend.years,
            series=(SeriesPlan(name=trend.title, values=trend.values),),
            top_left=(_top(place, first_row), _EDGES[place % _ABREAST]),
            bottom_right=(_top(place, first_row) + CHART_ROWS, _EDGES[place % _ABREAST + 1]),
        )
        for place, trend in enumerate(trends)
    )


def chart_breaks(charts: Sequence[ChartPlan], heading_row: int) -> tuple[int, ...]:
    """The rows after which a page ends, so that none cuts a chart in two or parts the heading."""
    tops = sorted({chart.top_left[0] for chart in charts})
    return tuple(
        (heading_row if place == 0 else top) - 1
        for place, top in enumerate(tops)
        if place % _DOWN_A_PAGE == 0
    )


def printed_down_to(count: Cell, most: int, table_end: int) -> Expression:
    """The last row that prints: that of the table, or of the last row of charts that show anything.

    The row after the table is their heading.
    """
    rows = INT(divided(plus(MIN(count, most), _ABREAST - 1), _ABREAST))
    charts = plus(table_end + 1, times(rows, CHART_ROWS + _GAP))
    return IF(equal(count, 0), table_end, charts)


def _top(place: int, first_row: int) -> int:
    return first_row + place // _ABREAST * (CHART_ROWS + _GAP)
