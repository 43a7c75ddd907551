"""The family about what is sent back to a company: its annotated file, the notice."""

from builder.findings.rule import Kind, rules

RETURNING_RULES = rules(
    Kind.NOTICE,
    """
    QA810 警告 不能加批注
    这个文件加不上批注：{actual}。
    批注写在申报组织自己的文件里，文件内部有缺损时写不进去，硬写会损坏文件。
    问题以核验结果为准；请申报组织用 Office 或 WPS 打开后另存一份，再核验。
    """,
)
