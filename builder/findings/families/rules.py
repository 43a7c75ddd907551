"""The rules family: what the notice asks beside the score, shown and flagged, never scored."""

from builder.findings.rule import Rule, Severity

RULE_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA901",
        name="资格或否决未回答",
        severity=Severity.WARNING,
        message="“{label}”没有回答，或者回答不在选项之内。",
        why="资格和否决情形要逐项声明，没有回答就无法认定。",
        fix="请在 {cell} 的下拉列表中选择回答。",
    ),
    Rule(
        code="QA902",
        name="资格不符合",
        severity=Severity.WARNING,
        message="“{label}”回答为“{actual}”。",
        why="不符合参评要求的，由主办单位认定是否受理；得分不受影响。",
        fix="请核对该项要求；确属误填的，在 {cell} 改正。",
    ),
    Rule(
        code="QA903",
        name="资格缺证明",
        severity=Severity.WARNING,
        message="“{label}”回答为“{actual}”，但没有写证明材料。",
        why="符合资格须有材料证明，没有材料无法核实。",
        fix="请在同一行的“证明材料或说明”写明材料名称和编号。",
    ),
    Rule(
        code="QA904",
        name="存在否决情形",
        severity=Severity.WARNING,
        message="“{label}”回答为“{actual}”。",
        why="这是原文列出的否决情形；是否否决由主办单位认定，得分不受影响。",
        fix="请主办单位核实；确属误填的，在 {cell} 改正。",
    ),
    Rule(
        code="QA906",
        name="近于否决的指标未得满分",
        severity=Severity.WARNING,
        message="“{label}”得 {actual} 分，满分 {expected} 分。",
        why="该项写的是近3年未发生违法违规和重大事故，性质近于否决事项。",
        fix="请主办单位核实有无所列情形。",
    ),
    Rule(
        code="QA911",
        name="删减替换缺理由或批准人",
        severity=Severity.ERROR,
        message="“{label}”填为“{actual}”，但没有写明理由和批准人。",
        why="只有写明理由并经批准的删减、替换才生效；在此之前该项照常计分。",
        fix="请在同一行补上理由和批准人，或改回“适用”。",
    ),
    Rule(
        code="QA912",
        name="替换缺名称",
        severity=Severity.ERROR,
        message="“{label}”填为“{actual}”，但没有写明替换成什么。",
        why="不知道替换后的指标，就无法评价。",
        fix="请在同一行的“替换为”写明替换后的指标。",
    ),
    Rule(
        code="QA913",
        name="适用情况不符",
        severity=Severity.ERROR,
        message="“{label}”的适用情况“{actual}”不在选项之内。",
        why="认不出的内容不会被当作删减或替换。",
        fix="请在 {cell} 的下拉列表中选择适用、替换或删减。",
    ),
    Rule(
        code="QA914",
        name="已删减仍有自评分",
        severity=Severity.ERROR,
        message="“{label}”已经批准删减，但仍填有自评分 {actual}。",
        why="删减的指标不计分，满分也已相应减少。",
        fix="请清空 {cell}，或在“删减与替换”改回“适用”。",
    ),
)
