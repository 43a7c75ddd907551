"""汇总 draws the rates as a radar and the points as bars, from its own cells."""

import pytest

from builder.book.charts import ChartKind
from builder.book.style import Style
from builder.kit.sheet_names import METRICS, SCORING, SUMMARY
from tests.support.workbooks import PROVED_KITS, shipped_plan

every_kit = pytest.mark.parametrize("kit", PROVED_KITS)


@every_kit
def test_a_radar_needs_three_corners(kit: str) -> None:
    sheet = shipped_plan(kit).sheet(SUMMARY)
    corners = [cell for cell in sheet.cells if cell.style is Style.NAME]
    kinds = [chart.kind for chart in sheet.charts]
    wanted = [ChartKind.RADAR, ChartKind.BAR] if len(corners) >= 3 else [ChartKind.BAR]
    assert kinds == wanted


@every_kit
def test_a_chart_shows_the_first_level_indicators_and_no_total(kit: str) -> None:
    sheet = shipped_plan(kit).sheet(SUMMARY)
    rows = [cell.row for cell in sheet.cells if cell.style is Style.NAME]
    for chart in sheet.charts:
        drawn = (chart.categories, *(series.values for series in chart.series))
        assert {(area.first.row, area.last.row) for area in drawn} == {(rows[0], rows[-1])}


@every_kit
def test_no_chart_lies_over_a_cell_that_is_used(kit: str) -> None:
    for sheet in shipped_plan(kit).sheets:
        for chart in sheet.charts:
            (top, left), (bottom, right) = chart.top_left, chart.bottom_right
            under = [
                cell
                for cell in sheet.cells
                if top <= cell.row < bottom and left <= cell.column < right
            ]
            assert under == []


@every_kit
def test_the_rows_of_a_group_fold_under_its_subtotal(kit: str) -> None:
    plan = shipped_plan(kit)
    outline = plan.sheet(SCORING).outline
    assert len(outline) == len(plan.groups)
    ends = {(last + 1, level) for _, last, level in outline}
    assert {row for row, _ in ends} == {group.score.row for group in plan.groups}
    # Excel folds at most seven levels under the first.
    assert max((level for _, _, level in outline), default=0) <= 7


@every_kit
def test_no_printed_page_ends_within_a_chart_of_figures(kit: str) -> None:
    plan = shipped_plan(kit)
    if plan.metrics is None:
        return
    sheet = plan.sheet(METRICS)
    heights = dict(sheet.heights)
    ends = [*sheet.breaks, 10_000]
    for chart in sheet.charts:
        top, bottom = chart.top_left[0], chart.bottom_right[0]
        page_end = next(end for end in ends if end >= top)
        assert bottom <= page_end + 1
        # A landscape page of A4, made smaller to the width of the table, holds 600 points.
        start = max(end for end in (*sheet.breaks, 0) if end < top) + 1
        head = sum(heights.get(row, 15.0) for row in range(1, sheet.head_rows + 1))
        assert head + sum(heights.get(row, 15.0) for row in range(start, bottom)) <= 600
