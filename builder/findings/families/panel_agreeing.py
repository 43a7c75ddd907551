"""The family about what a panel agrees on, and what is looked at on the site."""

from builder.findings.rule import Kind, rules

PANEL_AGREEING_RULES = rules(
    Kind.WORDING,
    """
    QA1110 错误·评分 分差过大没有议定
    “{applicant}”的合议表还有 {actual} 项分差过大没有议定，如“{label}”。
    评审员相差超过限度的项目要当面讨论，没有讨论就定的分站不住。
    请逐项讨论，在“理由”里写明（照合成分的也写明），首页“合议进度”显示“已完成”后再交回。

    QA1111 提示·提请注意 合议意见以后又有新意见
    “{applicant}”有 {actual} 处合议意见是人写的，写了以后评审员的意见变了，如“{label}”。
    人写的没有动；新的意见只在左边“各评审员的意见”里。
    请看一看新的意见，要改的改在“合议意见”一栏。
    """,
)
