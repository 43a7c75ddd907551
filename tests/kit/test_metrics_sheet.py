"""The figures over three years: what is asked for, and what a row shows as it is filled in."""

from dataclasses import replace
from decimal import Decimal

import pytest

from builder.book.charts import ChartKind
from builder.book.evaluation import Evaluation
from builder.book.naming import row_name
from builder.formula.expression import Cell
from builder.formula.value import ErrorValue, Value
from builder.kit.applicant_sheet import YEAR
from builder.kit.kit_plan import KitPlan
from builder.kit.metric_columns import CHANGE, HEADER_ROW, NAME, STATUS, TREND, UNIT, YEAR_COLUMNS
from builder.kit.metric_plan import MetricsPlan
from builder.kit.metrics_sheet import SPARE_ROWS
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import METRICS, METRICS_TABLE
from builder.model.scheme import Better, Metric
from tests.support.workbooks import SUIHUA, WUHAN_INDIVIDUAL, shipped_plan, shipped_scheme

from .samples import CAPPED, HERE


def metric(indicator: str, name: str, unit: str = "", better: Better | None = None) -> Metric:
    return Metric(indicator=indicator, name=name, unit=unit, better=better, position=HERE)


# In another order than the indicators stand in.
MEASURED = replace(
    CAPPED,
    metrics=(
        metric("3", "利润", "万元"),
        metric("2.1", "合格率", "%", Better.UP),
        metric("2.1", "返修率", "%", Better.DOWN),
        metric("2.1", "产量"),
    ),
)
PLAN = plan_workbook(MEASURED)


def rows_of(plan: KitPlan) -> MetricsPlan:
    assert plan.metrics is not None
    return plan.metrics


def filled(row: int, **values: Value) -> dict[str, Value]:
    return {row_name(METRICS_TABLE, row, key): value for key, value in values.items()}


def shown(answers: dict[str, Value], row: int, column: int) -> Value:
    return Evaluation(PLAN, answers).value(Cell(METRICS, HEADER_ROW + row, column))


def numbers(*years: str) -> dict[str, Value]:
    return {f"y{place}": Decimal(year) for place, year in enumerate(years, start=1) if year}


def test_every_figure_has_a_row_under_its_indicator_with_free_rows_after_it() -> None:
    rows = rows_of(PLAN).rows
    names = [shown({}, place, NAME) for place in range(1, len(rows) + 1)]
    free = [None] * SPARE_ROWS
    assert names == ["合格率", "返修率", "产量", *free, "利润", *free]
    assert [row.indicator for row in rows] == ["2.1"] * 6 + ["3"] * 4
    assert [row.number for row in rows][::9] == ["M001", "M010"]


def test_a_row_asks_for_the_name_and_the_unit_only_where_the_scheme_has_none() -> None:
    asked = {
        place: {name for name, _ in row.needed} & {"测量项目", "单位"}
        for place, row in enumerate(rows_of(PLAN).rows, start=1)
    }
    assert [asked[1], asked[3], asked[4]] == [set(), {"单位"}, {"测量项目", "单位"}]
    assert [shown({}, place, UNIT) for place in (1, 3, 4, 7)] == ["%", None, None, "万元"]


UNKNOWN_YEARS = ("申报前第3年", "申报前第2年", "申报前第1年")


@pytest.mark.parametrize(
    ("year", "headings"),
    [
        (None, UNKNOWN_YEARS),
        (Decimal(2026), ("2023年", "2024年", "2025年")),
        (Decimal(2000), ("1997年", "1998年", "1999年")),
        (Decimal(2101), UNKNOWN_YEARS),
        (Decimal("2025.5"), UNKNOWN_YEARS),
        ("今年", UNKNOWN_YEARS),
    ],
)
def test_the_headings_follow_the_year_of_application(
    year: Value, headings: tuple[str, ...]
) -> None:
    answers = {YEAR: year}
    assert tuple(shown(answers, 0, column) for column in YEAR_COLUMNS) == headings


@pytest.mark.parametrize(
    ("row", "years", "arrow"),
    [
        (1, ("98", "97", "99"), "↑ 向好"),
        (1, ("98", "99", "97"), "↓ 变差"),
        (2, ("3", "2", "1"), "↓ 向好"),
        (2, ("1", "2", "3"), "↑ 变差"),
        (7, ("1", "2", "3"), "↑ 上升"),
        (7, ("3", "", "1"), "↓ 下降"),
        (7, ("3", "4", "3"), "→ 持平"),
        (7, ("3", "4", ""), ""),
        (7, ("", "", ""), ""),
    ],
)
def test_the_trend_goes_from_the_first_year_to_the_last(
    row: int, years: tuple[str, ...], arrow: str
) -> None:
    assert shown(filled(row, **numbers(*years)), row, TREND) == arrow


