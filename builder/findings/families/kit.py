"""The family about what an office asks for when it builds a kit."""

from builder.findings.rule import Kind, rules

KIT_RULES = rules(
    Kind.WORDING,
    """
    QA171 错误·用法 没有选择
    这个方案需要先选择“{name}”：{reason}可选：{options}。
    不同选择的评分表指标不同，不能代替申报组织选。
    请加上 --choice {name}=选项；要每种各做一份，用 --all-choices。

    QA172 错误·用法 没有这个选择
    方案没有名为“{actual}”的选择。{hint}
    写错名称的选择不会起作用。
    请写成 --choice 名称=选项；该方案的选择有：{options}。

    QA173 错误·用法 没有这个选项
    “{name}”没有“{actual}”这个选项。{hint}
    不认识的选项无法确定该用哪些指标。
    可选：{options}。

    QA174 错误 条款权重不对
    条目“{actual}”的条款权重不能用：须是成熟度方案，逐一列出该条目的计分条款，权重之和为 1。
    权重漏了条款或加起来不是 1，算出的条目百分比就不对。
    请在 weights 下为该条目的每个计分条款各写一行，权重之和为 1；不设权重就整体删去。

    QA175 错误 测量项目不在原文
    测量项目“{actual}”不是“{expected}”及其下级原文中的字样。{hint}
    测量项目照抄评价要点，申报组织才知道它出自通知的哪一句。
    照抄名称、要点或注中连续的文字（空格不计）；原文没有这一项时删掉它，由申报组织自行填写。

    QA176 错误 概述提纲写了两次
    overview 和 overview_of 不能同时写。
    概述的提纲或者自己列出，或者取自一个指标的评价要点；两个都写，不知道用哪一个。
    只留下其中一个。
    """,
)
