"""The family about a Word report and the workbook of the same company."""

from builder.findings.rule import Rule, Severity

CROSS_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA761",
        name="两份材料的申报者不同",
        severity=Severity.ERROR,
        message="申报材料写的是“{actual}”，评分表（{workbook}）写的是“{expected}”。",
        why="两份材料不是同一个申报者的，放在一起核对没有意义。",
        fix="请确认有没有拿错文件；名称写法不同的，统一为营业执照或证件上的全称。",
    ),
    Rule(
        code="QA762",
        name="两份材料不是同一套",
        severity=Severity.ERROR,
        message="申报材料是“{actual}”，评分表（{workbook}）是“{expected}”，不是同一套。",
        why="奖项、版次、选择或主办单位的设置不同，指标就对不上。",
        fix="请用同一次下发的评分表和申报材料填写。",
    ),
    Rule(
        code="QA763",
        name="申报表与基本信息不一致",
        severity=Severity.WARNING,
        message="“{label}”：申报材料写“{actual}”，评分表写“{expected}”。",
        why="同一项内容两处不同，分不清以哪一处为准。",
        fix="请核对后改成一致。",
    ),
    Rule(
        code="QA764",
        name="证据编号在评分表中没有",
        severity=Severity.WARNING,
        message="申报材料列了证据 {number}（{actual}），评分表的证据清单里没有。",
        why="评审按编号在证据清单里找材料，找不到就无法核实。",
        fix="请在评分表“证据清单”补登，或改正申报材料里的编号。",
    ),
    Rule(
        code="QA765",
        name="证据没有写进申报材料",
        severity=Severity.WARNING,
        message="评分表登记了证据 {number}“{actual}”，申报材料里没有提到。",
        why="没有写进申报材料的证据，评审不知道它说明什么。",
        fix="请在对应指标的证据表或证实性材料清单中列入，或从评分表删去。",
    ),
    Rule(
        code="QA766",
        name="证据名称不一致",
        severity=Severity.WARNING,
        message="证据 {number}：申报材料写“{actual}”，评分表写“{expected}”。",
        why="同一编号下是两个名称，可能是编号写错了一位。",
        fix="请核对编号和名称，改成一致。",
    ),
    Rule(
        code="QA767",
        name="页码超出申报材料",
        severity=Severity.WARNING,
        message="评分表证据 {number} 的页码写“{actual}”，申报材料只有 {expected} 页。",
        why="翻不到所写的页，评审无法核实。",
        fix="请按定稿的申报材料改正第 {page} 页这个页码；若是另册的页码，请在前面写明册名。",
    ),
    Rule(
        code="QA768",
        name="三年数据不一致",
        severity=Severity.WARNING,
        message="“{name}”：申报材料的三年数据是 {actual}，评分表 {number} 行是 {expected}。",
        why="同一项数据两处不同，评审会怀疑数据的真实性。",
        fix="请核对原始数据，两处改成一致。",
    ),
    Rule(
        code="QA769",
        name="三年数据只在一处",
        severity=Severity.HINT,
        message="“{name}”的三年数据：申报材料 {actual}，评分表 {expected}。",
        why="只在一处填写的数据无法相互核对。",
        fix="请在另一处补上同样的数据，或者两处都不填。",
    ),
    Rule(
        code="QA771",
        name="高分指标没有内容",
        severity=Severity.WARNING,
        message="自评 {score} 分（满分 {points} 分），但“{heading}”没有写内容。",
        why="没有文字说明的高分没有依据。",
        fix="请写明做法、成效和数据，或者调整自评分。",
    ),
    Rule(
        code="QA772",
        name="高分指标内容太少",
        severity=Severity.HINT,
        message=(
            "自评 {score} 分（满分 {points} 分），但“{heading}”只写了 {actual} 字，"
            "按分值分摊约 {expected} 字。"
        ),
        why="内容远少于分值应占的篇幅，高分难以得到认可。",
        fix="请补充做法、成效和数据，或者调整自评分。",
    ),
)
