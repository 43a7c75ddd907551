"""填写说明: what to do, what the colours mean, and the rules the score is held to."""

from builder.formula.render import plain_number
from builder.model.scheme import Scheme
from builder.plan.canvas import Canvas
from builder.plan.reminders import all_reminders, points_line, warnings
from builder.plan.sheet_names import APPLICANT, EVIDENCE, GUIDE, SCORING, SUMMARY
from builder.plan.style import Style
from builder.plan.workbook import Identity, SheetPlan

_WIDTHS = (16.0, 84.0)
_THIRD_STEP = (
    f"在“{SCORING}”对照评价要点逐项填写自评分和自评说明；"
    f"状态全部为“完成”后，在“{SUMMARY}”核对总分，原样交回本文件。"
)
_STEPS = (
    ("第一步", f"在“{APPLICANT}”写明申报组织和联系方式。"),
    ("第二步", f"在“{EVIDENCE}”逐行登记证据，并为每份证据选择它证明的指标。"),
    ("第三步", _THIRD_STEP),
)
_LEGEND = (
    (Style.SAMPLE, "填写", "可以填写的单元格，只有这种单元格没有锁定。"),
    (Style.COMPUTED_POINTS, "计算", "由公式计算，不要改动。"),
    (Style.OFFICIAL, "原文", "评分要点的官方文字和分值，一字不改。"),
    (Style.ALERT, "异常", "需要处理，文字写明原因，如超分、缺证据、不合步长。"),
    (Style.PENDING, "待办", "尚未填写。"),
)
_PROTECTION = "工作表已保护且不设密码，只为防止误改；改动了公式、原文、分值或列表，核验时会指出。"


def plan_guide(scheme: Scheme, identity: Identity) -> SheetPlan:
    """The first sheet a reader sees."""
    canvas = Canvas(GUIDE, _WIDTHS)
    canvas.line(1, Style.TITLE, scheme.title)
    canvas.fit(1, (), least=40)
    row = 2
    for reminder in warnings(scheme):
        canvas.line(row, Style.BANNER, reminder.line)
        row += 1
    row = _block(canvas, row, "怎样填写", _STEPS)
    row = _legend(canvas, row)
    row = _block(canvas, row, "计分规则", _rules(scheme))
    _block(canvas, row, "文件标识", _identity_lines(scheme, identity))
    return SheetPlan(
        name=GUIDE,
        cells=canvas.cells,
        widths=_WIDTHS,
        heights=canvas.heights,
        merges=tuple(canvas.merges),
    )


def _block(canvas: Canvas, row: int, title: str, lines: tuple[tuple[str, str], ...]) -> int:
    canvas.line(row, Style.HEADER, title)
    for label, words in lines:
        row += 1
        canvas.put(row, 1, Style.LABEL, label)
        canvas.put(row, 2, Style.GUIDE, words)
        canvas.fit(row, ((words, _WIDTHS[1]),), least=22)
    return row + 1


def _legend(canvas: Canvas, row: int) -> int:
    canvas.line(row, Style.HEADER, "颜色含义")
    for style, word, words in _LEGEND:
        row += 1
        canvas.put(row, 1, style, word)
        canvas.put(row, 2, Style.GUIDE, words)
        canvas.fit(row, ((words, _WIDTHS[1]),), least=22)
    return row + 1


def _rules(scheme: Scheme) -> tuple[tuple[str, str], ...]:
    told = all_reminders(scheme)
    rules = (
        ("总分", f"{points_line(scheme)}。"),
        ("自评分", f"每项从 0 分到本项分值，以 {plain_number(scheme.step)} 分为一级。"),
        ("封顶", "每项得分不超过本项分值；上级指标得分不超过其分值；总分不超过标称总分。"),
        ("证据", "自评分大于 0 的项至少要有一份有效证据，否则标为“缺证据”。"),
        *((item.kind, item.text) for item in told if item not in warnings(scheme)),
    )
    return (*rules, ("保护", _PROTECTION))


def _identity_lines(scheme: Scheme, identity: Identity) -> tuple[tuple[str, str], ...]:
    return (
        ("奖项", scheme.award),
        ("依据", scheme.source),
        ("版本", scheme.edition),
        ("文件编号", f"{identity.scheme}／{identity.fingerprint}"),
    )
