"""评审员宽严: how each reviewer's points lie to those of the others, over all applicants judged."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.charts import CellRange, ChartKind, ChartPlan, SeriesPlan
from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.formula.expression import Area, Cell
from builder.formula.words import (
    AVERAGE,
    COUNT,
    IF,
    MAX,
    MIN,
    ROUND,
    SUM,
    divided,
    minus,
    more,
)
from builder.model.panel.record import Merged, PanelRecord
from builder.model.panel.task import Opinion

LENIENCY, TOTALS, ITEMS, MADE_EVEN = "评审员宽严", "宽严明细", "逐项宽严", "标准化分"
_HEADINGS = ("评审员", "姓名", "评了几家", "平均偏差", "最大偏差", "最小偏差")
_WIDTHS = (10.0, 22.0, 11.0, 12.0, 14.0, 14.0)
_HEADER_ROW = 3
_FIRST_ROW = _HEADER_ROW + 1
_DETAIL_BEFORE = (9.0, 32.0)
_WIDE, _CHART_ROWS = 9.0, 18
_CENT = Decimal("0.01")
_TOLD = (
    "偏差是一位评审员给一家的各项合计，减去评同一家的其他评审员的平均；正数偏宽，负数偏严，"
    "一家只有一位评审员的不计。各项合计未按上级指标封顶。宽严只供参考，不改变分数。"
)
_OF_ITEMS = (
    "每格是一位评审员在这一项上，比评同一家的其他评审员平均高（负数为低）多少分，"
    "取他所评各家的平均。"
)


def plan_leniency(record: PanelRecord) -> tuple[SheetPlan, ...]:
    """The sheets: in all with a chart, applicant by applicant, item by item."""
    merged = record.merged
    people = tuple(one for one in merged.task.reviewers if _of(merged, one.code))
    codes = tuple(one.code for one in people)
    detail, areas = _totals(record, codes)
    canvas = Canvas(LENIENCY, _WIDTHS)
    canvas.title(LENIENCY)
    canvas.line(2, Style.GUIDE, _TOLD)
    canvas.headings(_HEADER_ROW, _HEADINGS)
    last = _HEADER_ROW + len(people)
    for row, (one, (given, apart)) in enumerate(zip(people, areas, strict=True), start=_FIRST_ROW):
        name = fitting(one.name)
        canvas.put(row, 1, Style.NUMBER, one.code)
        canvas.put(row, 2, Style.NAME, name)
        canvas.compute(row, 3, Style.COMPUTED_COUNT, COUNT(given))
        known = more(COUNT(apart), 0)
        for column, found in enumerate((AVERAGE(apart), MAX(apart), MIN(apart)), start=4):
            canvas.compute(row, column, Style.COMPUTED_POINTS, IF(known, ROUND(found, 2), ""))
        canvas.fit(row, ((name, _WIDTHS[1]),), least=22)
    chart = ChartPlan(
        kind=ChartKind.BAR,
        title="平均偏差（正数偏宽，负数偏严）",
        categories=CellRange.down(LENIENCY, 1, _FIRST_ROW, last),
        series=(
            SeriesPlan(
                name=Cell(LENIENCY, _HEADER_ROW, 4),
                values=CellRange.down(LENIENCY, 4, _FIRST_ROW, last),
            ),
        ),
        top_left=(last + 2, 1),
        bottom_right=(last + 2 + _CHART_ROWS, len(_WIDTHS) + 1),
        signed=True,
    )
    first = replace(canvas.sheet, charts=(chart,), head_rows=_HEADER_ROW)
    even = (_made_even(record, codes),) if merged.adjusted else ()
    return (first, detail, _items(record, codes), *even)


def _of(merged: Merged, reviewer: str) -> tuple[Opinion, ...]:
    return tuple(one for one in merged.opinions if one.reviewer == reviewer)


def _totals(
    record: PanelRecord, codes: Sequence[str]
) -> tuple[SheetPlan, tuple[tuple[Area, Area], ...]]:
    """What everybody gave in all and how far that lies from the others, and where both stand."""
    merged, count = record.merged, len(codes)
    canvas = Canvas(TOTALS, (*_DETAIL_BEFORE, *(_WIDE for _ in range(2 * count))))
    canvas.title(TOTALS)
    canvas.line(2, Style.GUIDE, "左边是各项合计，右边是与评同一家的其他评审员的平均之差。")
    heads = (*codes, *(f"{code} 偏差" for code in codes))
    canvas.headings(_HEADER_ROW, ("编号", "申报者", *heads), height=32)
    names, last = merged.task.names, _HEADER_ROW + len(merged.task.names)
    for row, (applicant, name) in enumerate(names, start=_FIRST_ROW):
        canvas.put(row, 1, Style.NUMBER, applicant)
        canvas.put(row, 2, Style.NAME, fitting(name))
        canvas.fit(row, ((name, _DETAIL_BEFORE[1]),), least=22)
        given = {one.reviewer: one for one in merged.of(applicant)}
        cells = {
            code: canvas.put(
                row,
                column,
                Style.POINTS,
                sum(given[code].points.values(), Decimal()) if code in given else None,
            )
            for column, code in enumerate(codes, start=3)
        }
        there = tuple(cells[code] for code in codes if code in given)
        for column, code in enumerate(codes, start=3 + count):
            if code not in given or len(there) == 1:
                canvas.put(row, column, Style.NOTE)
                continue
            others = tuple(cell for cell in there if cell != cells[code])
            apart = minus(cells[code], divided(SUM(*others), len(others)))
            canvas.compute(row, column, Style.COMPUTED_POINTS, ROUND(apart, 4))
    areas = tuple(
        (Area(TOTALS, place, _FIRST_ROW, last), Area(TOTALS, place + count, _FIRST_ROW, last))
        for place in range(3, 3 + count)
    )
    sheet = replace(canvas.sheet, head_rows=_HEADER_ROW, head_columns=2, landscape=True)
    return sheet, areas


def item_leniency(merged: Merged) -> dict[str, dict[str, tuple[Decimal, int]]]:
    """By reviewer and indicator: the mean deviation, to the cent, and over how many applicants."""
    given: dict[tuple[str, str], tuple[Decimal, int]] = {}
    for one in merged.opinions:
        for code, points in one.points.items():
            total, count = given.get((one.applicant, code), (Decimal(), 0))
            given[one.applicant, code] = (total + points, count + 1)
    # Deviations are added up apart by how many others there are, as exact whole parts of those.
    apart: dict[str, dict[str, dict[int, tuple[Decimal, int]]]] = {}
    for one in merged.opinions:
        by_code = apart.setdefault(one.reviewer, {})
        for code, points in one.points.items():
            total, count = given[one.applicant, code]
            others = count - 1
            if others:
                sums = by_code.setdefault(code, {})
                before, judged = sums.get(others, (Decimal(), 0))
                sums[others] = (before + points * others - (total - points), judged + 1)
    return {
        reviewer: {code: _mean_of(sums) for code, sums in by_code.items()}
        for reviewer, by_code in apart.items()
    }


def _mean_of(sums: Mapping[int, tuple[Decimal, int]]) -> tuple[Decimal, int]:
    whole = sum((Fraction(total) / others for others, (total, _) in sums.items()), Fraction())
    count = sum(judged for _, judged in sums.values())
    return _cents(whole / count), count


def _cents(number: Fraction) -> Decimal:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return exact.quantize(_CENT, ROUND_HALF_UP)


def _items(record: PanelRecord, codes: Sequence[str]) -> SheetPlan:
    merged = record.merged
    canvas = Canvas(ITEMS, (40.0, *(_WIDE for _ in codes)))
    canvas.title(ITEMS)
    canvas.line(2, Style.GUIDE, _OF_ITEMS)
    canvas.headings(_HEADER_ROW, ("指标", *codes))
    found = item_leniency(merged)
    scored = {each for one in found.values() for each in one}
    row = _HEADER_ROW
    for code, label in record.labels.items():
        if code in scored:
            row += 1
            canvas.put(row, 1, Style.NAME, label)
            for column, reviewer in enumerate(codes, start=2):
                said = found.get(reviewer, {}).get(code)
                canvas.put(row, column, Style.POINTS, None if said is None else said[0])
            canvas.fit(row, ((label, 40.0),), least=22)
    return replace(canvas.sheet, head_rows=_HEADER_ROW, head_columns=1, landscape=True)


def _made_even(record: PanelRecord, codes: Sequence[str]) -> SheetPlan:
    """Each reviewer's own points beside those that count, where the rules make them comparable."""
    merged = record.merged
    heads = tuple(f"{code} {kind}" for code in codes for kind in ("原始", "计入"))
    canvas = Canvas(MADE_EVEN, (9.0, 34.0, *(_WIDE for _ in heads)))
    canvas.title(MADE_EVEN)
    rule = merged.rules.standard
    told = "" if rule is None else f"{rule.label}；四舍五入到小数点后 4 位。"
    canvas.line(2, Style.GUIDE, f"{told}主办单位约定，非原文件规定。")
    canvas.headings(_HEADER_ROW, ("编号", "指标", *heads), height=32)
    row = _HEADER_ROW
    for applicant, _ in merged.task.names:
        given = {one.reviewer: one for one in merged.of(applicant)}
        for code in dict.fromkeys(each for one in given.values() for each in one.points):
            row += 1
            canvas.put(row, 1, Style.NUMBER, applicant)
            label = record.labels.get(code, code)
            canvas.put(row, 2, Style.NAME, label)
            for place, reviewer in enumerate(codes):
                even = merged.adjusted.get(f"{reviewer}-{applicant}", {})
                own = given[reviewer].points.get(code) if reviewer in given else None
                canvas.put(row, 3 + 2 * place, Style.POINTS, own)
                canvas.put(row, 4 + 2 * place, Style.POINTS, even.get(code))
            canvas.fit(row, ((label, 34.0),), least=22)
    return replace(canvas.sheet, head_rows=_HEADER_ROW, head_columns=2, landscape=True)
