"""填写示例: one process and one result as a good applicant fills them in, marked as invented."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from builder.book.canvas import Canvas
from builder.book.sheet import Merge, SheetPlan
from builder.book.style import Style
from builder.formula.render import plain_number
from builder.kit.applicant_fields import asks_of_person
from builder.kit.own.example_words import OF_ORGANISATION, OF_PERSON, FilledExample
from builder.kit.sheet_names import EVIDENCE, EXAMPLE, METRICS
from builder.model.office import ApplicantField
from builder.model.scales import usable_bands
from builder.model.scheme import Scale, Scheme

_WIDTHS = (13.0, 34.0, 12.0, 18.0, 14.0, 20.0)
_LAST = len(_WIDTHS)
_HINT = (
    "示例：指标、单位和数都是虚构的，不是评价要点，也不是评分依据；看写法，不要照抄。"
    "本表不需填写，交件前可以删去。"
)
_PROOFS = ("编号", "证据名称", "类型", "出具单位", "出具日期", "报告页码")
_FIGURES = ("测量项目", "单位", "三年的数（由前到后）", "对比值", "数据来源")
_POINTS = 20
_IN_REPORT = "申报材料的三年数据"


def plan_example(scheme: Scheme, fields: tuple[ApplicantField, ...]) -> SheetPlan:
    """The sheet; ``fields`` are what 基本信息 asks, which tells a person from an organisation."""
    canvas = Canvas(EXAMPLE, _WIDTHS)
    canvas.title(f"{scheme.title}　填写示例")
    canvas.line(2, Style.BANNER, _HINT)
    row = 3
    examples = OF_PERSON if asks_of_person(fields) else OF_ORGANISATION
    for place, example in enumerate(examples):
        row = _example(canvas, row, example, scheme, first=1 + 10 * place)
    return replace(canvas.sheet, tab_style=Style.OFFICIAL, head_rows=2, own=True)


def _example(
    canvas: Canvas, row: int, example: FilledExample, scheme: Scheme, *, first: int
) -> int:
    def told(words: str) -> str:
        """The words where a workbook asks for no figures: these stand in the report alone."""
        return words if scheme.metrics else words.replace(f"“{METRICS}”", _IN_REPORT)

    canvas.line(row, Style.HEADER, f"示例　{example.kind}：{example.indicator}")
    canvas.fit(row, (), least=26)
    row = _said(canvas, row + 1, "示例要点", Style.OFFICIAL, example.asked)
    row = _said(canvas, row, "自评", Style.OFFICIAL, _scored(scheme, example.share))
    row = _said(canvas, row, "自评说明", Style.OFFICIAL, told(example.note))
    canvas.line(row, Style.LABEL, f"登记在“{EVIDENCE}”")
    canvas.headings(row + 1, _PROOFS, height=22)
    row += 2
    for number, proof in enumerate(example.proofs, start=first):
        row = _row(canvas, row, (f"E{number:03}", *proof))
    if example.figures and scheme.metrics:
        canvas.line(row, Style.LABEL, f"登记在“{METRICS}”")
        _spread(canvas, row + 1, _FIGURES, Style.HEADER)
        row += 2
        for figure in example.figures:
            years = "　".join(figure.years)
            cells = (figure.name, figure.unit, years, figure.benchmark, figure.source)
            _spread(canvas, row, cells, Style.SAMPLE)
            row += 1
    good = "\n".join(f"· {told(one)}" for one in example.good)
    row = _said(canvas, row, "好在哪里", Style.GUIDE, good)
    row = _said(canvas, row, "常见的写法", Style.NOTE, example.poor)
    return _said(canvas, row, "差在哪里", Style.GUIDE, example.lacking) + 1


def _scored(scheme: Scheme, share: int) -> str:
    """What is typed for the example on the scale of the scheme."""
    percent = Decimal(share) / 100
    if scheme.scale is Scale.MATURITY:
        band = next(band for band in reversed(usable_bands(scheme)) if band.low <= percent)
        return f"档选“{band.name}”，百分比选 {share}%。"
    points = plain_number(percent * _POINTS)
    return f"假定本项分值为 {_POINTS} 分：自评分填 {points}。"


def _said(canvas: Canvas, row: int, label: str, style: Style, words: str) -> int:
    """Write a label and a text beside it."""
    canvas.put(row, 1, Style.LABEL, label)
    canvas.span(Merge.across(row, 2, _LAST), style, words)
    canvas.fit(row, ((words, sum(_WIDTHS[1:])),), least=24)
    return row + 1


def _row(canvas: Canvas, row: int, texts: Iterable[str]) -> int:
    told = tuple(texts)
    for column, text in enumerate(told, start=1):
        canvas.put(row, column, Style.NUMBER if column == 1 else Style.SAMPLE, text)
    canvas.fit(row, tuple(zip(told, _WIDTHS, strict=True)), least=22)
    return row + 1


def _spread(canvas: Canvas, row: int, texts: tuple[str, ...], style: Style) -> None:
    """Write five texts over the six columns, the first over two of them."""
    name, *others = texts
    canvas.span(Merge.across(row, 1, 2), style, name)
    for column, text in enumerate(others, start=3):
        canvas.put(row, column, style, text)
    widths = (sum(_WIDTHS[:2]), *_WIDTHS[2:])
    canvas.fit(row, tuple(zip(texts, widths, strict=True)), least=24)
