"""The family about cells that hold something else than they seem to."""

from builder.findings.rule import Kind, rules

MISREAD_RULES = rules(
    Kind.ANSWER,
    """
    QA527 错误 单元格是错误值
    “{title}”这一格是错误值 {actual}，不是内容，等于没有填{left}。
    错误值多是从别的表粘贴或引用而来，它不是名称，也不是数。
    请清除 {cell}，直接填写；没有内容的留空。

    QA528 警告 内容的类型不对
    “{title}”这一格是逻辑值 {actual}，不是文字，等于没有填{left}。
    逻辑值多是误输入或从别的表粘贴而来，不能作为名称、选项或日期。
    请清除 {cell}，填写文字。

    QA529 错误 混入不可见字符
    “{title}”填的“{said}”不能用：第 {position} 个字符是不可见字符（{actual}）{left}。
    这样的字符多从网页或其他文件粘贴而来；人看不见，程序却当作一个字，选项和数就对不上。
    请清除 {cell}，重新键入或从下拉列表中选择，不要粘贴。

    QA530 警告·填写 填写内容混入不可见字符
    “{title}”的第 {position} 个字符是不可见字符（{actual}），所以填的“{said}”不能用。
    这样的字符多从网页或其他文件粘贴而来；人看不见，程序却当作一个字，代码和选项就对不上。
    请清除 {cell}，重新键入或从下拉列表中选择，不要粘贴。

    QA531 警告·填写 数字混入不可见字符
    “{title}”的第 {position} 个字符是不可见字符（{actual}），填的“{said}”按 {expected} 计算。
    表格软件把它当作文字，表中的得分没有算上它；核验按它明白无误的意思计算。
    请清除 {cell}，重新键入数字 {expected}，不要粘贴。
    """,
)
