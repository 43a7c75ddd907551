"""The family about what is sent back to an applicant: its annotated file, the notice."""

from builder.findings.rule import Kind, rules

RETURNING_RULES = rules(
    Kind.NOTICE,
    """
    QA810 警告 不能加批注
    这个文件加不上批注：{actual}。
    批注写在申报组织自己的文件里，文件内部有缺损时写不进去，硬写会损坏文件。
    问题以核验结果为准；请申报组织用 Office 或 WPS 打开后另存一份，再核验。

    QA811 错误·读写不到 输出没有写成
    {output}没有写成，程序出了故障（故障编号 {actual}）。
    这是程序没有预料到的情况；核验结果不受影响，其余文件照常写出。
    请以核验结果为准；核验时加 --log 记录.txt 再运行一次，把记录和故障编号交给程序的维护人。

    QA812 错误·读写不到 输出没有写完
    {output}没有写成：{actual}
    写这份输出时超过了一个文件可用的时间或内存；核验结果不受影响，其余文件照常写出。
    请以核验结果为准；需要批注或通知书的，请申报组织用 Office 或 WPS 打开后另存一份，再核验。

    QA813 提示·提请注意 有上次写的文件
    这里还有 {actual} 份上次写的{output}，这次没有写：{expected}。
    单位已经改好、撤回或改了名称的，上次写的就不再有用；一起发出去，收到的单位会弄错。
    退回前请把它们移走；只核验了一部分单位的，不用管。
    """,
)
