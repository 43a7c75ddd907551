"""Figures over three years that cannot be: shares over the whole, counts below nought, leaps."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.formula.render import plain_number
from builder.frozen import frozen
from builder.kit.kit_plan import KitPlan
from builder.kit.metric_columns import UNIT
from builder.model.office import FieldKind
from builder.verify.held import Held

_WHOLE = Decimal(100)
# So many other cells are named.
_NAMED = 5
# Yuan for ten thousands of yuan is ten thousand times as much; nothing grows so in a year.
_LEAP = Decimal(1000)
_SHARE = re.compile(r"[%％]|百分比")
# Shares that may be more than the whole or less than nothing.
_OPEN = re.compile(
    r"增长|增幅|涨|升幅|提升|下降|降幅|降低|变化|同比|环比|保值|负债|收益|利润率|回报|贡献"
    r"|完成|达成|利用|产销|产值率|周转"
)
_COUNTED = re.compile(r"人|名|人次|件|项|个|起|次|天|年|月|学时|课时|小时|家|户|台|套|篇|场|份|种")
_EARNED = re.compile(r"收入|销售额|营业额|经费|投入|支出|品牌价值|产值|纳税")
_LOST = re.compile(r"利润|收益|增|净|盈|亏")
_REVENUE = re.compile(r"(?:主营业务|营业|销售)(?:总)?收入")
_PROFIT = re.compile(r"(?:净|营业)?利润(?:总额)?")
_UNIT_IN_TITLE = re.compile(r"[（(]([^（）()]*)[）)]$")


@frozen
class _Line:
    """One figure over three years: what it is called, its unit, the cells, and its numbers."""

    name: str
    title: str
    unit: str
    cells: tuple[Cell, ...]
    numbers: tuple[Decimal | None, ...]
    indicator: str = ""

    @property
    def figures(self) -> Sequence[tuple[Cell, Decimal]]:
        """The years that have a number."""
        pairs = zip(self.cells, self.numbers, strict=True)
        return [(cell, number) for cell, number in pairs if number is not None]


def check_unlikely_figures(held: Held[KitPlan]) -> Iterator[Finding]:
    """At most one hint of each kind on a sheet, at the first cell, which names the others."""
    if held.plan.accept_unusual:
        return
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in _unlikely(held):
        alike.setdefault((finding.code, finding.place.sheet), []).append(finding)
    yield from map(_together, alike.values())


def _together(findings: Sequence[Finding]) -> Finding:
    """The first of the findings, with the cells of all."""
    first, *others = findings
    cells = [one.place.cell for one in others]
    more = "等" if len(cells) > _NAMED else ""
    also = f"；这样的另有 {len(cells)} 处：{'、'.join(cells[:_NAMED])}{more}" if cells else ""
    return replace(
        first,
        details={**first.details, "also": also},
        areas=tuple(f"{one.place.sheet}!{one.place.cell}" for one in findings) if cells else (),
    )


def _unlikely(held: Held[KitPlan]) -> Iterator[Finding]:
    lines = [*_fields(held), *_metrics(held)]
    for line in lines:
        over = [cell for cell, number in line.figures if number > _WHOLE]
        below = [cell for cell, number in line.figures if number < 0]
        share = bool(over or below) and _is_share(line)
        yield from _told(held, "QA755", line, over if share else [])
        yield from _told(
            held, "QA756", line, below if below and (share or _never_below(line)) else []
        )
        yield from _told(held, "QA758", line, [*_leaping(line)])
    yield from _more_than_revenue(held, lines)


def _fields(held: Held[KitPlan]) -> Iterator[_Line]:
    for field in held.plan.fields:
        if field.kind is FieldKind.YEARS:
            unit = _UNIT_IN_TITLE.search(field.title)
            yield _Line(
                name=_UNIT_IN_TITLE.sub("", field.title),
                title=field.title,
                unit=unit[1] if unit else "",
                cells=field.inputs,
                numbers=_numbers(held, field.inputs),
            )


def _metrics(held: Held[KitPlan]) -> Iterator[_Line]:
    for row in () if held.plan.metrics is None else held.plan.metrics.rows:
        numbers = _numbers(held, row.years)
        if any(number is not None for number in numbers):
            sheet, line, _ = row.name
            name = held.said(row.name)
            yield _Line(
                name=name,
                title=f"{row.number} {name}",
                unit=held.said(Cell(sheet, line, UNIT)),
                cells=row.years,
                numbers=numbers,
                indicator=row.indicator,
            )


def _numbers(held: Held[KitPlan], cells: tuple[Cell, ...]) -> tuple[Decimal | None, ...]:
    values = map(held.value, cells)
    return tuple(value if isinstance(value, Decimal) else None for value in values)


def _is_share(line: _Line) -> bool:
    named = _SHARE.fullmatch(line.unit) or (not line.unit and line.name.endswith("率"))
    return bool(named) and not _OPEN.search(line.name)


def _never_below(line: _Line) -> bool:
    if _LOST.search(line.name):
        return False
    return bool(_COUNTED.fullmatch(line.unit) or _EARNED.search(line.name))


def _leaping(line: _Line) -> Iterator[Cell]:
    """The figure that stands a thousandfold apart from one beside it."""
    told = [(cell, abs(number)) for cell, number in line.figures if number]
    sizes = sorted(number for _, number in told)
    if not sizes:
        return
    middle = sizes[len(sizes) // 2]
    for (cell, number), (other, after) in pairwise(told):
        if max(number, after) >= _LEAP * min(number, after):
            yield cell if _apart(number, middle) > _apart(after, middle) else other
            return


def _apart(number: Decimal, other: Decimal) -> Decimal:
    return max(number, other) / min(number, other)


def _more_than_revenue(held: Held[KitPlan], lines: Sequence[_Line]) -> Iterator[Finding]:
    """Profits beyond the revenue that stands in the same unit on the same sheet."""
    revenues = [line for line in lines if _REVENUE.fullmatch(line.name)]
    for line in (one for one in lines if _PROFIT.fullmatch(one.name)):
        for revenue in revenues:
            if (revenue.cells[0].sheet, revenue.unit) != (line.cells[0].sheet, line.unit):
                continue
            years = zip(line.cells, line.numbers, revenue.numbers, strict=True)
            more = [
                (cell, earned)
                for cell, profit, earned in years
                if profit is not None and earned is not None and profit > max(earned, Decimal(0))
            ]
            if more:
                said = plain_number(more[0][1])
                cells = [cell for cell, _ in more]
                yield from _told(held, "QA757", line, cells, said, revenue.title)
                break


def _told(
    held: Held[KitPlan],
    code: str,
    line: _Line,
    cells: Sequence[Cell],
    expected: str = "",
    other: str = "",
) -> Iterator[Finding]:
    if cells:
        yield held.finding(
            code,
            cells[0],
            indicator=line.indicator,
            expected=expected,
            actual=held.shown(cells[0]),
            title=line.title,
            unit=line.unit,
            other=other,
            also="",
        )
