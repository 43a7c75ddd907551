"""补答清单: what every applicant has to answer again after a notice was amended."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from builder.book.book_plan import BookPlan
from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.sheet import FilterPlan, Merge, SheetPlan
from builder.book.style import Style
from builder.editions.carried import CarriedLine, Fate
from builder.formula.blank import visible
from builder.formula.expression import Cell
from builder.frozen import frozen

_SUMMARY, _LIST = "各单位", "补答清单"
_SUMMARY_HEADINGS = ("单位", "要重填", "要核对", "要新填", "照旧", "说明", "新的材料")
_SUMMARY_WIDTHS = (32.0, 9.0, 9.0, 9.0, 9.0, 24.0, 52.0)
_LIST_HEADINGS = ("单位", "要做的", "原来的位置", "原来的内容", "现在的位置", "原因")
_LIST_WIDTHS = (24.0, 9.0, 30.0, 44.0, 30.0, 36.0)
_WHAT = 2
# The whole text stands in the applicant's own new files.
_LONGEST = 120
_REFILL, _CHECK, _FILL = "重填", "核对", "新填"
_GUIDE = (
    "通知更正以后，已经交回的材料里要补答的内容，逐家列出；没有列出的照旧，已填进各家新的材料。"
    "“重填”要重新填写，“核对”已填进新的材料、请对照新的原文改好，“新填”原来没有问过。"
)


@frozen
class ToAnswer:
    """One applicant: what of its old answers became what, what is new, and its new files."""

    name: str
    lines: tuple[CarriedLine, ...]
    added: tuple[CarriedLine, ...]
    files: tuple[str, ...]

    @property
    def asked(self) -> Iterator[tuple[str, CarriedLine]]:
        """What is to be done about each, in the order of urgency."""
        yield from ((_REFILL, line) for line in self.lines if line.fate is Fate.LEFT)
        yield from ((_FILL, line) for line in self.added)
        yield from ((_CHECK, line) for line in self.lines if line.fate is Fate.CHECK)

    @property
    def kept(self) -> int:
        """How many answers stand as they are."""
        return sum(line.fate is Fate.KEPT for line in self.lines)


def plan_again(title: str, applicants: Sequence[ToAnswer]) -> BookPlan:
    """The workbook: a line for every applicant, then a line for everything it has to answer."""
    sheets = (_summary(title, applicants), _list(applicants))
    return BookPlan(title=_LIST, sheets=sheets)


def _summary(title: str, applicants: Sequence[ToAnswer]) -> SheetPlan:
    canvas = Canvas(_SUMMARY, _SUMMARY_WIDTHS)
    canvas.title(fitting(visible(title)))
    canvas.line(2, Style.GUIDE, _GUIDE)
    canvas.headings(3, _SUMMARY_HEADINGS)
    for row, one in enumerate(applicants, start=4):
        done = [what for what, _ in one.asked]
        counts = (done.count(_REFILL), done.count(_CHECK), done.count(_FILL), one.kept)
        canvas.put(row, 1, Style.NAME, fitting(visible(one.name)))
        for column, count in enumerate(counts, start=2):
            canvas.put(row, column, Style.NUMBER, Decimal(count))
        canvas.put(row, 6, Style.STATUS, "要补答" if done else "不用补答")
        files = "\n".join(one.files)
        canvas.put(row, 7, Style.OFFICIAL, fitting(visible(files)) or None)
        canvas.fit(row, ((one.name, _SUMMARY_WIDTHS[0]), (files, _SUMMARY_WIDTHS[6])), least=24)
    return replace(canvas.sheet, head_rows=3, landscape=True, tab_style=Style.LINK)


def _list(applicants: Sequence[ToAnswer]) -> SheetPlan:
    canvas = Canvas(_LIST, _LIST_WIDTHS)
    canvas.title(_LIST)
    canvas.headings(2, _LIST_HEADINGS)
    row = 2
    for one in applicants:
        for what, line in one.asked:
            row += 1
            texts = (one.name, what, line.place, _begun(line.text), line.to or "—", line.reason)
            shown = tuple(fitting(visible(each)) for each in texts)
            for column, each in enumerate(shown, start=1):
                style = Style.STATUS if column == _WHAT else Style.OFFICIAL
                canvas.put(row, column, style, each or None)
            canvas.fit(row, tuple(zip(shown, _LIST_WIDTHS, strict=True)), least=22)
    area = Merge.between(Cell(_LIST, 2, 1), Cell(_LIST, max(row, 2), len(_LIST_HEADINGS)))
    return replace(
        canvas.sheet,
        filter=FilterPlan(area=area, buttons=(1, 2)) if row > 2 else None,
        head_rows=2,
        landscape=True,
        tab_style=Style.PENDING,
    )


def _begun(text: str) -> str:
    """A text, of a long one how it begins."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……（全文在新的材料里）"
