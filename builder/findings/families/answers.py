"""The answers family: what an applicant left out or filled in off its scale."""

from builder.findings.rule import Rule, Severity

ANSWER_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA501",
        name="未评",
        severity=Severity.WARNING,
        message="“{label}”没有填写自评分。",
        why="没有自评分的指标按 0 分计入。",
        fix="请在 {cell} 填写{wanted}；确实不得分的填 0。",
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
        fix="请在 {cell} 改填{wanted}，只写数字，不要写别的字。",
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
    Rule(
        code="QA507",
        name="百分比不合档",
        severity=Severity.ERROR,
        message="“{label}”的百分比 {actual} 不在所选的档之内，或者没有选档。",
        why="先定档、再在档内取百分比；两者不合，就不知道以哪个为准。",
        fix="请重新选档，再在 {cell} 的下拉列表中选百分比。",
    ),
    Rule(
        code="QA508",
        name="低档缺理由",
        severity=Severity.ERROR,
        message="“{label}”取 {actual}，低于原文有描述的最低档，但没有写理由。",
        why="原文没有描述这样低的档，只有写明理由才能采用。",
        fix="请在本行“自评说明”写明理由，或改选有描述的档。",
    ),
    Rule(
        code="QA509",
        name="数字按文字填写",
        severity=Severity.WARNING,
        message="“{title}”填的是文字“{actual}”，按 {expected} 计算。",
        why="表格软件把它当作文字，表中的得分没有算上它；核验按它明白无误的意思计算。",
        fix="请把 {cell} 改填数字 {expected}：用半角数字，不带“分”字、空格和千位分隔符。",
    ),
)
