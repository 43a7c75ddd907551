"""评审说明: whom and what is reviewed, how, the declaration of recusal, and an overall opinion."""

from builder.book.book_plan import Allowed, InputKind, InputPlan
from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.sheet import Merge, SheetPlan, ValidationKind, ValidationPlan
from builder.book.style import Style
from builder.formula.expression import Cell
from builder.formula.render import plain_number
from builder.kit.guide_rules import rule_lines
from builder.kit.reminders import warnings
from builder.model.identity import Identity
from builder.model.office import Office
from builder.model.panel.material import Material
from builder.model.scheme import Scheme
from builder.panel.input_names import (
    NO_RECUSAL,
    OVERALL,
    RECUSAL,
    RECUSAL_REASON,
    RECUSED,
    REVIEW_GUIDE,
    REVIEW_SCORING,
    SIGNED,
    SIGNED_ON,
)
from builder.panel.review.assembled import PanelGuide
from builder.panel.review.tables import block

_WIDTHS = (18.0, 90.0)
_OVERALL_LENGTH, _LINE_LENGTH = 2000, 200
_STEPS = (
    ("第一步", "填写下面的回避声明并签名；须回避的写明原因，不必打分，直接交回。"),
    (
        "第二步",
        f"在“{REVIEW_SCORING}”对照评价要点、企业自评说明、证据和报告正文逐项打分，写出优势和改进机会。",
    ),
    ("现场问题", "材料里看不清、要到现场弄明白的，写进“现场核实问题”。"),
    ("第三步", "写总体评价。状态全部为“完成”后原样交回本文件，不要改名工作表、不要删行。"),
)
_INDEPENDENT = "请独立评审，不要与其他评审员商量分数；本文件不含其他评审员的任何内容。"


def plan_review_guide(
    scheme: Scheme, identity: Identity, office: Office, material: Material, reviewer: str
) -> PanelGuide:
    """The first sheet; ``reviewer`` is the code that stands for a person."""
    canvas = Canvas(REVIEW_GUIDE, _WIDTHS)
    canvas.line(1, Style.TITLE, f"{scheme.title}　评审表")
    canvas.fit(1, ((scheme.title, sum(_WIDTHS) / 2),), least=40)
    row = 2
    for reminder in warnings(scheme):
        canvas.line(row, Style.BANNER, reminder.line)
        row += 1
    about = (
        ("申报者", material.applicant),
        ("评审员", reviewer),
        ("企业自评总分", f"{plain_number(material.total)} 分（已核验）"),
        *(("核验提示", fitting(doubt)) for doubt in material.doubts),
        *((label, answer or "未答") for label, answer in material.declarations),
    )
    row = block(canvas, row, "一、评审对象", about)
    row = block(canvas, row, "二、怎样评审", (*_STEPS, ("独立", _INDEPENDENT)))
    inputs, validations, row = _declaration(canvas, row)
    row = block(canvas, row, "四、评分规则", rule_lines(scheme, office))
    number = f"{identity.scheme}／{identity.fingerprint}／{identity.task}"
    block(canvas, row, "五、文件标识", (("奖项", scheme.award), ("文件编号", number)))
    sheet = SheetPlan(
        name=REVIEW_GUIDE,
        cells=canvas.cells,
        widths=_WIDTHS,
        heights=canvas.heights,
        merges=tuple(canvas.merges),
        validations=validations,
        tab_style=Style.INPUT_POINTS,
    )
    return PanelGuide(sheet=sheet, inputs=inputs)


def _declaration(
    canvas: Canvas, row: int
) -> tuple[tuple[InputPlan, ...], tuple[ValidationPlan, ...], int]:
    """The inputs of the declaration and of the overall opinion."""
    canvas.line(row, Style.HEADER, "三、回避声明和总体评价")
    asked = (
        (RECUSAL, "回避声明", Style.INPUT_OPTION, Allowed(options=(NO_RECUSAL, RECUSED)), 24),
        (RECUSAL_REASON, "回避原因", Style.INPUT_TEXT, Allowed(longest=_LINE_LENGTH), 24),
        (SIGNED, "签名", Style.INPUT_TEXT, Allowed(longest=_LINE_LENGTH), 24),
        (SIGNED_ON, "日期", Style.INPUT_TEXT, Allowed(longest=_LINE_LENGTH), 24),
        (OVERALL, "总体评价", Style.INPUT_TEXT, Allowed(longest=_OVERALL_LENGTH), 120),
    )
    inputs: list[InputPlan] = []
    validations: list[ValidationPlan] = []
    for name, title, style, allowed, height in asked:
        row += 1
        canvas.put(row, 1, Style.LABEL, title)
        cell = canvas.put(row, 2, style)
        canvas.fit(row, (), least=height)
        kind = InputKind.CONFIRMATION if allowed.options else InputKind.TEXT
        inputs.append(InputPlan(name=name, kind=kind, cell=cell, title=title, allowed=allowed))
        validations.append(_validation(cell, title, allowed))
    return tuple(inputs), tuple(validations), row + 1


def _validation(cell: Cell, title: str, allowed: Allowed) -> ValidationPlan:
    cells = (Merge.of(cell),)
    if allowed.options:
        return ValidationPlan(
            kind=ValidationKind.LIST,
            rule=f'"{",".join(allowed.options)}"',
            cells=cells,
            title=title,
            prompt="从下拉列表选择；与申报者有利害关系的须回避。",
            error="请从下拉列表中选择。",
        )
    return ValidationPlan(
        kind=ValidationKind.TEXT_LENGTH,
        rule=str(allowed.longest),
        cells=cells,
        title=title,
        prompt=f"不超过 {allowed.longest} 字。",
        error=f"“{title}”不超过 {allowed.longest} 字。",
    )
