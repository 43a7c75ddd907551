"""The totals family: numbers the file shows that are not what its contents give."""

from builder.findings.rule import Kind, rules

TOTAL_RULES = rules(
    Kind.ALTERED,
    """
    QA601 提示 从未计算
    有 {count} 个公式从未计算过，文件里没有总分等结果。
    填写后没有用 Excel、WPS 或 LibreOffice 保存过，打开前看不到得分；核验已另行精确计算。
    如需在表中看到得分，请用 Excel 或 WPS 打开文件并保存一次。

    QA602 警告 显示的数已过期
    显示的数与内容不符：此处显示 {actual}，按表中内容应为 {expected}；这样的单元格共 {count} 个。
    公式没有被改动，但填写后未重新计算，或者缓存的结果被改过；显示的数不能采信。
    请用 Excel 或 WPS 打开文件，按 F9 重新计算后保存；以核验给出的得分为准。
    """,
)
