"""The answers family: what an applicant left out or filled in off its scale."""

from builder.findings.rule import Kind, rules

ANSWER_RULES = rules(
    Kind.ANSWER,
    """
    QA501 警告 未评
    “{label}”没有填写自评分。
    没有自评分的指标按 0 分计入。
    请在 {cell} 填写{wanted}；确实不得分的填 0。

    QA502 错误 不合步长
    “{label}”的自评分 {actual} 不在刻度上。
    自评分须为 0 或正数，且是步长的整数倍。
    请在 {cell} 改填 {expected} 之间、{step} 分的整数倍。

    QA503 错误 超过分值
    “{label}”的自评分 {actual} 超过本项分值。
    超出的部分不计，本项按分值封顶。
    请在 {cell} 改填 {expected} 之间的分数。

    QA504 错误 自评分不是数字
    “{label}”的自评分“{actual}”不是数字。
    不是数字的内容按 0 分计入。
    请在 {cell} 改填{wanted}，只写数字，不要写别的字。

    QA505 警告·改动 填写处是公式
    “{title}”填的是公式 {actual}，不是数值或文字。
    公式的结果可能随别的单元格变化，不能作为申报内容。
    请把 {cell} 改为最终的数值或文字。

    QA506 警告·改动 文字过长
    “{title}”有 {actual} 字，超过 {expected} 字。
    过长的内容在表中显示不全，打印时会被截断。
    请把 {cell} 压缩到 {expected} 字以内，详细内容写进自评报告。

    QA507 错误 百分比不合档
    “{label}”的百分比 {actual} 不在所选的档之内，或者没有选档。
    先定档、再在档内取百分比；两者不合，就不知道以哪个为准。
    请重新选档，再在 {cell} 的下拉列表中选百分比。

    QA508 错误 低档缺理由
    “{label}”取 {actual}，低于原文有描述的最低档，但没有写理由。
    原文没有描述这样低的档，只有写明理由才能采用。
    请在本行“自评说明”写明理由，或改选有描述的档。

    QA509 警告·填写 数字按文字填写
    “{title}”填的是文字“{actual}”，按 {expected} 计算。
    表格软件把它当作文字，表中的得分没有算上它；核验按它明白无误的意思计算。
    请把 {cell} 改填数字 {expected}：用半角数字，不带“分”字、空格和千位分隔符。
    """,
)
