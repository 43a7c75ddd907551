"""The answers to what is scored by options, figures and counts (QA538 to QA546)."""

from builder.findings.rule import Kind, rules

LEAF_ANSWER_RULES = rules(
    Kind.ANSWER,
    """
    QA538 警告 计分项没有回答
    “{label}”没有回答。
    没有回答的按 0 分计入。
    请在 {cell} 填{wanted}；没有的填 0 或选不得分的一项。

    QA539 错误 选项不在列表里
    “{label}”填的“{actual}”不是列表里的选项。
    得分由所选的选项决定，列表以外的内容按 0 分计入。
    请在 {cell} 的下拉列表中选：{expected}。

    QA540 错误 计分数据不是数字
    “{label}”填的“{actual}”不是数字。
    不是数字的数据算不出得分，按 0 分计入。
    请在 {cell} 只填一个数{unit}，不要写别的字。

    QA541 错误 次数不是整数
    “{label}”填的 {actual} 不能是次数。
    次数只能是 0 或正整数。
    请在 {cell} 改填实际的次数，没有的填 0。

    QA542 错误 得分不在所选项的范围
    “{label}”选了“{option}”，得分却填 {actual}。
    先选一项、再在它的范围内打分；两者不合，就不知道以哪个为准。
    请重新选项，或在 {cell} 改填 {expected} 之间的分数。

    QA543 错误 指标值算不出
    “{label}”的指标值算不出：除数为 0，或者负数不能开方。
    算不出的指标值按 0 分计入。
    请核对从 {cell} 起的数据：作除数的不能为 0，开方的不能是负数。

    QA544 错误 指标值不在计分表里
    “{label}”的指标值 {actual} 不在计分表的任何一档。
    计分表没有说这样的数得几分，按 0 分计入。
    请核对 {cell} 和它的数据；确实是这个数的，请向主办单位询问怎样计分。

    QA545 提示·填写 百分数可能填成了小数
    “{label}”填的是 {actual}，单位是 %，也就是 {actual}%；是不是 {expected}%？
    单位已经是 %，85% 应填 85；填成 0.85 会小一百倍。
    请核对 {cell}：是 {expected}% 的改填 {expected}。

    QA546 错误 数据低于 0
    “{label}”填的 {actual} 低于 0。
    这项数据不会低于 0；算出的指标值和得分都不对。
    请核对 {cell}，改填 0 或正数{unit}。
    """,
)
