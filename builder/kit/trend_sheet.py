"""The hidden sheet behind the charts of 近三年数据: the figures filled in, one after the other.

A chart draws the k-th row that has all three years. Where there are fewer its cells are errors and
empty texts, of which a chart draws nothing.
"""

from dataclasses import replace

from builder.book.canvas import Canvas
from builder.book.charts import CellRange
from builder.book.sheet import Formula, SheetPlan, Visibility
from builder.book.style import Style
from builder.formula.expression import Area, Cell, Expression
from builder.formula.words import COUNT, IF, INDEX, ISNUMBER, MATCH, equal, joined, plus
from builder.frozen import frozen
from builder.kit import metric_columns as at
from builder.kit.metric_plan import MetricRowPlan
from builder.kit.sheet_names import METRICS, TREND_FIGURES

_RUNNING, _PLACE, _TITLE, _FIRST_YEAR, _FIRST_VALUE = 1, 2, 3, 4, 7
_WIDTHS = (10.0, 10.0, 40.0, 12.0, 12.0, 12.0, 12.0, 12.0, 12.0)
_YEARS = len(at.YEAR_COLUMNS)


@frozen
class Trend:
    """What one chart draws: its title, the years and their figures, empty or errors if unused."""

    title: Cell
    years: CellRange
    values: CellRange


@frozen
class TrendSheet:
    """The hidden sheet, what its charts draw, and the cell that says how many rows are complete."""

    sheet: SheetPlan
    count: Cell
    trends: tuple[Trend, ...]


def plan_trends(rows: tuple[MetricRowPlan, ...], header_row: int, most: int) -> TrendSheet:
    """The figures of the first ``most`` complete rows, under the headings of ``header_row``."""
    canvas = Canvas(TREND_FIGURES, _WIDTHS)
    for line, row in enumerate(rows, start=1):
        one: Expression = IF(equal(COUNT(*row.years), _YEARS), 1, 0)
        if line > 1:
            one = plus(canvas.cell(line - 1, _RUNNING), one)
        canvas.compute(line, _RUNNING, Style.IDENTITY, one)
    count = min(most, len(rows))
    first, last = rows[0].name.row, rows[-1].name.row
    running = Area(TREND_FIGURES, _RUNNING, 1, len(rows))
    formulas = {
        column: Formula.of(made) for column, made in _shared((first, last), header_row).items()
    }
    for line in range(1, count + 1):
        canvas.compute(line, _PLACE, Style.IDENTITY, MATCH(line, running, 0))
        for column, formula in formulas.items():
            canvas.put(line, column, Style.IDENTITY, replace(formula, shift=line - 1))
    return TrendSheet(
        sheet=replace(canvas.sheet, visibility=Visibility.HIDDEN),
        count=canvas.cell(len(rows), _RUNNING),
        trends=tuple(
            Trend(
                title=canvas.cell(line, _TITLE),
                years=_beside(canvas, line, _FIRST_YEAR),
                values=_beside(canvas, line, _FIRST_VALUE),
            )
            for line in range(1, count + 1)
        ),
    )


def _shared(rows: tuple[int, int], header_row: int) -> dict[int, Expression]:
    """What the first row computes, by its column; all others do so alike."""
    place = Cell(TREND_FIGURES, 1, _PLACE)
    there = ISNUMBER(place)
    name, unit = (INDEX(Area(METRICS, column, *rows), place) for column in (at.NAME, at.UNIT))
    said = joined(name, IF(equal(unit, ""), "", joined("（", unit, "）")))
    found: dict[int, Expression] = {
        _TITLE: IF(there, said, ""),
    }
    for beside, column in enumerate(at.YEAR_COLUMNS):
        # An area of one cell stays where it is in all rows.
        heading = Area(METRICS, column, header_row, header_row)
        found[_FIRST_YEAR + beside] = IF(there, INDEX(heading, 1), "")
        found[_FIRST_VALUE + beside] = INDEX(Area(METRICS, column, *rows), place)
    return found


def _beside(canvas: Canvas, line: int, first: int) -> CellRange:
    return CellRange(first=canvas.cell(line, first), last=canvas.cell(line, first + _YEARS - 1))
