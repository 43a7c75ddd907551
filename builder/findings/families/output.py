"""The output family of the catalogue: templates, and what a document cannot hold."""

from builder.findings.rule import Rule, Severity

OUTPUT_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA801",
        name="模板读不到",
        severity=Severity.ERROR,
        message="读不到 Word 模板“{template}”：{reason}。",
        why="申报材料的版式全部来自模板，没有模板就无法生成。",
        fix="检查文件名和所在文件夹；如果文件正在 Word 或 WPS 中打开，请先关闭。",
    ),
    Rule(
        code="QA802",
        name="模板不是 Word 文档",
        severity=Severity.ERROR,
        message="“{template}”不是可用的 .docx 文档：{reason}。",
        why="只有 .docx 格式的文档能作模板；.doc、.wps、加密或损坏的文件读不出内容。",
        fix="用 Word 或 WPS 打开该文件，去掉密码，另存为“Word 文档（*.docx）”后再用。",
    ),
    Rule(
        code="QA803",
        name="模板有不认识的标签",
        severity=Severity.ERROR,
        message="模板里的标签“{tag}”没有对应的内容，所在文字：“{text}”。",
        why="写错的标签如果被忽略，生成的材料就会缺字而没有人发现。",
        fix="改成模板说明（docs/模板.md）里列出的标签。{hint}",
    ),
    Rule(
        code="QA804",
        name="模板标签写法不对",
        severity=Severity.ERROR,
        message="模板标签的写法不对（{reason}），所在文字：“{text}”。",
        why="标签只能用来显示内容、循环和判断；其他写法可能执行程序，一律不接受。",
        fix="对照模板说明改正：括号成对，for 配 endfor，if 配 endif，标签里不写公式和函数。",
    ),
    Rule(
        code="QA805",
        name="模板标签拆散了段落或表格",
        severity=Severity.ERROR,
        message="按模板生成后，段落或表格不完整（{part}）。",
        why="循环或判断的开头和结尾没有放在同一层，生成的文件 Word 打不开。",
        fix="让 {{%p … %}} 各占一段，{{%tr … %}} 各占表格的一行，{{%tc … %}} 各占一格，"
        "开头和结尾放在同一层。",
    ),
    Rule(
        code="QA806",
        name="模板缺少样式",
        severity=Severity.ERROR,
        message="模板里没有样式“{style}”。",
        why="回收材料时靠这个样式找到填写的位置，没有它就认不出申报单位写的内容。",
        fix="在 Word 的“样式”窗格里新建这个名称的段落样式（标题样式用自带的即可），"
        "或从原模板复制过来。",
    ),
    Rule(
        code="QA807",
        name="模板没有排出全部内容",
        severity=Severity.ERROR,
        message="按模板生成后，找不到“{heading}”的{missing}。",
        why="每项指标都要有标题和填写处，否则申报单位无处可写，回收时也找不到。",
        fix="在模板中恢复这一处的标题或占位文字，标题要用“标题 1”至“标题 5”样式，"
        "占位文字要用“QA填写区”样式；承诺书、申报表、概述、推荐意见、附录不需要的，"
        "在设置文件的 report.parts 中去掉。",
    ),
    Rule(
        code="QA808",
        name="文字里有不能保存的字符",
        severity=Severity.ERROR,
        message="“{heading}”的文字里有看不见的控制字符（{character}），Word 文档不能保存。",
        why="带有这种字符的文件 Word 会报告已损坏。",
        fix="在方案文件里找到这段文字，删去该字符后重新生成。",
    ),
    Rule(
        code="QA809",
        name="模板没有页注",
        severity=Severity.ERROR,
        message="模板有的页没有页注“{note}”。",
        why="主办单位选定的评分尺度不是原文件的规定，每一页都必须写明。",
        fix="在模板的每个页眉里加上 {{{{ 页注 }}}}；"
        "勾选了“首页不同”或“奇偶页不同”的，各页眉都要加。",
    ),
)
