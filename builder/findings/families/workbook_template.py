"""The family about workbook templates: what an office's own base workbook lacks."""

from builder.findings.rule import Rule, Severity

WORKBOOK_TEMPLATE_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA851",
        name="工作簿模板无法使用",
        severity=Severity.ERROR,
        message="工作簿模板不存在、打不开，或者不是完整的 .xlsx 文件。",
        why="评分表的字体、颜色和边框都取自模板；没有模板就不能生成评分表。",
        fix="请用 Excel 或 WPS 打开模板确认无误，另存为 .xlsx 后重试；也可以改用自带的模板。",
    ),
    Rule(
        code="QA852",
        name="工作簿模板缺少样式",
        severity=Severity.ERROR,
        message="工作簿模板缺少命名样式：{actual}。",
        why="每种单元格的含义由一个命名样式表示，缺少样式会使填写处与计算处无法区分。",
        fix="请在 Excel 的“单元格样式”中补上所缺样式（名称须完全一致），或从自带的模板复制。",
    ),
)
