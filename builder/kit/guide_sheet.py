"""填写说明: what to do, what the colours mean, and the rules the score is held to."""

from dataclasses import replace

from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.kit.guide_blocks import banners, block, guide_head, styled_block
from builder.kit.guide_rules import Line, remark_lines, rule_lines
from builder.kit.sheet_names import (
    APPLICANT,
    ELIGIBILITY,
    EVIDENCE,
    GUIDE,
    METRICS,
    SCORING,
    SUMMARY,
)
from builder.model.identity import Identity
from builder.model.office import Office
from builder.model.scheme import Scheme

Lines = tuple[Line, ...]
_WIDTHS = (16.0, 84.0)
_UNNAMED_RETURN = "填好后将本文件原样交回主办单位；交回的时间、地点和方式以申报通知为准。"
_LEGEND_TITLE = "二、颜色的含义（颜色只是辅助，每处都有文字写明）"
_LEGEND = (
    (Style.SAMPLE, "填写", "可以填写的单元格，只有这种单元格没有锁定；按 Tab 键依次到下一格。"),
    (Style.COMPUTED_POINTS, "计算", "由公式计算，不要改动。"),
    (Style.OFFICIAL, "原文", "评分要点的官方文字和分值，一字不改。"),
    (Style.ALERT, "异常", "需要处理，文字写明原因，如超分、缺证据、不是倍数。"),
    (Style.PENDING, "待办事项", "尚未填写。"),
)


def plan_guide(scheme: Scheme, identity: Identity, office: Office) -> SheetPlan:
    """The first sheet a reader sees."""
    canvas = guide_head(GUIDE, _WIDTHS, scheme, "")
    row = banners(canvas, 2, scheme)
    row = block(canvas, row, "一、怎样填写", _steps(scheme))
    row = styled_block(canvas, row, _LEGEND_TITLE, _LEGEND)
    row = block(canvas, row, "三、评分规则", rule_lines(scheme, office))
    row = block(canvas, row, "四、交回", _return_lines(office))
    row = block(canvas, row, "五、文件标识", _identity_lines(scheme, identity))
    remarks = remark_lines(scheme)
    if remarks:
        block(canvas, row, "六、原文的说明和主办单位的设定", remarks)
    # The title stands on every page.
    return replace(canvas.sheet, head_rows=1)


def _steps(scheme: Scheme) -> Lines:
    last = (
        f"在“{SCORING}”对照评价要点逐项填写自评分和自评说明；状态全部为“完成”后，"
        f"在“{SUMMARY}”核对总分，原样交回本文件。"
    )
    asked = f"，在“{ELIGIBILITY}”逐条回答" if scheme.eligibility or scheme.vetoes else ""
    figures = f"，在“{METRICS}”填写最近三个年度的数" if scheme.metrics else ""
    narrowed = (
        f"“{SCORING}”和“{EVIDENCE}”的表头有筛选按钮，表锁着也能用：按一级指标或状态只看一部分。"
        f"打印“{EVIDENCE}”之前，在“状态”里去掉空白，没有用到的行就不印出来。"
    )
    return (
        ("第一步", f"在“{APPLICANT}”写明申报者的情况和联系方式{asked}。"),
        ("第二步", f"在“{EVIDENCE}”逐行登记证据，并为每份证据选择它证明的指标{figures}。"),
        ("第三步", last),
        ("查看和打印", narrowed),
    )


def _return_lines(office: Office) -> Lines:
    named = (("主办单位", office.name),) if office.name else ()
    if not office.return_to:
        return (*named, ("交回", _UNNAMED_RETURN))
    return (*named, *(("交回", line) for line in office.return_to))


def _identity_lines(scheme: Scheme, identity: Identity) -> Lines:
    return (
        ("奖项", scheme.award),
        ("依据", scheme.source),
        ("版次", scheme.edition),
        *((name, option) for name, option in scheme.chosen),
        ("文件编号", f"{identity.scheme}／{identity.fingerprint}"),
    )
