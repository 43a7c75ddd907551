"""历年: how much of its points each applicant reached, first-level indicators apart, over years."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from builder.book.book_plan import BookPlan
from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.charts import CellRange, ChartKind, ChartPlan, SeriesPlan
from builder.book.sheet import FilterPlan, Merge, SheetPlan
from builder.book.style import Style
from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.model.credit_code import LENGTH, strange_places
from builder.model.verdict import ScorePart

_LIST, _CURVES = "历年一览", "历年得分率"
_LIST_HEADINGS = (
    *("申报组织", "统一社会信用代码", "年度", "奖项", "版次"),
    *("得分", "满分", "得分率", "文件"),
)
_LIST_WIDTHS = (30.0, 24.0, 10.0, 30.0, 18.0, 10.0, 10.0, 10.0, 40.0)
_NAME_WIDTH, _YEAR_WIDTH, _MOST_YEARS, _CHART_COLUMNS = 26.0, 11.0, 8, 6
_CHART_ROWS = 16
_TOTAL, _UNKNOWN = "总分", "年度不明"
_GUIDE = (
    "得分率＝核验得分÷满分，不同年份、不同版次的分值不同，得分率可以放在一起看。"
    "同一组织按统一社会信用代码认，没有写对代码的按名称认。"
)


@frozen
class YearRecord:
    """What one returned workbook came to: whose, of which year, its exact score and its parts."""

    path: str
    applicant: str
    credit_code: str
    year: int | None
    award: str
    edition: str
    total: Decimal
    maximum: Decimal
    parts: tuple[ScorePart, ...]

    @property
    def company(self) -> str:
        """What tells one company from another: its code where it is one, else its name."""
        code = reduced(self.credit_code).upper()
        valid = len(code) == LENGTH and not strange_places(code)
        return code if valid else reduced(self.applicant or self.path)


def plan_history(records: Sequence[YearRecord]) -> BookPlan:
    """The workbook: every file in a list, then for each company a table and its curves."""
    ordered = sorted(records, key=lambda one: (one.year or 0, one.path))
    companies: dict[str, list[YearRecord]] = {}
    for record in ordered:
        companies.setdefault(record.company, []).append(record)
    return BookPlan(
        title="历年得分率",
        sheets=(_list(companies.values()), _curves(companies.values())),
    )


def _list(companies: Iterable[Sequence[YearRecord]]) -> SheetPlan:
    canvas = Canvas(_LIST, _LIST_WIDTHS)
    canvas.title(_LIST)
    canvas.line(2, Style.GUIDE, _GUIDE)
    canvas.headings(3, _LIST_HEADINGS)
    row = 3
    for company in companies:
        for one in company:
            row += 1
            texts = (one.applicant, one.credit_code, _year(one), one.award, one.edition)
            for column, text in enumerate(texts, start=1):
                canvas.put(row, column, Style.NAME, fitting(text) or None)
            for column, points in ((6, one.total), (7, one.maximum)):
                canvas.put(row, column, Style.COMPUTED_POINTS, points)
            canvas.put(row, 8, Style.COMPUTED_PERCENT, _rate(one.total, one.maximum))
            canvas.put(row, 9, Style.OFFICIAL, fitting(one.path))
            shown = (*texts[:1], *texts[3:4], one.path)
            widths = (_LIST_WIDTHS[0], _LIST_WIDTHS[3], _LIST_WIDTHS[8])
            canvas.fit(row, tuple(zip(shown, widths, strict=True)), least=22)
    area = Merge.between(Cell(_LIST, 3, 1), Cell(_LIST, max(row, 3), len(_LIST_HEADINGS)))
    return replace(
        canvas.sheet,
        filter=FilterPlan(area=area, buttons=(1, 3, 4)),
        head_rows=3,
        landscape=True,
        tab_style=Style.LINK,
    )


def _curves(companies: Iterable[Sequence[YearRecord]]) -> SheetPlan:
    widths = (_NAME_WIDTH, *([_YEAR_WIDTH] * (_MOST_YEARS + _CHART_COLUMNS)))
    canvas = Canvas(_CURVES, widths)
    canvas.title(_CURVES)
    canvas.line(2, Style.GUIDE, _GUIDE)
    charts: list[ChartPlan] = []
    breaks: list[int] = []
    row = 4
    for company in companies:
        first = row
        row, chart = _company(canvas, row, company[-_MOST_YEARS:])
        charts += chart
        row = max(row, first + _CHART_ROWS + 2) + 1
        breaks.append(row - 1)
    return replace(
        canvas.sheet,
        charts=tuple(charts),
        breaks=tuple(breaks[:-1]),
        head_rows=2,
        landscape=True,
        tab_style=Style.SUBTOTAL,
    )


def _company(
    canvas: Canvas, row: int, records: Sequence[YearRecord]
) -> tuple[int, tuple[ChartPlan, ...]]:
    """The table of one company from a row on; the row after it, and its curves."""
    names = list(dict.fromkeys(one.applicant for one in reversed(records) if one.applicant))
    former = f"（曾用名：{'、'.join(names[1:])}）" if names[1:] else ""
    title = fitting(f"{names[0] if names else records[-1].path}{former}")
    canvas.span(Merge.across(row, 1, _MOST_YEARS + 1), Style.SUBTOTAL, title)
    head = row + 1
    canvas.put(head, 1, Style.HEADER, "一级指标")
    for column, label in enumerate(_labels(records), start=2):
        canvas.put(head, column, Style.HEADER, label)
    canvas.fit(head, (), least=24)
    rows = dict(_rates(records))
    for place, (label, rates) in enumerate(rows.items(), start=head + 1):
        canvas.put(place, 1, Style.TOTAL if label == _TOTAL else Style.NAME, fitting(label))
        for column, rate in enumerate(rates, start=2):
            canvas.put(place, column, Style.COMPUTED_PERCENT, rate)
        canvas.fit(place, ((label, _NAME_WIDTH),), least=20)
    last = head + len(rows)
    years = CellRange(first=canvas.cell(head, 2), last=canvas.cell(head, 1 + len(records)))
    series = tuple(
        SeriesPlan(
            name=canvas.cell(place, 1),
            values=CellRange(
                first=canvas.cell(place, 2), last=canvas.cell(place, 1 + len(records))
            ),
        )
        for place in range(head + 1, last + 1)
    )
    chart = ChartPlan(
        kind=ChartKind.LINE,
        title=f"{fitting(names[0]) if names else ''}　各年得分率",
        categories=years,
        series=series,
        top_left=(row, _MOST_YEARS + 2),
        bottom_right=(row + _CHART_ROWS, _MOST_YEARS + _CHART_COLUMNS + 2),
        highest=1,
        percent=True,
    )
    return last + 1, (chart,) if len(records) > 1 else ()


def _rates(records: Sequence[YearRecord]) -> Iterator[tuple[str, list[Decimal | None]]]:
    """The rate of every first-level indicator in each record, and that of the total.

    An indicator is the same by its name, whatever number it had.
    """
    named = [{_name(part.label): part for part in one.parts} for one in records]
    labels = dict.fromkeys(name for parts in reversed(named) for name in parts)
    for label in labels:
        parts = (each.get(label) for each in named)
        yield label, [None if part is None else _rate(part.score, part.points) for part in parts]
    yield _TOTAL, [_rate(one.total, one.maximum) for one in records]


def _labels(records: Sequence[YearRecord]) -> Iterator[str]:
    """What each year is called; a second file of a year says so."""
    seen: dict[str, int] = {}
    for one in records:
        year = _year(one)
        seen[year] = seen.get(year, 0) + 1
        yield year if seen[year] == 1 else f"{year}（{seen[year]}）"


def _name(label: str) -> str:
    """The name of an indicator without its number."""
    return label.partition(" ")[2] or label


def _year(record: YearRecord) -> str:
    return _UNKNOWN if record.year is None else str(record.year)


def _rate(score: Decimal, points: Decimal) -> Decimal | None:
    return round(score / points, 4) if points else None
