"""证据清单: a table of like rows, each naming the indicator it proves."""

from dataclasses import dataclass, replace

from builder.formula.expression import (
    Area,
    Cell,
    Function,
    Operator,
    call,
    operation,
    text,
)
from builder.plan.canvas import Canvas
from builder.plan.naming import row_name
from builder.plan.scoring.layout import EvidenceColumns
from builder.plan.sheet_names import EVIDENCE, EVIDENCE_TABLE, INDICATOR_LIST
from builder.plan.status import EVIDENCE_VALID, evidence_status
from builder.plan.style import Style
from builder.plan.workbook import (
    Allowed,
    ConditionPlan,
    EvidenceRowPlan,
    Formula,
    InputKind,
    InputPlan,
    Merge,
    NamePlan,
    SheetPlan,
    ValidationKind,
    ValidationPlan,
)

ROWS = 300
_TITLE_ROW, _HINT_ROW, _HEADER_ROW = 1, 2, 3
FIRST_ROW = _HEADER_ROW + 1
LAST_ROW = _HEADER_ROW + ROWS
_HINT = (
    "每行登记一份证据，并在“对应指标”中选择它证明的指标；一份证据证明几个指标的，分行登记。"
    "自评分大于 0 的指标至少要有一份证据。"
)


@dataclass(frozen=True, kw_only=True)
class EvidenceColumn:
    """One column an applicant fills in: its key in names, its heading, what it accepts."""

    key: str
    heading: str
    width: float
    prompt: str
    longest: int = 0


# In sheet order, after the number column.
COLUMNS = (
    EvidenceColumn(
        key="indicator", heading="对应指标", width=26, prompt="从下拉列表中选择本证据证明的指标。"
    ),
    EvidenceColumn(
        key="name",
        heading="证据名称",
        width=44,
        prompt="写文件上的全称，例如“质量管理体系认证证书”。",
        longest=200,
    ),
    EvidenceColumn(
        key="kind",
        heading="类型",
        width=12,
        prompt="例如：证书、报告、制度、记录、荣誉、数据。",
        longest=50,
    ),
    EvidenceColumn(
        key="issuer", heading="出具单位", width=24, prompt="出具或签发本证据的单位。", longest=100
    ),
    EvidenceColumn(
        key="page", heading="报告页码", width=10, prompt="自评报告中引用它的页码。", longest=50
    ),
    EvidenceColumn(
        key="file", heading="文件名", width=30, prompt="随申报材料提交的文件名。", longest=200
    ),
)
_FIRST_COLUMN = 2
_STATUS_COLUMN = _FIRST_COLUMN + len(COLUMNS)


def evidence_columns() -> EvidenceColumns:
    """The columns that the scoring sheet counts in."""
    return EvidenceColumns(indicator=_area(_FIRST_COLUMN), status=_area(_STATUS_COLUMN))


@dataclass(frozen=True, kw_only=True)
class EvidencePlan:
    """The sheet, its rows, its inputs row by row, and the name of the table's body."""

    sheet: SheetPlan
    rows: tuple[EvidenceRowPlan, ...]
    inputs: tuple[InputPlan, ...]
    name: NamePlan


def plan_evidence(options: tuple[str, ...], known: Area) -> EvidencePlan:
    """The evidence table.

    ``options`` are the labels of the scored indicators and ``known`` the cells that hold them.
    """
    widths = (7.0, *(column.width for column in COLUMNS), 11.0)
    canvas = Canvas(EVIDENCE, widths)
    canvas.line(_TITLE_ROW, Style.TITLE, "证据清单")
    canvas.fit(_TITLE_ROW, (), least=34)
    canvas.line(_HINT_ROW, Style.GUIDE, _HINT)
    headings = ("编号", *(column.heading for column in COLUMNS), "状态")
    for column, heading in enumerate(headings, start=1):
        canvas.put(_HEADER_ROW, column, Style.HEADER, heading)
    canvas.fit(_HEADER_ROW, (), least=26)
    rows: list[EvidenceRowPlan] = []
    state = _state(known)
    inputs: list[InputPlan] = []
    for row in range(FIRST_ROW, LAST_ROW + 1):
        own = _row_inputs(canvas, row, options)
        rows.append(_row(canvas, row, own, state))
        inputs += own
    sheet = SheetPlan(
        name=EVIDENCE,
        cells=canvas.cells,
        widths=widths,
        heights=canvas.heights,
        merges=tuple(canvas.merges),
        validations=_validations(),
        conditions=(_condition(),),
        head_rows=_HEADER_ROW,
        head_columns=1,
        landscape=True,
        tab_style=Style.INPUT_POINTS,
    )
    body = Merge(
        first_row=FIRST_ROW,
        first_column=_FIRST_COLUMN,
        last_row=LAST_ROW,
        last_column=_STATUS_COLUMN - 1,
    )
    return EvidencePlan(
        sheet=sheet,
        rows=tuple(rows),
        inputs=tuple(inputs),
        name=NamePlan(name=EVIDENCE_TABLE, sheet=EVIDENCE, area=body),
    )


