"""The family about schemes that are sound but cannot be put into a spreadsheet."""

from builder.findings.rule import Kind, rules

LIMIT_RULES = rules(
    Kind.WORDING,
    """
    QA181 错误 编号不能作名称
    由指标编号得到的名称“{actual}”会被 Excel 当成单元格，或含有不允许的字符。
    填写处靠名称识别，名称有歧义就找不回填写的内容。
    请在该指标的标题后用 {{code=…}} 另给一个由数字和点组成的编号。

    QA182 错误 指标名称含通配符
    指标“{actual}”含有 * ? ~，或以 < > = 开头，不能用来统计证据。
    Excel 把这些符号当作通配符或比较符，证据数会算错。
    请在该指标的标题后用 {{code=…}} 给一个由数字和点组成的编号，并确认名称与原文一致。

    QA183 错误 指标名称重复
    两个指标在下拉列表中都显示为“{actual}”。
    下拉列表里相同的两项无法区分，证据会被算到两项上。
    请为它们用 {{code=…}} 设不同的编号。

    QA184 错误 超过 Excel 上限
    {where}为 {actual}，超过 Excel 的上限 {limit}。
    超过上限的内容会被 Excel 截断，或者使文件打不开。
    请把过长的条款拆成几个要点或下级指标，文字保持原样；公式过长的，减少一起取最高的组数，或者让这些
        组直接打分、不再分下级。

    QA185 错误 选项不能用作文件名
    选项“{actual}”不能写进文件名。
    选项是文件名的一部分；Windows 的文件名不能含 \\ / : * ? " < > |，也不能过长。
    把选项改短到 40 字以内，去掉上述符号，不要以句点结尾。
    """,
)
