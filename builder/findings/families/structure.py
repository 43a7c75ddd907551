"""The structure family: what of the workbook is no longer as it was handed out."""

from builder.findings.rule import Rule, Severity

STRUCTURE_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA401",
        name="缺少工作表",
        severity=Severity.ERROR,
        message="缺少工作表“{expected}”。",
        why="缺少的工作表上的内容无法核对。",
        fix="请申报组织在原文件中填写，不要删除工作表；可重新下载评分表，把已填内容复制过去。",
    ),
    Rule(
        code="QA402",
        name="工作表改名",
        severity=Severity.HINT,
        message="工作表“{expected}”被改名为“{actual}”。",
        why="内容仍能识别，但改名会让其他人找不到对应的表。",
        fix="请把工作表名称改回“{expected}”。",
    ),
    Rule(
        code="QA403",
        name="插入了行",
        severity=Severity.WARNING,
        message="“{sheet}”在此行之前多出 {actual} 行。",
        why="多出的行不在评分表之内，其中的内容不会计入。",
        fix="请删除多出的行，需要补充的内容写进“自评说明”或“证据清单”。",
    ),
    Rule(
        code="QA404",
        name="删除或移动了行",
        severity=Severity.ERROR,
        message="“{sheet}”在此行之前少了 {actual} 行，或行的次序被改动。",
        why="缺少的行无法核对，分数可能漏计。",
        fix="请在未改动的评分表上重新填写被删除或移动的行。",
    ),
    Rule(
        code="QA411",
        name="公式被数值覆盖",
        severity=Severity.ERROR,
        message="公式被直接输入的内容“{actual}”覆盖。",
        why="这里的数应由公式算出；手工输入的数不能作为得分。",
        fix="请恢复公式 {expected}（可从下发的原表复制该单元格）。",
    ),
    Rule(
        code="QA412",
        name="公式被改动",
        severity=Severity.ERROR,
        message="公式被改为 {actual}。",
        why="公式不同，得分就不是按评分规则计算的。",
        fix="请恢复公式 {expected}（可从下发的原表复制该单元格）。",
    ),
    Rule(
        code="QA421",
        name="官方文字被改动",
        severity=Severity.ERROR,
        message="固定文字被改动，现为“{actual}”。",
        why="评分要点和表头是官方文字，改动后双方说的就不是同一件事。",
        fix="请改回原文：“{expected}”。",
    ),
    Rule(
        code="QA422",
        name="分值被改动",
        severity=Severity.ERROR,
        message="分值应为 {expected}，现为 {actual}。",
        why="分值由评分方案规定，改动会改变满分和得分。",
        fix="请改回 {expected}。",
    ),
)
