"""证据清单: a table of like rows, each naming the indicator it proves."""

from dataclasses import replace
from typing import NamedTuple

from builder.book.book_plan import Allowed, InputKind, InputPlan, NamePlan
from builder.book.canvas import Canvas
from builder.book.naming import row_name
from builder.book.sheet import (
    ConditionPlan,
    FilterPlan,
    Formula,
    Merge,
    PrintedRows,
    SheetPlan,
    ValidationKind,
    ValidationPlan,
)
from builder.book.style import Style
from builder.formula.expression import Area, Cell, Expression
from builder.formula.words import AND, IF, ISNUMBER, LEN, at_least, at_most
from builder.frozen import frozen
from builder.kit.evidence_states import evidence_status
from builder.kit.kit_plan import EvidenceRowPlan
from builder.kit.scoring.rows import EvidenceColumns
from builder.kit.sheet_names import EVIDENCE, EVIDENCE_TABLE, INDICATOR_LIST
from builder.kit.status import EVIDENCE_VALID, none_of
from builder.model.office import EvidenceTerms

ROWS = 300
_HEIGHT = 20.0
# What prints of a blank table: a page.
_LEAST_PRINTED = 30
_HINT_ROW, _HEADER_ROW = 2, 3
FIRST_ROW = _HEADER_ROW + 1
LAST_ROW = _HEADER_ROW + ROWS
# A date is a number of days in a spreadsheet; this is the last day of 2100. A larger number is a
# date typed without its signs, 20250630.
_LAST_DAY = 73415
_LONGEST_DATE = 20
_HINT = (
    "每行登记一份证据，并在“对应指标”中选择它证明的指标；它还证明别的指标的，在“兼证指标”中再选，"
    "最多三个，更多的另起一行再登记一次。自评分大于 0 的指标至少要有一份证据。"
)


class EvidenceColumn(NamedTuple):
    """One column an applicant fills in: its key in names, its heading, what it accepts.

    Without ``longest`` it is chosen from the indicators; ``dated`` takes a date or a text.
    """

    key: str
    heading: str
    width: float
    prompt: str
    longest: int = 0
    dated: bool = False


# In sheet order, after the number column.
COLUMNS = (
    EvidenceColumn("indicator", "对应指标", 22, "从下拉列表中选择本证据证明的指标。"),
    EvidenceColumn("also_1", "兼证指标一", 17, "本证据还证明的第二个指标；没有的留空。"),
    EvidenceColumn("also_2", "兼证指标二", 17, "本证据还证明的第三个指标；没有的留空。"),
    EvidenceColumn("name", "证据名称", 34, "写文件上的全称，例如“质量管理体系认证证书”。", 200),
    EvidenceColumn("kind", "类型", 10, "例如：证书、报告、制度、记录、荣誉、数据。", 50),
    EvidenceColumn("issuer", "出具单位", 24, "出具或签发本证据的单位。", 100),
    EvidenceColumn(
        "issued",
        "出具日期",
        13,
        "写年-月-日，例如 2025-06-30；只知道年月的写“2025年6月”。",
        _LONGEST_DATE,
        dated=True,
    ),
    EvidenceColumn(
        "until",
        "有效期至",
        13,
        "写年-月-日，例如 2028-06-29；长期有效的写“长期”，没有期限的留空。",
        _LONGEST_DATE,
        dated=True,
    ),
    EvidenceColumn("page", "报告页码", 9, "自评报告中引用它的页码。", 50),
    EvidenceColumn("file", "文件名", 24, "随申报材料提交的文件名。", 200),
)
_FIRST_COLUMN = 2
_STATUS_COLUMN = _FIRST_COLUMN + len(COLUMNS)
# Where indicators are chosen: the one proved first, and the others.
_INDICATORS = tuple(
    place for place, column in enumerate(COLUMNS, start=_FIRST_COLUMN) if not column.longest
)


def evidence_columns() -> EvidenceColumns:
    """The columns that the scoring sheet counts in."""
    return EvidenceColumns(
        indicators=tuple(map(_area, _INDICATORS)),
        texts=tuple(_AREAS[key] for key in _DESCRIBING),
        status=_area(_STATUS_COLUMN),
    )


@frozen
class EvidencePlan:
    """The sheet, its rows, its inputs row by row, and the name of the table's body."""

    sheet: SheetPlan
    rows: tuple[EvidenceRowPlan, ...]
    inputs: tuple[InputPlan, ...]
    names: tuple[NamePlan, ...]


def plan_evidence(
    title: str, options: tuple[str, ...], known: Area, year: Area, terms: EvidenceTerms | None
) -> EvidencePlan:
    """The evidence table.

    ``options`` are the labels of the scored indicators and ``known`` the cells that hold them;
    ``year`` is the cell of the year of application, by its name, ``terms`` are the office's.
    """
    widths = (7.0, *(column.width for column in COLUMNS), 11.0)
    canvas = Canvas(EVIDENCE, widths)
    canvas.title(f"{title}　证据清单")
    canvas.line(_HINT_ROW, Style.GUIDE, _HINT)
    canvas.headings(_HEADER_ROW, ("编号", *(column.heading for column in COLUMNS), "状态"))
    rows: list[EvidenceRowPlan] = []
    state = _state(known, year, terms)
    inputs: list[InputPlan] = []
    listed = Allowed(options=options)
    allowed = tuple(Allowed(longest=one.longest) if one.longest else listed for one in COLUMNS)
    for row in range(FIRST_ROW, LAST_ROW + 1):
        planned, asked = _row(canvas, row, allowed, state)
        rows.append(planned)
        inputs += asked
    sheet = replace(
        canvas.sheet,
        column_styles=(Style.NUMBER, *map(_style, COLUMNS), Style.STATUS),
        validations=tuple(
            _validation(place, column) for place, column in enumerate(COLUMNS, _FIRST_COLUMN)
        ),
        conditions=(_condition(),),
        filter=_filter(),
        printed=PrintedRows(
            reach=_STATUS_COLUMN,
            last=LAST_ROW,
            least=_HEADER_ROW + _LEAST_PRINTED,
            said=(_STATUS_COLUMN, FIRST_ROW),
        ),
        head_rows=_HEADER_ROW,
        head_columns=1,
        landscape=True,
        tab_style=Style.INPUT_POINTS,
    )
    first = canvas.cell(FIRST_ROW, _FIRST_COLUMN)
    body = Merge.between(first, canvas.cell(LAST_ROW, _STATUS_COLUMN - 1))
    return EvidencePlan(
        sheet=sheet,
        rows=tuple(rows),
        inputs=tuple(inputs),
        names=(
            NamePlan(name=EVIDENCE_TABLE, sheet=EVIDENCE, area=body),
            *(NamePlan.of_list(area.name, area) for area in _AREAS.values()),
        ),
    )


