"""The family about what a workbook has for a report and could not simply be written there."""

from builder.findings.rule import Kind, rules

FILLING_RULES = rules(
    Kind.CONTENT,
    """
    QA1270 错误·用法 两份文件不是一套
    评分表和申报材料不是一套：评分表是“{expected}”，申报材料是“{actual}”。
    把一家的内容填进另一家、另一个奖的申报材料，两份都不能用。
    请换成同一申报者、同一个奖的评分表和申报材料。

    QA1271 提示·提请注意 申报材料里的写法保留了
    “{heading}”里有 {count} 处与评分表不同，照申报材料原样保留：{actual}。
    申报材料里写的是人写的，不会被悄悄改掉；两份不一致，核验时会指出。
    请逐处核对，改申报材料或评分表；都以评分表为准的，加 --replace 再运行一次。

    QA1272 警告 没有地方填
    “{heading}”里有 {count} 处没有地方填：{actual}。
    表格、空格或标题被删去了，评分表里有的内容没有进申报材料。
    请把删去的表格或标题从下发的申报材料里复制回来，再运行一次；不需要的不必理会。

    QA1273 提示·提请注意 申报材料里多出的行
    “{heading}”里有 {count} 行在评分表里没有：{actual}。
    多半是评分表里删去了，申报材料里还留着；申报材料的行不会被删。
    请核对后删去多余的行，或者在评分表里补上。
    """,
)
