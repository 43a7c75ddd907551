"""The family about results that could not be put on the disk."""

from builder.findings.rule import Kind, rules

DISK_RULES = rules(
    Kind.UNREACHED,
    """
    QA891 错误 无法写入
    写不进这个位置（{actual}）。
    文件只会整个写好或者完全不写，原有文件没有被改动。
    请确认目标文件夹可写、没有在 Excel 或 Word 中打开同名文件，或用 -o 换一个文件夹。
    """,
)
