"""近三年数据: the figures that the criteria of the results ask for, and what they show."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from builder.book.book_plan import Allowed, InputKind, InputPlan, NamePlan
from builder.book.canvas import Canvas
from builder.book.naming import row_name
from builder.book.sheet import Formula, Merge, PrintedRows, SheetPlan
from builder.book.style import Style
from builder.formula.expression import Cell, Expression
from builder.formula.words import IF
from builder.frozen import frozen
from builder.kit import metric_columns as at
from builder.kit.field_status import is_year, year_heading
from builder.kit.metric_charts import (
    MOST_CHARTS,
    chart_breaks,
    plan_charts,
    printed_down_to,
)
from builder.kit.metric_columns import HEADER_ROW
from builder.kit.metric_plan import MetricRowPlan, MetricsPlan
from builder.kit.metric_rules import conditions, validations
from builder.kit.metric_words import OWN_METRIC, YEARS, change, metric_status, trend
from builder.kit.sheet_names import APPLICANT, METRICS, METRICS_TABLE
from builder.kit.trend_sheet import plan_trends
from builder.model.official import Indicator
from builder.model.scheme import Metric, Scheme

# Rows of each group in which an applicant adds figures of its own.
SPARE_ROWS = 3
# An indicator and the figures beneath it, each with the indicator whose criteria name it.
Group = tuple[Indicator, tuple[tuple[Indicator, Metric], ...]]
_HINT_ROW, _YEAR_ROW = 2, 3
FIRST_ROW = HEADER_ROW + 1
_HINT = (
    "测量项目照抄自各指标的评价要点。按左边的单位填最近三个年度的数，只写数字；没有的项目留空。"
    f"每组末尾的 {SPARE_ROWS} 行可自行增加项目。"
    "已印的单位是为便于比较所作的约定，非原文件规定，单位不同的请在空行另写。"
)
_CHARTS = f"趋势图（填满三年的前 {MOST_CHARTS} 个项目，一个项目一张图；随上表的数字变化）"
# What each column is called before the year of application is known.
_CALLED = dict((*at.HEADINGS, *zip(at.YEAR_COLUMNS, (word for word, _ in YEARS), strict=True)))
_YEAR_CAPTION = "申报年度"
_YEAR_HINT = f"随“{APPLICANT}”中的申报年度；三个年度就是它之前的三个年份。"


@frozen
class MetricsSheet:
    """The sheet, its inputs, the names of the table's body and rows, and its rows as data.

    ``behind`` is the hidden sheet of what its charts draw.
    """

    sheet: SheetPlan
    behind: SheetPlan
    inputs: tuple[InputPlan, ...]
    names: tuple[NamePlan, ...]
    plan: MetricsPlan


@dataclass(kw_only=True)
class _Layout:
    """What has been laid out; ``shared`` are the formulas of like rows by what makes them alike."""

    canvas: Canvas
    row: int = FIRST_ROW
    inputs: list[InputPlan] = field(default_factory=list)
    rows: list[MetricRowPlan] = field(default_factory=list)
    shared: dict[tuple[object, ...], tuple[Formula, int]] = field(default_factory=dict)

    @property
    def place(self) -> int:
        """The place of the row among all rows, from 1."""
        return self.row - HEADER_ROW

    def compute(
        self, column: int, style: Style, alike: object, made: Callable[[], Expression]
    ) -> Cell:
        """Set a formula that all rows share for which ``alike`` is the same."""
        key = (column, alike)
        if key not in self.shared:
            self.shared[key] = (Formula.of(made()), self.row)
        formula, first = self.shared[key]
        shifted = replace(formula, shift=self.row - first)
        return self.canvas.put(self.row, column, style, shifted)


def plan_metrics(scheme: Scheme, year: Cell) -> MetricsSheet | None:
    """The sheet of a scheme whose criteria name figures, ``None`` for others.

    ``year`` is the cell that holds the year of application.
    """
    groups = _groups(scheme)
    if not groups:
        return None
    canvas = Canvas(METRICS, at.WIDTHS)
    canvas.title(f"{scheme.title}　近三年数据")
    canvas.line(_HINT_ROW, Style.GUIDE, _HINT)
    _year(canvas, year)
    layout = _Layout(canvas=canvas)
    for group, metrics in groups:
        for node, metric in metrics:
            _metric_row(layout, node, metric)
        for _ in range(SPARE_ROWS):
            _metric_row(layout, group, None)
    last_row = layout.row - 1
    behind = plan_trends(tuple(layout.rows), HEADER_ROW, MOST_CHARTS)
    charts = plan_charts(behind.trends, layout.row + 1)
    canvas.line(layout.row, Style.HEADER, _CHARTS)
    canvas.fit(layout.row, (), least=24)
    first = canvas.cell(FIRST_ROW, at.FIRST_INPUT)
    body = Merge.between(first, canvas.cell(last_row, at.LAST_INPUT))
    sheet = replace(
        canvas.sheet,
        validations=validations(tuple(layout.inputs), body),
        conditions=conditions(FIRST_ROW, last_row),
        charts=charts,
        breaks=chart_breaks(charts, layout.row),
        printed=PrintedRows(
            reach=at.STATUS,
            last=charts[-1].bottom_right[0],
            least=last_row,
            down_to=printed_down_to(behind.count, len(charts), last_row),
        ),
        head_rows=HEADER_ROW,
        head_columns=1,
        landscape=True,
        tab_style=Style.INPUT_POINTS,
    )
    return MetricsSheet(
        sheet=sheet,
        behind=behind.sheet,
        inputs=tuple(layout.inputs),
        names=(
            NamePlan(name=METRICS_TABLE, sheet=METRICS, area=body),
            *(NamePlan.of(row.link, row.years[0]) for row in layout.rows),
        ),
        plan=MetricsPlan(rows=tuple(layout.rows)),
    )


def _groups(scheme: Scheme) -> tuple[Group, ...]:
    """The groups that have metrics, each metric with its indicator, all in official order.

    A group is an indicator of the second level with all beneath it: of the first there are few
    with figures, and those further down often have one figure alone.
    """
    own: dict[str, list[Metric]] = {}
    for metric in scheme.metrics:
        own.setdefault(metric.indicator, []).append(metric)
    heads = (
        (head, beneath)
        for root in scheme.indicators
        for head, beneath in ((root, (root,)), *((child, child.walk) for child in root.children))
    )
    groups = (
        (head, tuple((node, metric) for node in beneath for metric in own.get(node.code, ())))
        for head, beneath in heads
    )
    return tuple((head, metrics) for head, metrics in groups if metrics)


def _year(canvas: Canvas, year: Cell) -> None:
    """The year of application, and the headings that follow it."""
    caption = Merge.across(_YEAR_ROW, at.NUMBER, at.INDICATOR)
    canvas.span(caption, Style.LABEL, _YEAR_CAPTION)
    shown = IF(is_year(year), year, "未填")
    canvas.compute(_YEAR_ROW, at.NAME, Style.COMPUTED_COUNT, shown)
    told = Merge.across(_YEAR_ROW, at.UNIT, at.STATUS)
    canvas.span(told, Style.GUIDE, _YEAR_HINT)
    canvas.fit(_YEAR_ROW, (), least=26)
    for column, heading in at.HEADINGS:
        canvas.put(HEADER_ROW, column, Style.HEADER, heading)
    for column, (_, back) in zip(at.YEAR_COLUMNS, YEARS, strict=True):
        canvas.compute(HEADER_ROW, column, Style.HEADER, year_heading(year, back))
    canvas.fit(HEADER_ROW, (), least=28)


def _metric_row(layout: _Layout, node: Indicator, metric: Metric | None) -> None:
    """One figure that the criteria name, or with ``None`` a free row."""
    canvas, row = layout.canvas, layout.row
    code = f"M{layout.place:03d}"
    canvas.put(row, at.NUMBER, Style.NUMBER, code)
    canvas.put(row, at.INDICATOR, Style.NAME, node.label)
    name, unit = ("", "") if metric is None else (metric.name, metric.unit)
    asked: dict[int, Cell] = {}
    for column, words in ((at.NAME, name), (at.UNIT, unit)):
        if words:
            canvas.put(row, column, Style.OFFICIAL if column == at.NAME else Style.NUMBER, words)
        else:
            asked[column] = canvas.put(row, column, Style.INPUT_TEXT)
    for column in at.YEAR_COLUMNS:
        asked[column] = canvas.put(row, column, Style.INPUT_POINTS)
    for column in (at.BENCHMARK, at.SOURCE):
        asked[column] = canvas.put(row, column, Style.INPUT_TEXT)
    layout.inputs += (
        _input(layout.place, column, cell, f"{code}　{name or OWN_METRIC}", node.code)
        for column, cell in asked.items()
    )
    years = tuple(asked[column] for column in at.YEAR_COLUMNS)
    needed = {column: cell for column, cell in asked.items() if column != at.BENCHMARK}
    better = None if metric is None else metric.better
    layout.compute(at.TREND, Style.STATUS, better, lambda: trend(years[0], years[-1], better))
    layout.compute(at.CHANGE, Style.COMPUTED_PERCENT, None, lambda: change(years[0], years[-1]))
    status = layout.compute(
        at.STATUS,
        Style.STATUS,
        tuple(needed),
        lambda: metric_status(years, tuple(needed.values()), (asked[at.BENCHMARK],)),
    )
    layout.rows.append(
        MetricRowPlan(
            number=code,
            indicator=node.code,
            label=f"{code} {name or OWN_METRIC}",
            link=f"{METRICS_TABLE}_row_{layout.place}",
            name=canvas.cell(row, at.NAME),
            years=years,
            benchmark=asked[at.BENCHMARK],
            needed=tuple((_CALLED[column], cell) for column, cell in needed.items()),
            status=status,
        )
    )
    printed = ((at.INDICATOR, node.label), (at.NAME, name), (at.UNIT, unit))
    texts = tuple((text, at.WIDTHS[column - 1]) for column, text in printed)
    canvas.grow(row, texts, least=24)
    layout.row += 1


def _input(place: int, column: int, cell: Cell, title: str, indicator: str) -> InputPlan:
    key = at.TEXT_KEYS.get(column) or f"y{at.YEAR_COLUMNS.index(column) + 1}"
    return InputPlan(
        name=row_name(METRICS_TABLE, place, key),
        kind=InputKind.METRIC,
        cell=cell,
        title=f"{title}　{_CALLED[column]}",
        allowed=Allowed(longest=at.LONGEST.get(column)),
        indicator=indicator,
        table=METRICS_TABLE,
    )
