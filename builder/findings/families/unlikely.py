"""The family about answers that are possible and unlikely; an office may do without it."""

from builder.findings.rule import Kind, rules

UNLIKELY_RULES = rules(
    Kind.NOTICE,
    """
    QA532 提示 日期不合常理
    “{title}”填的是 {actual}，{reason}。
    这样的日期多半是写错了一位。
    请对照证照原件核对 {cell}；确实如此的不必处理。

    QA533 提示 条件全部不适用
    {actual} 项基本条件全都选了“不适用”。
    至少有几项对每个申报者都适用；全部不适用，等于一项也没有确认。
    请从 {cell} 起逐项核对；确实如此的不必处理。

    QA534 提示 自评说明千篇一律
    {count} 处自评说明写的都是“{actual}”。
    同一句话说明不了不同的指标，评审从中看不到得分的依据。
    请从 {cell} 起分别写明各指标的做法和成效。

    QA535 提示 没有自评说明
    {actual} 个指标有自评分，却没有一处写自评说明。
    没有说明的得分，评审不知道依据什么。
    请从 {cell} 起写明各指标得分的依据。

    QA536 提示 名称填的是数
    “{title}”填的是“{actual}”，只有数，没有字。
    名称、姓名和地址里总有字；只有数，多半是填错了格子。
    请核对 {cell}；确实如此的不必处理。

    QA537 提示 各节文字千篇一律
    申报材料有 {actual} 节写的是同样的文字，从“{heading}”起。
    同一段话说明不了不同的指标，评审从中看不到得分的依据。
    请分别写明各指标的做法、成效和数据。

    QA580 警告 名称是代替的话
    “{title}”填的是“{actual}”，不是名称。
    这样的话是留着以后再填的，或者表示没有；分数要有名称的证据来支持，申报要写明是谁。
    请在 {cell} 写明名称；证据清单里多写的一行，清空即可。
    """,
)
