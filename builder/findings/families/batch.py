"""The family about a run over many files."""

from builder.findings.rule import Rule, Severity

BATCH_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA830",
        name="核验进程意外退出",
        severity=Severity.ERROR,
        message="核验这个文件时，核验它的进程意外退出，多半是内存不足。",
        why="这个文件没有核验结论；其余文件不受影响。",
        fix="关闭其他程序后单独核验这个文件；仍然如此的，请申报组织重新另存后提交。",
    ),
)
