"""The family about a run over many files."""

from builder.findings.rule import Kind, rules

BATCH_RULES = rules(
    Kind.UNREADABLE,
    """
    QA830 错误 核验进程意外退出
    核验这个文件时，核验它的进程意外退出，多半是内存不足。
    这个文件没有核验结论；其余文件不受影响。
    关闭其他程序后单独核验这个文件；仍然如此的，请申报组织重新另存后提交。
    """,
)
