"""评审说明: whom and what is reviewed, how, the declaration of recusal, and an overall opinion."""

from collections.abc import Iterator

from builder.book.book_plan import Allowed, InputPlan
from builder.book.cell_text import fitting
from builder.book.sheet import Merge, ValidationPlan
from builder.book.style import Style
from builder.formula.render import shown_number
from builder.kit.guide_blocks import banners, block, guide_head
from builder.kit.guide_rules import rule_lines
from builder.model.identity import Identity
from builder.model.office import Office
from builder.model.panel.material import Material
from builder.model.scheme import Scheme
from builder.panel import input_names as names
from builder.panel.review.assembled import PanelGuide, declared_block, end_guide
from builder.panel.review.tables import answer_line

_WIDTHS = (18.0, 90.0)
# The longest overall opinion is shown whole in a row as high as a row can be.
_LINE, _WORDS = Allowed(longest=200), Allowed(longest=1200)
_HINT = "可分几行写，\n不超过 1200 字"
# What is asked, what it takes, and how high its row is.
_DECLARATION = (
    (names.RECUSAL, "回避声明", Allowed(options=(names.NO_RECUSAL, names.RECUSED)), 24),
    (names.RECUSAL_REASON, "回避原因", _LINE, 24),
    (names.SIGNED, "签名", _LINE, 24),
    (names.SIGNED_ON, "日期", _LINE, 24),
    (names.OVERALL, "总体评价", _WORDS, 120),
)
_STEPS = (
    ("第一步", "填写下面的回避声明并签名；须回避的写明原因，不必打分，直接交回。"),
    (
        "第二步",
        (
            f"在“{names.REVIEW_SCORING}”逐项对照评价要点、企业的自评说明、证据和报告正文打分，在下面写出优势和"
            "改进机会。一行一条，行会随文字变高；没有变高的，拖动行号下边。"
        ),
    ),
    ("现场问题", "材料里看不清、要到现场弄明白的，写进“现场核实问题”。"),
    ("第三步", "写总体评价。状态全部为“完成”后原样交回本文件，不要改名工作表、不要删行。"),
)
_INDEPENDENT = "请独立评审，不要与其他评审员商量分数；本文件不含其他评审员的任何内容。"
_PROTECTION = "只有填写的格子可以改；改动了公式、原文、分值或列表，收回时会指出。"
# Key factors are read at a glance; the whole overview stands on the sheet of the report.
_LONGEST_OVERVIEW = 600


def plan_review_guide(
    scheme: Scheme, identity: Identity, office: Office, material: Material, reviewer: str
) -> PanelGuide:
    """The first sheet; ``reviewer`` is the code that stands for a person."""
    canvas = guide_head(names.REVIEW_GUIDE, _WIDTHS, scheme, "　评审表")
    row = banners(canvas, 2, scheme)
    total = f"{shown_number(material.total)} 分（已核验）"
    about = (
        ("申报者", material.applicant),
        ("评审员", reviewer),
        *((("企业自评总分", total),) if material.shows_own else ()),
        *(("核验提示", fitting(doubt)) for doubt in material.doubts),
    )
    row = block(canvas, row, "一、评审对象", about)
    factors = tuple(_factors(material))
    if factors:
        row = block(canvas, row, "企业的关键因素（摘自申报材料）", factors)
    row = declared_block(canvas, row, scheme, material)
    row = block(canvas, row, "二、怎样评审", (*_STEPS, ("独立", _INDEPENDENT)))
    canvas.line(row, Style.HEADER, "三、回避声明和总体评价")
    inputs: list[InputPlan] = []
    for name, title, allowed, height in _DECLARATION:
        row += 1
        hint = _HINT if name == names.OVERALL else ""
        inputs.append(answer_line(canvas, row, name, title, allowed, height, hint=hint))
    row = block(canvas, row + 1, "四、评分规则", _rules(scheme, office))
    return end_guide(canvas, row, scheme, identity, inputs, tuple(map(_validation, inputs)))


def _factors(material: Material) -> Iterator[tuple[str, str]]:
    """What reviewers know of the applicant before they judge: its figures, its own overview."""
    for fact in material.facts:
        yield fact.caption, fitting(fact.words)
    for part in material.overview:
        text = part.text[:_LONGEST_OVERVIEW]
        more = "" if text == part.text else f"……（全文见“{names.REPORT_TEXT}”）"
        yield part.heading, f"{text}{more}"


def _rules(scheme: Scheme, office: Office) -> Iterator[tuple[str, str]]:
    """The award's rules as a reviewer needs them: not what is asked of the applicant."""
    for label, words in rule_lines(scheme, office):
        match label:
            case "自评分":
                yield "评审分", words
            case "证据" | "证据要求" | "参评资格" | "否决事项":
                continue
            case "保护":
                yield label, _PROTECTION
            case _:
                yield label, words


def _validation(asked: InputPlan) -> ValidationPlan:
    cells, longest = (Merge.of(asked.cell),), asked.allowed.longest
    if longest is None:
        return ValidationPlan.choice(
            asked.allowed.options,
            cells,
            title=asked.title,
            prompt="从下拉列表选择；与申报者有利害关系的须回避。",
            error="请从下拉列表中选择。",
        )
    return ValidationPlan.text(longest, cells, title=asked.title, prompt=f"不超过 {longest} 字。")
