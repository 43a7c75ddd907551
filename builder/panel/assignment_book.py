"""分工表: who reviews whom as it is proposed, with the loads counted and every change judged."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from builder.book.book_plan import BookPlan, NamePlan
from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.sheet import ConditionPlan, Merge, SheetPlan, ValidationKind, ValidationPlan
from builder.book.style import Style
from builder.formula.expression import Area, Cell, Expression
from builder.formula.words import AND, IF, LEN, OR, SUM, TRIM, different, equal, less, more, plus
from builder.formula.words import rows_where as rows
from builder.frozen import frozen

ASSIGNMENT, LOADS, APART = "分工", "评审员", "回避"
FIRM, FIELD, SUBSTITUTE = "申报者", "行业", "候补"
COUNT, STATE = "人数", "状态"
COMPUTED = (COUNT, STATE)
FINE, FEW, TWICE, AVOIDED, STRANGER = "可以", "人数不够", "同一人两次", "须回避", "名单里没有"
OVER, IDLE = "超过", "没有分派"
_HEAD = 3
_PEOPLE = "assign_people"
_APART_HEADINGS = ("申报者", "评审员", "原因")
_GUIDE = (
    "黄色格子可以改：从下拉列表另选评审员，空着就是不派；“候补”不发评审表，有人退出时换上。"
    "改完看“状态”和“评审员”表的家数，再用 builder review --assignment 下发。"
)


@frozen
class PersonLine:
    """A reviewer as the table shows him."""

    name: str
    role: str = ""
    unit: str = ""
    fields: str = ""


@frozen
class FirmLine:
    """An applicant with the reviewers proposed for it, by name."""

    name: str
    field: str
    reviewers: tuple[str, ...]
    substitute: str = ""


@frozen
class AssignmentTable:
    """What is proposed: people, applicants, who must avoid whom and why, and the two limits."""

    people: tuple[PersonLine, ...]
    firms: tuple[FirmLine, ...]
    apart: tuple[tuple[str, str, str], ...]
    least: int
    most: int


@frozen
class _Places:
    """Where the lists stand that the formulas ask."""

    people: Area
    apart_firms: Area
    apart_people: Area
    columns: int


def plan_assignment(table: AssignmentTable) -> BookPlan:
    """The workbook: the table, the loads, the conflicts."""
    places = _Places(
        people=Area(LOADS, 1, _HEAD, _HEAD + len(table.people) - 1, _PEOPLE),
        apart_firms=Area(APART, 1, _HEAD, _HEAD + max(len(table.apart), 1) - 1),
        apart_people=Area(APART, 2, _HEAD, _HEAD + max(len(table.apart), 1) - 1),
        # One column more than are proposed: an office may add somebody.
        columns=max(table.least, *(len(firm.reviewers) for firm in table.firms)) + 1,
    )
    return BookPlan(
        title="评审分工表",
        sheets=(_assignment(table, places), _loads(table, places), _apart(table)),
        names=(NamePlan.of_list(_PEOPLE, places.people),),
    )


def _assignment(table: AssignmentTable, places: _Places) -> SheetPlan:
    people = range(3, 3 + places.columns)
    substitute = people.stop
    widths = (32.0, 20.0, *(11.0 for _ in people), 11.0, 7.0, 13.0)
    canvas = Canvas(ASSIGNMENT, widths)
    canvas.title(f"评审分工表　每家至少 {table.least} 位，每人至多 {table.most} 家")
    canvas.line(2, Style.GUIDE, _GUIDE)
    headings = (FIRM, FIELD, *(f"评审员{place}" for place in range(1, places.columns + 1)))
    canvas.headings(_HEAD, (*headings, SUBSTITUTE, *COMPUTED))
    for row, firm in enumerate(table.firms, start=_HEAD + 1):
        name = canvas.put(row, 1, Style.NAME, firm.name)
        canvas.put(row, 2, Style.OFFICIAL, fitting(firm.field) or None)
        shown = (*firm.reviewers, *("" for _ in range(places.columns)))
        chosen = [
            canvas.put(row, column, Style.INPUT_OPTION, said or None)
            for column, said in zip(people, shown, strict=False)
        ]
        spare = canvas.put(row, substitute, Style.INPUT_OPTION, firm.substitute or None)
        count = SUM(*(IF(_typed(cell), 1, 0) for cell in chosen))
        counted = canvas.compute(row, substitute + 1, Style.COMPUTED_COUNT, count)
        state = _state(name, (*chosen, spare), counted, table.least, places)
        canvas.compute(row, substitute + 2, Style.STATUS, state)
        canvas.fit(row, ((firm.name, widths[0]), (firm.field, widths[1])), least=24)
    last = _HEAD + len(table.firms)
    return replace(
        canvas.sheet,
        validations=(_validation(last, substitute),),
        conditions=_colours(canvas.cell(_HEAD + 1, substitute + 2), last, (FINE,)),
        head_rows=_HEAD,
        head_columns=1,
        landscape=True,
        tab_style=Style.INPUT_POINTS,
    )


def _typed(cell: Cell) -> Expression:
    return more(LEN(TRIM(cell)), 0)


def _state(
    name: Cell, people: Sequence[Cell], count: Cell, least: int, places: _Places
) -> Expression:
    """What is amiss with a row, the worst first."""
    strangers = [AND(_typed(one), equal(rows((places.people, one)), 0)) for one in people]
    apart = [rows((places.apart_firms, name), (places.apart_people, one)) for one in people]
    twice = [AND(_typed(one), equal(one, other)) for one, other in combinations(people, 2)]
    return IF(
        OR(*strangers),
        STRANGER,
        IF(
            more(SUM(*apart), 0),
            AVOIDED,
            IF(OR(*twice), TWICE, IF(less(count, least), FEW, FINE)),
        ),
    )


def _validation(last: int, substitute: int) -> ValidationPlan:
    return ValidationPlan(
        kind=ValidationKind.LIST,
        rule=_PEOPLE,
        cells=(Merge(first_row=_HEAD + 1, first_column=3, last_row=last, last_column=substitute),),
        title="评审员",
        prompt="从下拉列表选名单里的评审员；不派的留空。",
        error="请从下拉列表中选择名单里的评审员。",
    )


def _colours(first: Cell, last: int, fine: tuple[str, ...]) -> tuple[ConditionPlan, ...]:
    amiss = AND(*(different(first, word) for word in fine))
    area = Merge(
        first_row=first.row, first_column=first.column, last_row=last, last_column=first.column
    )
    return (ConditionPlan(rule=amiss, cells=(area,), style=Style.ALERT),)


def _loads(table: AssignmentTable, places: _Places) -> SheetPlan:
    widths = (14.0, 14.0, 36.0, 26.0, 10.0, 10.0, 12.0)
    canvas = Canvas(LOADS, widths)
    canvas.title("每位评审员评几家")
    canvas.headings(2, (LOADS, "角色", "单位", FIELD, "已派家数", "候补家数", STATE))
    first, last = _HEAD + 1, _HEAD + len(table.firms)
    columns = range(3, 3 + places.columns)
    for row, one in enumerate(table.people, start=_HEAD):
        person = canvas.put(row, 1, Style.NAME, one.name)
        for column, text in enumerate((one.role, one.unit, one.fields), start=2):
            canvas.put(row, column, Style.OFFICIAL, fitting(text) or None)
        given = [rows((Area(ASSIGNMENT, column, first, last), person)) for column in columns]
        load = canvas.compute(row, 5, Style.COMPUTED_COUNT, _sum(given))
        spare = rows((Area(ASSIGNMENT, columns.stop, first, last), person))
        canvas.compute(row, 6, Style.COMPUTED_COUNT, spare)
        over = IF(more(load, table.most), f"{OVER} {table.most} 家", FINE)
        canvas.compute(row, 7, Style.STATUS, IF(equal(load, 0), IDLE, over))
        texts = ((one.unit, widths[2]), (one.fields, widths[3]))
        canvas.fit(row, texts, least=24)
    end = _HEAD + len(table.people)
    canvas.put(end, 1, Style.TOTAL, "合计")
    for column in (2, 3, 4, 7):
        canvas.put(end, column, Style.TOTAL)
    canvas.fit(end, (), least=26)
    for column in (5, 6):
        total = SUM(Area(LOADS, column, _HEAD, end - 1))
        canvas.compute(end, column, Style.TOTAL_POINTS, total)
    return replace(
        canvas.sheet,
        conditions=_colours(canvas.cell(_HEAD, 7), end - 1, (FINE,)),
        head_rows=2,
        landscape=True,
        tab_style=Style.COMPUTED_POINTS,
    )


def _sum(given: Sequence[Expression]) -> Expression:
    return given[0] if len(given) == 1 else plus(given[0], *given[1:])


def _apart(table: AssignmentTable) -> SheetPlan:
    widths = (44.0, 16.0, 50.0)
    canvas = Canvas(APART, widths)
    canvas.title("谁须回避哪一家（照评审员名单）")
    canvas.headings(2, _APART_HEADINGS)
    for row, one in enumerate(table.apart or (("", "", "名单里没有须回避的"),), start=_HEAD):
        for column, text in enumerate(one, start=1):
            canvas.put(row, column, Style.OFFICIAL, fitting(text) or None)
        canvas.fit(row, tuple(zip(one, widths, strict=True)), least=22)
    return replace(canvas.sheet, head_rows=2, landscape=True)
