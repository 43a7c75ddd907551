"""The answers family: what an applicant left out or filled in off its scale."""

from builder.findings.rule import Rule, Severity

ANSWER_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA501",
        name="未评",
        severity=Severity.WARNING,
        message="“{label}”没有填写自评分。",
        why="没有自评分的指标按 0 分计入。",
        fix="请在 {cell} 填写 {expected} 之间的自评分；确实不得分的填 0。",
    ),
    Rule(
        code="QA502",
        name="不合步长",
        severity=Severity.ERROR,
        message="“{label}”的自评分 {actual} 不在刻度上。",
        why="自评分须为 0 或正数，且是步长的整数倍。",
        fix="请在 {cell} 改填 {expected} 之间、{step} 分的整数倍。",
    ),
    Rule(
        code="QA503",
        name="超过分值",
        severity=Severity.ERROR,
        message="“{label}”的自评分 {actual} 超过本项分值。",
        why="超出的部分不计，本项按分值封顶。",
        fix="请在 {cell} 改填 {expected} 之间的分数。",
    ),
    Rule(
        code="QA504",
        name="自评分不是数字",
        severity=Severity.ERROR,
        message="“{label}”的自评分“{actual}”不是数字。",
        why="不是数字的内容按 0 分计入。",
        fix="请在 {cell} 改填 {expected} 之间的数字，不要带“分”字或空格。",
    ),
    Rule(
        code="QA505",
        name="填写处是公式",
        severity=Severity.WARNING,
        message="“{title}”填的是公式 {actual}，不是数值或文字。",
        why="公式的结果可能随别的单元格变化，不能作为申报内容。",
        fix="请把 {cell} 改为最终的数值或文字。",
    ),
    Rule(
        code="QA506",
        name="文字过长",
        severity=Severity.WARNING,
        message="“{title}”有 {actual} 字，超过 {expected} 字。",
        why="过长的内容在表中显示不全，打印时会被截断。",
        fix="请把 {cell} 压缩到 {expected} 字以内，详细内容写进自评报告。",
    ),
)
