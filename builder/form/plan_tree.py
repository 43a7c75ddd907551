"""The tree of a scheme as one sheet: a row for every heading, criterion, note and paragraph."""

from dataclasses import replace

from builder.book.canvas import Canvas
from builder.book.sheet import FilterPlan, Merge, SheetPlan, ValidationPlan
from builder.book.style import Style
from builder.form import validated
from builder.form.plan_list import REACH, put_rows
from builder.form.tables import FormTable, Row
from builder.form.tree_rows import KIND, VALUES
from builder.load.attributes import FLAGS
from builder.load.body_rows import HEADINGS
from builder.load.key_names import ATTRIBUTES
from builder.load.shapes import Sort

WORDS = "指标、要点、注和参考文字，次序就是通知的次序；一行一个"
_GUIDE = (
    "指标写层级（1 至 6）、序号、名称、分值；编号与序号相同的可以不写。"
    "要点、注跟在自己的指标下面，一条一行，层级空着，"
    "前面的 a.、（1）写在“序号”。文字一字不改。"
)
_WIDTHS = (11.0, 7.0, 12.0, 9.0, 74.0, 8.0, 16.0)
_VALUE_WIDTH = 16.0


def plan_tree(table: FormTable, headings: int) -> SheetPlan:
    """The sheet of the tree, its headings in the row of that number."""
    canvas = Canvas(table.sheet, (*_WIDTHS, *(_VALUE_WIDTH for _ in VALUES)))
    canvas.title("指标、要点和参考文字")
    canvas.line(2, Style.GUIDE, _GUIDE)
    canvas.headings(headings, (column.caption for column in table.columns))
    first = headings + 1
    put_rows(canvas, table, first)
    for row, one in enumerate(table.rows, start=first):
        if one.body is not None and one.body.kind in HEADINGS:
            _stress(canvas, row, table, one)
    last = first + len(table.rows) + REACH
    validations: list[ValidationPlan] = []
    for at, column in enumerate(table.columns, start=1):
        cells = (Merge.down(at, first, last),)
        note = _note(column.name)
        validations += validated.rules(column.caption, note, column.shape, cells)
    width = len(table.columns)
    area = Merge(first_row=headings, first_column=1, last_row=last, last_column=width)
    return replace(
        canvas.sheet,
        validations=tuple(validations),
        filter=FilterPlan(area=area, buttons=(KIND + 1, KIND + 2)),
        head_rows=headings,
        landscape=True,
        locked=False,
    )


def _stress(canvas: Canvas, row: int, table: FormTable, one: Row) -> None:
    """Set a heading so that it stands out among what belongs to it."""
    for at, (cell, column) in enumerate(zip(one.cells, table.columns, strict=True), start=1):
        _, content = validated.look(column.shape, cell)
        number = column.shape.sort is Sort.NUMBER
        canvas.put(row, at, Style.SUBTOTAL_POINTS if number else Style.SUBTOTAL, content)


def _note(name: str) -> str:
    if name == "flags":
        words = "、".join(ATTRIBUTES.get(flag, flag) for flag in FLAGS if flag != "reference")
        return f"可以写：{words}；几个用顿号隔开。只写在指标上，对下级都算。"
    return _NOTES.get(name, "")


_NOTES = {
    "kind": "从下拉列表选择。表格的内容留在方案文件里，这里只能移动或删去。",
    "level": "指标和参考文字的层级：1 至 6，一级一级往下，不跳级。要点、注、段落空着。",
    "code": "序号是 1.1 这样的数字时可以不写；其余的指标必须写，以上级编号开头，全文不重复。",
    "number": "通知印在前面的序号：1.1、（一）、a.、——。",
    "text": "指标的名称，或者这一条的文字，一字不差。",
    "points": "通知印的分值，只写数。",
    "variant": "只属于某个选项的指标：行业=养老。先在“选择”里列出。",
    "parts": "各条要点的分值怎样合起来：择一或累加。",
}
