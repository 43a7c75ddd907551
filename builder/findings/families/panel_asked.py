"""The family about what a panel is asked for: lists and rules must name what there is."""

from builder.findings.rule import Kind, rules

PANEL_ASKED_RULES = rules(
    Kind.WORDING,
    """
    QA962 错误 评审员名单有看不懂的列
    评审员名单的“{actual}”一列看不懂，没有分派。{hint}
    没看懂的一列里可能写着谁要回避哪一家，不能当作没有。
    请把标题改成“姓名”“角色”或“回避单位”；只供自己看的列，标题写“备注”，或删去这一
        列。

    QA963 错误 要回避的单位不在申报者之中
    “{reviewer}”要回避的“{actual}”不是这次的申报者。{hint}
    名称写错一个字，应当回避的人就会评到这一家。
    请照申报者的名称改正，几家之间用顿号隔开；这次没有申报的，从名单里删去。

    QA964 错误 要回避的单位对上了所有申报者
    “{reviewer}”要回避的“{actual}”对上了全部 {expected} 个申报者。{hint}
    这样写，这位评审员一家也评不了，多半是名称没有写全。
    请写申报者的全称，几家之间用顿号隔开；确实都要回避的，把这位评审员从名单里删去。

    QA965 错误 申报者没有评审员
    “{applicant}”没有一位评审员：名单里的人都要回避它。
    没有人评的申报者没有分数，也排不了名。
    请在名单里加一位不须回避的评审员。

    QA967 错误 评审规则写了这次没有的东西
    规则里 {key} 写的“{actual}”在这次评审里没有。{hint}
    写错的角色、指标什么也不起作用，算出的却像是按规则算的。
    请改成下列之一，或删去：{options}。

    QA968 错误 达线的分数没有人达得到
    达线（line）写的是 {actual} 分，“{applicant}”最多只有 {expected} 分。
    超过满分的达线会使所有申报者都不达线。
    请改正 line。

    QA969 错误 评审的名称不能用
    评审的名称“{actual}”不能用。
    名称写进每份评审表的标识，收回时按它认出是哪一轮。
    --round 只用汉字、字母、数字、点和横线，最多 20 个字，例如 --round 2026初评。
    """,
)
