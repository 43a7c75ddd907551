"""The family about notices that are read into a draft of a scheme."""

from builder.findings.rule import Kind, rules

NOTICE_RULES = rules(
    Kind.UNREACHED,
    """
    QA980 错误 通知读不了
    这份通知读不了：{actual}。
    要从通知里逐字取出官方文字，读不了就没有草稿。
    请用 Word 或 WPS 打开，另存为 .docx（表格可存为 .xlsx），再运行。

    QA981 错误 通知里没有文字
    这份通知里没有可以读取的文字，多半是扫描件或图片。
    图片里的字认出来会有错，官方文字不能靠猜。
    请向发文单位要 Word 文件；只有纸件的，先用文字识别软件转成 .docx，逐字核对后再运行。

    QA982 错误 旧版文件要先转换
    这是旧版格式（.doc、.wps、.xls），要用 LibreOffice 转换，而这台电脑没有安装它。
    旧版格式的内部结构完全不同，只改扩展名并不会转换内容。
    请用 Word 或 WPS 打开，另存为 .docx（表格存为 .xlsx）再运行；或安装 LibreOffice。

    QA983 错误 旧版文件转换不成
    LibreOffice 没有在限定的时间内把这个旧版文件转换出来。
    转换不成就读不到里面的文字。
    请用 Word 或 WPS 打开，另存为 .docx（表格存为 .xlsx）再运行。

    QA984 错误 读 PDF 要另装程序
    读 PDF 要用 pdfplumber，而这台电脑没有安装它。
    读 PDF 的程序较大，只在需要时安装。
    请运行 pip install "builder[pdf]" 后再试；有 Word 文件的，用 Word 文件更准。

    QA985 错误·写法 没有认出指标
    这份通知里没有认出一个带分值的指标，没有写出草稿。
    没有指标的文件多半不是评分要点，或者分值写在另一个附件里。
    请核对是不是这份文件；指标在别的附件里的，用那个附件再运行。仍认不出的，照“方案怎么写”抄写。

    QA986 错误·写法 问题表对不上
    这份问题表读不了或者不是这份通知的：{actual}。
    答案要对着问题才有意义，对不上的不能用。
    请用同一份通知加 --questions 重新生成问题表，填好后再用 --answers 读回。

    QA987 错误·写法 答案不在可选之内
    “{subject}”答的是“{actual}”，可以答的是：{expected}。
    认不出的答案不能替你改成别的。
    请在问题表里改成其中之一，再用 --answers 读回。

    QA988 错误 决定记录读不了
    草稿旁边的决定记录读不了：{actual}。
    里面是以前回答过的问题，读不了就会丢掉这些决定。
    请恢复这个文件；确定不要以前的决定的，把它移走再运行。

    QA989 警告·写法 草稿里有照建议写的
    有 {actual} 个问题还没有回答，先照建议写进了草稿。
    通知没有写明或有矛盾的地方，要由人来定。
    请在终端里回答，或用 --questions 生成问题表，填好后用 --answers 读回。
    """,
)