@pytest.mark.parametrize(
    ("years", "change"),
    [
        (("80", "90", "100"), Decimal("0.25")),
        (("80", "", "60"), Decimal("-0.25")),
        (("80", "90", ""), ""),
        (("0", "1", "2"), ""),
        (("-4", "1", "2"), ""),
    ],
)
def test_the_change_is_a_share_of_the_first_year_where_that_is_positive(
    years: tuple[str, ...], change: Value
) -> None:
    assert shown(filled(1, **numbers(*years)), 1, CHANGE) == change


@pytest.mark.parametrize(
    ("row", "values", "word"),
    [
        (1, {}, ""),
        (1, {"y1": Decimal(1)}, "不全"),
        (1, {"benchmark": "行业平均 95"}, "不全"),
        (1, {**numbers("1", "2", "3")}, "不全"),
        (1, {**numbers("1", "2", "3"), "source": "年报"}, "完整"),
        (1, {**numbers("1", "0", "3"), "source": "年报"}, "完整"),
        (1, {**numbers("1", "2", "3"), "y2": "九成", "source": "年报"}, "非数字"),
        (1, {"y2": "九成"}, "非数字"),
        (3, {**numbers("1", "2", "3"), "source": "年报"}, "不全"),
        (3, {**numbers("1", "2", "3"), "source": "年报", "unit": "台"}, "完整"),
        (4, {"unit": "台"}, "不全"),
        (4, {**numbers("1", "2", "3"), "source": "年报", "unit": "台", "name": "甲"}, "完整"),
    ],
)
def test_the_state_of_a_row_says_how_far_it_has_come(
    row: int, values: dict[str, Value], word: str
) -> None:
    assert shown(filled(row, **values), row, STATUS) == word
    others = [place for place in range(1, 11) if place != row]
    assert {shown(filled(row, **values), other, STATUS) for other in others} == {""}


def test_a_chart_draws_one_row_that_has_all_years_and_none_draws_another() -> None:
    assert PLAN.metrics is not None
    begun, whole, *_ = PLAN.metrics.rows
    answers: dict[str, Value] = {row_name(METRICS_TABLE, 1, "y1"): Decimal(7)}
    answers |= {row_name(METRICS_TABLE, 2, f"y{year}"): Decimal(90 + year) for year in (1, 2, 3)}
    evaluation = Evaluation(PLAN, answers)
    first, second, *_ = PLAN.sheet(METRICS).charts
    assert first.kind is ChartKind.LINE
    (line,) = first.series
    assert [evaluation.value(cell) for cell in line.values.cells] == [91, 92, 93]
    said = str(evaluation.value(line.name))
    assert said.startswith(str(evaluation.value(whole.name)))
    assert str(evaluation.value(begun.name)) not in said
    assert [evaluation.value(cell) for cell in first.categories.cells] == [
        evaluation.value(Cell(METRICS, HEADER_ROW, column)) for column in YEAR_COLUMNS
    ]
    # Nothing is to be seen of a chart that has nothing to draw.
    assert second.titled is not None
    shown = (second.titled, *second.categories.cells)
    assert {evaluation.value(cell) for cell in shown} == {""}
    values = second.series[0].values.cells
    assert {evaluation.value(cell) for cell in values} == {ErrorValue.NA}


@pytest.mark.parametrize("plan", [PLAN, shipped_plan(f"{SUIHUA} 行业=医疗")])
def test_no_chart_lies_over_a_cell_or_over_another_chart(plan: KitPlan) -> None:
    sheet = plan.sheet(METRICS)
    covered = [
        (row, column)
        for chart in sheet.charts
        for row in range(chart.top_left[0], chart.bottom_right[0])
        for column in range(chart.top_left[1], chart.bottom_right[1])
    ]
    assert len(covered) == len(set(covered))
    assert not set(covered) & {(cell.row, cell.column) for cell in sheet.cells}
    assert max(column for _, column in covered) <= len(sheet.widths)


def test_a_scheme_that_names_no_figures_has_no_such_sheet() -> None:
    for plan in (plan_workbook(CAPPED), shipped_plan(WUHAN_INDIVIDUAL)):
        assert plan.metrics is None
        assert METRICS not in [sheet.name for sheet in plan.sheets]


def test_a_kit_asks_only_for_the_figures_of_the_indicators_it_has() -> None:
    general, medical = (
        {metric.name for metric in shipped_scheme(kit).metrics}
        for kit in (SUIHUA, f"{SUIHUA} 行业=医疗")
    )
    assert "预约诊疗率" in medical - general
    assert general < medical
    assert not any("呼损率" in name for name in medical)
