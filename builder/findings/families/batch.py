"""The family about a run over many files."""

from builder.findings.rule import Kind, rules

BATCH_RULES = rules(
    Kind.UNREADABLE,
    """
    QA830 错误 核验进程意外退出
    核验这个文件时，核验它的进程意外退出，多半是内存不足。
    这个文件没有核验结论；其余文件不受影响。
    关闭其他程序后单独核验这个文件；仍然如此的，请申报组织重新另存后提交。
    对申报者说：核验这个文件没有完成。
    请申报者做：请用 Office 或 WPS 打开后另存一份，再提交。

    QA831 错误 程序故障
    处理这个文件时程序出了故障，没有得出结论（故障编号 {actual}）。
    这是程序没有预料到的情况，不一定是文件的错；其余文件不受影响。
    请申报组织用 Office 或 WPS 打开后另存一份再核验；仍然如此的，核验时加 --log 记录.txt，
        把记录和故障编号交给程序的维护人。
    对申报者说：核验这个文件没有完成。
    请申报者做：请用 Office 或 WPS 打开后另存一份，再提交。
    """,
)