def _code(row: int) -> str:
    return f"E{row - _HEADER_ROW:03d}"


def _row_inputs(canvas: Canvas, row: int, options: tuple[str, ...]) -> list[InputPlan]:
    inputs: list[InputPlan] = []
    for offset, column in enumerate(COLUMNS):
        style = Style.INPUT_TEXT if column.longest else Style.INPUT_OPTION
        cell = canvas.put(row, _FIRST_COLUMN + offset, style)
        allowed = Allowed(longest=column.longest) if column.longest else Allowed(options=options)
        inputs.append(
            InputPlan(
                name=row_name(EVIDENCE_TABLE, row - _HEADER_ROW, column.key),
                kind=InputKind.EVIDENCE,
                cell=cell,
                title=f"{_code(row)}　{column.heading}",
                allowed=allowed,
                table=EVIDENCE_TABLE,
            )
        )
    return inputs


def _row(canvas: Canvas, row: int, inputs: list[InputPlan], state: Formula) -> EvidenceRowPlan:
    canvas.put(row, 1, Style.NUMBER, _code(row))
    shifted = replace(state, shift=row - FIRST_ROW)
    status = canvas.put(row, _STATUS_COLUMN, Style.STATUS, shifted)
    indicator, name = inputs[0].cell, inputs[1].cell
    return EvidenceRowPlan(number=_code(row), indicator=indicator, name=name, status=status)


def _state(known: Area) -> Formula:
    """The state of the first row, which all others share."""
    indicator, name, *rest = (
        Cell(sheet=EVIDENCE, row=FIRST_ROW, column=_FIRST_COLUMN + offset)
        for offset in range(len(COLUMNS))
    )
    return Formula.of(evidence_status(indicator, name, tuple(rest), known))


def _area(column: int) -> Area:
    return Area(sheet=EVIDENCE, column=column, first_row=FIRST_ROW, last_row=LAST_ROW)


def _column_cells(column: int) -> tuple[Merge, ...]:
    return (Merge(first_row=FIRST_ROW, first_column=column, last_row=LAST_ROW, last_column=column),)


def _validations() -> tuple[ValidationPlan, ...]:
    return tuple(
        ValidationPlan(
            kind=ValidationKind.TEXT_LENGTH if column.longest else ValidationKind.LIST,
            rule=str(column.longest) if column.longest else INDICATOR_LIST,
            cells=_column_cells(place),
            title=column.heading,
            prompt=column.prompt,
            error=(
                f"“{column.heading}”不超过 {column.longest} 字。"
                if column.longest
                else "请从下拉列表中选择指标，不要自行输入。"
            ),
        )
        for place, column in enumerate(COLUMNS, start=_FIRST_COLUMN)
    )


def _condition() -> ConditionPlan:
    first = Cell(sheet=EVIDENCE, row=FIRST_ROW, column=_STATUS_COLUMN)
    rule = call(
        Function.AND,
        operation(first, Operator.DIFFERENT, text("")),
        operation(first, Operator.DIFFERENT, text(EVIDENCE_VALID)),
    )
    return ConditionPlan(rule=rule, cells=_column_cells(_STATUS_COLUMN), style=Style.ALERT)