def _style(column: EvidenceColumn) -> Style:
    if column.dated:
        return Style.INPUT_DATE
    return Style.INPUT_TEXT if column.longest else Style.INPUT_OPTION


def _row(
    canvas: Canvas, row: int, allowed: tuple[Allowed, ...], state: Formula
) -> tuple[EvidenceRowPlan, tuple[InputPlan, ...]]:
    number = row - _HEADER_ROW
    code = f"E{number:03d}"
    canvas.put(row, 1, Style.NUMBER, code)
    cells = {
        column.key: canvas.put(row, place, _style(column))
        for place, column in enumerate(COLUMNS, start=_FIRST_COLUMN)
    }
    canvas.grow(row, (), least=_HEIGHT)
    shifted = replace(state, shift=row - FIRST_ROW)
    planned = EvidenceRowPlan(
        number=code,
        indicator=cells["indicator"],
        also=(cells["also_1"], cells["also_2"]),
        name=cells["name"],
        kind=cells["kind"],
        issuer=cells["issuer"],
        issued=cells["issued"],
        until=cells["until"],
        page=cells["page"],
        file=cells["file"],
        status=canvas.put(row, _STATUS_COLUMN, Style.STATUS, shifted),
    )
    return planned, tuple(
        InputPlan(
            name=row_name(EVIDENCE_TABLE, number, column.key),
            kind=InputKind.EVIDENCE,
            cell=cells[column.key],
            title=f"{code}　{column.heading}",
            allowed=accepted,
            table=EVIDENCE_TABLE,
        )
        for column, accepted in zip(COLUMNS, allowed, strict=True)
    )


def _state(known: Area, year: Area, terms: EvidenceTerms | None) -> Formula:
    """The state of the first row, which all others share."""
    cells = {
        column.key: Cell(EVIDENCE, FIRST_ROW, place)
        for place, column in enumerate(COLUMNS, start=_FIRST_COLUMN)
    }
    return Formula.of(evidence_status(cells, _AREAS, known, year, terms))


def _area(column: int, name: str = "") -> Area:
    return Area(EVIDENCE, column, FIRST_ROW, LAST_ROW, name)


# The columns by their keys; a name lets like rows share the formula that looks through them.
_AREAS = {
    column.key: _area(place, f"{EVIDENCE_TABLE}_all_{column.key}")
    for place, column in enumerate(COLUMNS, start=_FIRST_COLUMN)
}
# What says of which kind a piece of evidence is.
_DESCRIBING = ("name", "kind")


def _column_cells(column: int) -> tuple[Merge, ...]:
    return (Merge.down(column, FIRST_ROW, LAST_ROW),)


def _validation(place: int, column: EvidenceColumn) -> ValidationPlan:
    rule: Expression | str
    if column.dated:
        kind, rule = ValidationKind.CUSTOM, _is_date(place)
        error = f"请写成 2025-06-30 的样子；文字不超过 {column.longest} 字。"
    elif column.longest:
        kind, rule = ValidationKind.TEXT_LENGTH, str(column.longest)
        error = f"“{column.heading}”不超过 {column.longest} 字。"
    else:
        kind, rule = ValidationKind.LIST, INDICATOR_LIST
        error = "请从下拉列表中选择指标，不要自行输入。"
    return ValidationPlan(
        kind=kind,
        rule=rule,
        cells=_column_cells(place),
        title=column.heading,
        prompt=column.prompt,
        error=error,
    )


def _filter() -> FilterPlan:
    """By what is proved, by kind and by state: a row nobody began has no state to print."""
    kind = next(place for place, item in enumerate(COLUMNS, _FIRST_COLUMN) if item.key == "kind")
    last = Cell(EVIDENCE, LAST_ROW, _STATUS_COLUMN)
    table = Merge.between(Cell(EVIDENCE, _HEADER_ROW, 1), last)
    return FilterPlan(area=table, buttons=(_FIRST_COLUMN, kind, _STATUS_COLUMN))


def _is_date(column: int) -> Expression:
    """Whether a cell holds a day that a program keeps as a number, or a short text."""
    cell = Cell(sheet=EVIDENCE, row=FIRST_ROW, column=column)
    day = AND(at_least(cell, 1), at_most(cell, _LAST_DAY))
    return IF(ISNUMBER(cell), day, at_most(LEN(cell), _LONGEST_DATE))


def _condition() -> ConditionPlan:
    first = Cell(sheet=EVIDENCE, row=FIRST_ROW, column=_STATUS_COLUMN)
    rule = none_of(first, ("", EVIDENCE_VALID))
    return ConditionPlan(rule=rule, cells=_column_cells(_STATUS_COLUMN), style=Style.ALERT)
