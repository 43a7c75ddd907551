"""The family about what is sent back to a company: its annotated file, the notice."""

from builder.findings.rule import Rule, Severity

RETURNING_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA810",
        name="不能加批注",
        severity=Severity.WARNING,
        message="这个文件加不上批注：{actual}。",
        why="批注写在申报组织自己的文件里，文件内部有缺损时写不进去，硬写会损坏文件。",
        fix="问题以核验结果为准；请申报组织用 Office 或 WPS 打开后另存一份，再核验。",
    ),
)
