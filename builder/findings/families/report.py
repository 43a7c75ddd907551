"""The family about a returned Word report: its sections, and what was written in them."""

from builder.findings.rule import Rule, Severity

REPORT_FILE_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA440",
        name="旧版文字文档格式",
        severity=Severity.ERROR,
        message="这是旧版的 .doc、.wps 或其他办公文件，不是 .docx 文档。",
        why="旧格式里的标题、表格和标识读不出来。",
        fix="请用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”后再提交。",
    ),
    Rule(
        code="QA441",
        name="不是文字文档",
        severity=Severity.ERROR,
        message="这个文件不是 .docx 文字文档。",
        why="申报材料只能从 .docx 文档里核对。",
        fix="请提交填好的申报材料（.docx）；评分表请提交 .xlsx。",
    ),
    Rule(
        code="QA451",
        name="缺少章节",
        severity=Severity.ERROR,
        message="申报材料里找不到“{expected}”一节。",
        why="评审按指标逐节阅读，缺少的一节就没有可评的内容。",
        fix="请补上这一节，标题照原样写成“{expected}”，使用标题样式。",
    ),
    Rule(
        code="QA452",
        name="章节标题被改动",
        severity=Severity.WARNING,
        message="“{expected}”一节的标题被改成“{actual}”。",
        why="编号、名称和分值是通知原文，改动以后评审会对不上指标。",
        fix="请把标题改回“{expected}”。",
    ),
    Rule(
        code="QA453",
        name="章节次序被改动",
        severity=Severity.WARNING,
        message="“{expected}”一节不在原来的次序上。",
        why="次序与指标不一致，评审容易看漏、看错。",
        fix="请把这一节移回指标原来的位置。",
    ),
    Rule(
        code="QA454",
        name="章节重复",
        severity=Severity.WARNING,
        message="“{expected}”一节出现了 {actual} 次。",
        why="同一节写在几处，分不清以哪一处为准。",
        fix="请合并为一节，删去多余的标题。",
    ),
    Rule(
        code="QA456",
        name="有未处理的修订",
        severity=Severity.HINT,
        message="文档里有 {actual} 处修订没有接受或拒绝，核对时按全部接受计。",
        why="留着修订的文件，各人看到的内容可能不同。",
        fix="请在“审阅”中接受或拒绝全部修订后再提交。",
    ),
    Rule(
        code="QA457",
        name="有批注未删",
        severity=Severity.HINT,
        message="文档里有 {actual} 处批注。",
        why="批注多是内部讨论，不属于申报内容。",
        fix="请处理完后删除批注再提交。",
    ),
)

REPORT_CONTENT_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA551",
        name="章节未填写",
        severity=Severity.WARNING,
        message="“{expected}”一节还没有填写。",
        why="没有内容的一节无法评价。",
        fix="请在这一节写明做法、成效和数据；不涉及的写明理由。",
    ),
    Rule(
        code="QA552",
        name="占位文字未删",
        severity=Severity.HINT,
        message="“{expected}”一节已经填写，但“在此填写”的占位文字还在。",
        why="留着占位文字，看起来像没有写完。",
        fix="请删去占位文字。",
    ),
    Rule(
        code="QA553",
        name="填写提示未删",
        severity=Severity.HINT,
        message="正文里还留有 {actual} 条填写提示，如“{expected}”一节。",
        why="提示是写给填写的人看的，留在正式材料里会占篇幅。",
        fix="提交前可删去灰色的填写提示，或把“QA提示”样式设为隐藏。",
    ),
    Rule(
        code="QA555",
        name="证据表未填",
        severity=Severity.HINT,
        message="“{expected}”一节的表格是空的。",
        why="写了做法和成效而没有证据编号，评审无法核实。",
        fix="请在表中写上与评分表“证据清单”一致的编号和名称；没有的删去表格。",
    ),
    Rule(
        code="QA557",
        name="章节只有图片",
        severity=Severity.WARNING,
        message="“{expected}”一节没有文字，只有 {actual} 张图片。",
        why="图片里的文字无法检索、统计和核对。",
        fix="请把内容写成文字，图片只作附图。",
    ),
)
