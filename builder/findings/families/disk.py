"""The family about results that could not be put on the disk."""

from builder.findings.rule import Kind, rules

DISK_RULES = rules(
    Kind.UNREACHED,
    """
    QA891 错误 无法写入
    写不进这个位置（{actual}）。
    文件只会整个写好或者完全不写，原有文件没有被改动。
    请确认目标文件夹可写、没有在 Excel 或 Word 中打开同名文件，或用 -o 换一个文件夹。

    QA892 错误·读写不到 会盖掉别人的文件
    这里已有一份填写过、改动过或不是本程序写出的文件，没有盖掉它，也没有写出别的文件。
    只有一字节不差、仍是本程序上次写出的文件才会重写；填好、签好的文件盖掉就找不回来了。
    请用 -o 换一个空文件夹；确定不要这份文件的，先把它移走再运行。
    """,
)
