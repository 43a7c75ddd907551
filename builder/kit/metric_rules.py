"""What the inputs of the three-year figures accept and are told, and which states stand out."""

from itertools import groupby

from builder.book.book_plan import InputPlan
from builder.book.sheet import ConditionPlan, Merge, ValidationKind, ValidationPlan
from builder.book.style import Style
from builder.formula.expression import Cell
from builder.formula.words import ISNUMBER, equal
from builder.kit.metric_columns import LONGEST, STATUS, YEAR_COLUMNS
from builder.kit.metric_words import INCOMPLETE
from builder.kit.sheet_names import METRICS
from builder.kit.status import NOT_A_NUMBER

_TEXTS = (
    ("name", "测量项目", "自行增加的项目：写它的名称，例如“售后服务及时率”。"),
    ("unit", "单位", "这一行三个年度的数用的单位，例如 %、万元、件。"),
    (
        "benchmark",
        "对比值（标杆）",
        "同行业平均、竞争对手或标杆的数，并写明是谁的，例如“行业平均 95.2”；没有的留空。",
    ),
    ("source", "数据来源", "数据出自哪里，例如审计报告、统计年报、第三方测评报告。"),
)


def validations(inputs: tuple[InputPlan, ...], body: Merge) -> tuple[ValidationPlan, ...]:
    """What is said before and after typing in each column of the table."""
    first = Cell(METRICS, body.first_row, YEAR_COLUMNS[0])
    figures = Merge.between(first, Cell(METRICS, body.last_row, YEAR_COLUMNS[-1]))
    return (
        ValidationPlan(
            kind=ValidationKind.CUSTOM,
            rule=ISNUMBER(first),
            cells=(figures,),
            title="年度数据",
            prompt="按本行的单位只写数字；百分数写百分号前面的数，例如 98.5。没有数据的留空。",
            error="只写数字，不要带单位、百分号或文字；没有数据的留空。",
        ),
        *(_text(inputs, key, title, prompt) for key, title, prompt in _TEXTS),
    )


def _text(inputs: tuple[InputPlan, ...], key: str, title: str, prompt: str) -> ValidationPlan:
    cells = [item.cell for item in inputs if item.name.endswith(f"_{key}")]
    longest = LONGEST[cells[0].column]
    return ValidationPlan.text(longest, _runs(cells), title=title, prompt=prompt)


def _runs(cells: list[Cell]) -> tuple[Merge, ...]:
    """The cells of one column as few rectangles as can be, from top to bottom."""
    runs = (
        [cell for _, cell in run]
        for _, run in groupby(enumerate(cells), key=lambda pair: pair[1].row - pair[0])
    )
    return tuple(Merge.between(run[0], run[-1]) for run in runs)


def conditions(first_row: int, last_row: int) -> tuple[ConditionPlan, ...]:
    """A figure that is no number stands out, and so does a row that is not finished."""
    first = Cell(sheet=METRICS, row=first_row, column=STATUS)
    states = Merge.down(STATUS, first_row, last_row)
    return tuple(
        ConditionPlan(rule=equal(first, word), cells=(states,), style=style)
        for word, style in ((NOT_A_NUMBER, Style.ALERT), (INCOMPLETE, Style.PENDING))
    )
