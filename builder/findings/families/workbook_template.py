"""The family about workbook templates: what an office's own base workbook lacks."""

from builder.findings.rule import Rule, Severity

WORKBOOK_TEMPLATE_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA851",
        name="工作簿模板无法使用",
        severity=Severity.ERROR,
        message="工作簿模板不能用：{actual}。",
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
    Rule(
        code="QA853",
        name="工作簿模板带有宏",
        severity=Severity.ERROR,
        message="工作簿模板里有宏。",
        why="发给申报组织的评分表不带宏；带宏的模板可能在打开时运行程序。",
        fix="请用 Excel 或 WPS 打开模板，另存为“Excel 工作簿（*.xlsx）”，不要选启用宏的类型。",
    ),
    Rule(
        code="QA854",
        name="模板的标志不是图片",
        severity=Severity.ERROR,
        message="工作簿模板第一张工作表上的标志不能用：{actual}。",
        why="标志会放进每一份评分表，只有 PNG 和 JPEG 在 Excel、WPS 和 LibreOffice 里都能显示。",
        fix="请删去它，重新插入 PNG 或 JPEG 图片（不超过 1 MB）；不要标志就不插。",
    ),
    Rule(
        code="QA855",
        name="模板样式的锁定不对",
        severity=Severity.ERROR,
        message="模板样式的“锁定”与用途不符。应解锁却锁定的：{locked}；应锁定却解锁的：{open}。",
        why="只有填写用的样式解锁：锁了申报组织填不进去，其他样式解锁了公式和原文会被误改。",
        fix="请在“单元格样式”中修改该样式，在“保护”页勾选或去掉“锁定”。",
    ),
    Rule(
        code="QA856",
        name="模板有带不进评分表的内容",
        severity=Severity.WARNING,
        message="模板里的这些内容没有带进评分表：{actual}。",
        why="评分表只取模板的样式、主题、标志和打印设置；公式一律由评分方案生成。",
        fix="请从模板中删去这些内容，以免误以为它们会出现在评分表里。",
    ),
    Rule(
        code="QA857",
        name="模板的页眉页脚太长",
        severity=Severity.ERROR,
        message="模板的{part}有 {actual} 个字符，最多 {expected} 个。",
        why="Excel 的页眉、页脚连同格式代码最多 255 个字符，还要留出页码和页注的位置。",
        fix="请在模板第一张工作表的页面设置中缩短{part}。",
    ),
)
