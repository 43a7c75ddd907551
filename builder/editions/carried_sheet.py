"""沿用情况: a sheet that accounts for everything an old kit said."""

from dataclasses import replace

from builder.book.canvas import Canvas
from builder.book.sheet import ConditionPlan, FilterPlan, Merge, SheetPlan
from builder.book.style import Style
from builder.book.text_pieces import pieces
from builder.editions.carried import CarriedAccount, CarriedLine, Fate
from builder.formula.blank import visible
from builder.formula.expression import Cell
from builder.formula.words import equal
from builder.kit.sheet_names import CARRIED

_WIDTHS = (6.0, 11.0, 34.0, 56.0, 34.0, 38.0)
_HEADINGS = ("序号", "情况", "原来的位置", "原来的内容", "现在的位置", "说明")
_GUIDE = (
    "本表列出旧评分表、旧申报材料中填过的全部内容：没有沿用的、待核的在前。“待核”的已经填在新的位置，"
    "请对照现在的原文改好；“没有沿用”的要用时从本表复制。本表不影响核验，用完可以删去。"
)
_STATUS, _TEXT = 2, 3
_ORDER = tuple(Fate)


def plan_carried(account: CarriedAccount) -> SheetPlan:
    """The sheet: what came from where, then a line for every answer, the lost ones first."""
    canvas = Canvas(CARRIED, _WIDTHS)
    canvas.title("沿用情况")
    canvas.line(2, Style.GUIDE, _GUIDE)
    counts = "，".join(f"{fate} {account.count(fate)} 处" for fate in reversed(_ORDER))
    row = canvas.lines(3, Style.GUIDE, (*map(visible, account.origin), f"{counts}。"))
    canvas.headings(row, _HEADINGS)
    head = row
    ordered = sorted(account.lines, key=lambda line: _ORDER.index(line.fate))
    for number, line in enumerate(ordered, start=1):
        for part in _parts(line):
            row += 1
            _line(canvas, row, number, part)
    return replace(
        canvas.sheet,
        conditions=tuple(_colours(canvas, head + 1, row)),
        filter=_filter(head, row) if row > head else None,
        head_rows=head,
        landscape=True,
        tab_style=Style.LINK,
    )


def _parts(line: CarriedLine) -> tuple[CarriedLine, ...]:
    """The line in as many rows as its text needs."""
    return tuple(replace(line, text=part) for part in pieces(visible(line.text), _WIDTHS[_TEXT]))


def _line(canvas: Canvas, row: int, number: int, line: CarriedLine) -> None:
    canvas.put(row, 1, Style.NUMBER, str(number))
    canvas.put(row, _STATUS, Style.STATUS, line.fate.value)
    texts = tuple(map(visible, (line.place, line.text, line.to or "—", line.reason)))
    for column, text in enumerate(texts, start=_STATUS + 1):
        canvas.put(row, column, Style.OFFICIAL, text or None)
    canvas.fit(row, tuple(zip(texts, _WIDTHS[_STATUS:], strict=True)), least=22)


def _colours(canvas: Canvas, first: int, last: int) -> list[ConditionPlan]:
    if last < first:
        return []
    top = canvas.cell(first, _STATUS)
    cells = (Merge.down(_STATUS, first, last),)
    words = ((Fate.LEFT, Style.ALERT), (Fate.CHECK, Style.PENDING))
    return [
        ConditionPlan(rule=equal(top, fate.value), cells=cells, style=style)
        for fate, style in words
    ]


def _filter(head: int, last: int) -> FilterPlan:
    area = Merge.between(Cell(CARRIED, head, 1), Cell(CARRIED, last, len(_WIDTHS)))
    return FilterPlan(area=area, buttons=(_STATUS,))
