"""The data family: figures over three years that cannot be read or compared."""

from builder.findings.rule import Kind, rules

DATA_RULES = rules(
    Kind.CONTENT,
    """
    QA751 警告 年度数据不是数字
    {number}“{label}”的{heading}填的是“{actual}”，不是数字。
    不是数字的内容看不出水平和趋势，也画不进图里。
    请在 {cell} 只写数字，单位写在“单位”一栏；没有数据的留空。

    QA752 提示 年度数据不全
    {number}“{label}”只填了一部分，还缺：{missing}。
    三个年度和来源齐全，才能看出趋势、核对真伪。
    请从 {cell} 起补齐；确实没有的，在自评报告中说明原因。

    QA753 警告 高档缺数据支持
    “{label}”取 {actual}，这一档的说明要求{expected}，近三年数据中却没有{missing}。
    档次说明明文要求趋势或对比，没有数据就够不上这一档。
    请在“近三年数据”补齐三年的数和对比值；没有数据的，改选相应的档。

    QA755 提示·提请注意 百分比超过 100
    “{title}”填的是 {actual}，占整体的比例不会超过 100{also}。
    多半是单位填错，或者小数点错位。
    请核对 {cell}；确实如此的不必处理。

    QA756 提示·提请注意 不会是负数
    “{title}”填的是 {actual}，这样的数不会小于 0{also}。
    多半是多写了负号，或者把增减量当作了数量。
    请核对 {cell}；确实如此的不必处理。

    QA757 提示·提请注意 利润高于收入
    “{title}”填的是 {actual}，高于同一年的“{other}”{expected}{also}。
    利润一般不会高于收入，多半是填反了或者单位不同。
    请核对 {cell}；确实如此的不必处理。

    QA758 提示·提请注意 与相邻年度相差悬殊
    “{title}”填的是 {actual}，与相邻年度相差一千倍以上{also}。
    多半是单位不同，例如把元当作万元。
    请核对 {cell} 的单位（{unit}）；确实如此的不必处理。
    """,
)
