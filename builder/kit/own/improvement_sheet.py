"""改进计划: one row an indicator for the company's own use; nothing of it is asked or scored."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from builder.book.book_plan import Allowed, InputKind, InputPlan, NamePlan
from builder.book.canvas import Canvas
from builder.book.naming import indicator_name
from builder.book.sheet import FilterPlan, Merge, SheetPlan, ValidationKind, ValidationPlan
from builder.book.style import Style
from builder.formula.expression import Cell, Expression
from builder.formula.words import AND, IF, ISNUMBER, LEN, MAX, at_least, at_most, minus
from builder.frozen import frozen
from builder.kit.kit_plan import LeafPlan
from builder.kit.own.improvement_columns import (
    AHEAD,
    AHEAD_WIDTH,
    FIRST_COLUMN,
    FIXED,
    OwnColumn,
    columns_without,
)
from builder.kit.sheet_names import IMPROVEMENT
from builder.model.office import Office, OwnPart
from builder.model.scheme import Scheme

_HEADER_ROW = 3
_LEAST_HEIGHT = 30.0
# The last day of 2100 as a spreadsheet counts days.
_LAST_DAY = 73415
_HINT = (
    "供内部分工和改进用，不填也不影响核验和得分，评审员看不到；交件前可以删去本表。"
    "表头有筛选按钮，可以只看一个部门、一个人的。"
)
# By whom and by when rows are looked for.
_FILTERED = (OwnPart.DEPARTMENT, OwnPart.PERSON, OwnPart.DUE)


@frozen
class ImprovementPlan:
    """The sheet, its inputs row by row, and their names."""

    sheet: SheetPlan
    inputs: tuple[InputPlan, ...]

    @property
    def names(self) -> tuple[NamePlan, ...]:
        """The name of every input."""
        return tuple(NamePlan.of(item.name, item.cell) for item in self.inputs)


def plan_improvement(
    scheme: Scheme, leaves: tuple[LeafPlan, ...], office: Office
) -> ImprovementPlan | None:
    """The sheet, ``None`` where the office does without it."""
    columns = columns_without(office.without)
    if not columns:
        return None
    target = any(column.part is OwnPart.TARGET for column in columns)
    before = [column for column in columns if not column.longest]
    behind = [column for column in columns if column.longest]
    table = (
        *FIXED,
        *((column.heading, column.width) for column in before),
        *(((AHEAD, AHEAD_WIDTH),) if target else ()),
        *((column.heading, column.width) for column in behind),
    )
    canvas = Canvas(IMPROVEMENT, tuple(width for _, width in table))
    canvas.title(f"{scheme.title}　改进计划")
    canvas.line(2, Style.GUIDE, _HINT)
    canvas.headings(_HEADER_ROW, (heading for heading, _ in table))
    places = {
        **{column: place for place, column in enumerate(before, FIRST_COLUMN)},
        **{
            column: place
            for place, column in enumerate(behind, FIRST_COLUMN + len(before) + target)
        },
    }
    inputs: list[InputPlan] = []
    for row, leaf in enumerate(leaves, _HEADER_ROW + 1):
        inputs += _row(canvas, row, leaf, places)
    last_row = _HEADER_ROW + len(leaves)
    sheet = replace(
        canvas.sheet,
        validations=tuple(_validations(canvas, places, last_row)),
        filter=_filter(places, last_row, len(table)),
        head_rows=_HEADER_ROW,
        head_columns=1,
        landscape=True,
        tab_style=Style.INPUT_POINTS,
        own=True,
    )
    return ImprovementPlan(sheet=sheet, inputs=tuple(inputs))


def _row(
    canvas: Canvas, row: int, leaf: LeafPlan, places: Mapping[OwnColumn, int]
) -> Iterator[InputPlan]:
    canvas.put(row, 1, Style.NAME, leaf.label)
    canvas.put(row, 2, Style.POINTS, leaf.points)
    score = canvas.compute(row, 3, Style.COMPUTED_POINTS, leaf.counted)
    for column, place in places.items():
        cell = canvas.put(row, place, column.style)
        if column.part is OwnPart.TARGET:
            ahead = IF(ISNUMBER(cell), MAX(0, minus(cell, score)), "")
            canvas.compute(row, place + 1, Style.COMPUTED_POINTS, ahead)
        yield InputPlan(
            name=indicator_name(column.name, leaf.code),
            kind=InputKind.OWN,
            cell=cell,
            title=f"{leaf.label}　{column.heading}",
            allowed=Allowed(longest=column.longest or None),
            indicator=leaf.code,
        )
    canvas.grow(row, ((leaf.label, FIXED[0][1]),), least=_LEAST_HEIGHT)


def _validations(
    canvas: Canvas, places: Mapping[OwnColumn, int], last_row: int
) -> Iterator[ValidationPlan]:
    first_row = _HEADER_ROW + 1
    for column, place in places.items():
        first = canvas.cell(first_row, place)
        cells = (Merge.down(place, first_row, last_row),)
        if column.longest and column.style is Style.INPUT_TEXT:
            yield ValidationPlan.text(
                column.longest, cells, title=column.heading, prompt=column.prompt
            )
            continue
        dated = column.style is Style.INPUT_DATE
        limit = canvas.cell(first_row, 2)
        yield ValidationPlan(
            kind=ValidationKind.CUSTOM,
            rule=_is_date(first, column.longest) if dated else _is_score(first, limit),
            cells=cells,
            title=column.heading,
            prompt=column.prompt,
            error=f"请写成 2026-06-30 的样子；文字不超过 {column.longest} 字。"
            if dated
            else "请填 0 到本行“分值”之间的数。",
        )


def _is_score(cell: Cell, limit: Cell) -> Expression:
    return AND(ISNUMBER(cell), at_least(cell, 0), at_most(cell, limit))


def _is_date(cell: Cell, longest: int) -> Expression:
    """Whether a cell holds a day that a program keeps as a number, or a short text."""
    day = AND(at_least(cell, 1), at_most(cell, _LAST_DAY))
    return IF(ISNUMBER(cell), day, at_most(LEN(cell), longest))


def _filter(places: Mapping[OwnColumn, int], last_row: int, last_column: int) -> FilterPlan | None:
    buttons = tuple(place for column, place in places.items() if column.part in _FILTERED)
    if not buttons:
        return None
    area = Merge(first_row=_HEADER_ROW, first_column=1, last_row=last_row, last_column=last_column)
    return FilterPlan(area=area, buttons=buttons)
