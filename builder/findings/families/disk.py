"""The family about results that could not be put on the disk."""

from builder.findings.rule import Rule, Severity

DISK_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA891",
        name="无法写入",
        severity=Severity.ERROR,
        message="写不进这个位置（{actual}）。",
        why="文件只会整个写好或者完全不写，原有文件没有被改动。",
        fix=("请确认目标文件夹可写、没有在 Excel 或 Word 中打开同名文件，或用 -o 换一个文件夹。"),
    ),
    Rule(
        code="QA892",
        name="会盖掉别人的文件",
        severity=Severity.ERROR,
        message="这里已有一份填写过、改动过或不是本程序写出的文件，没有盖掉它，也没有写出别的文件。",
        why="只有一字节不差、仍是本程序上次写出的文件才会重写；填好、签好的文件盖掉就找不回来了。",
        fix="请用 -o 换一个空文件夹；确定不要这份文件的，先把它移走再运行。",
    ),
)
