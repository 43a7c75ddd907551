"""The family about what was handed in and not verified."""

from builder.findings.rule import Rule, Severity

INTAKE_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA261",
        name="别的表格格式，没有核验",
        severity=Severity.WARNING,
        message="{actual}，没有核验。",
        why="评分表可能存成了别的格式，这种格式里读不到可以核对的公式和锁定。",
        fix="请用 Excel 或 WPS 打开，“另存为”.xlsx 后再核验；只是证据的不用管。",
    ),
    Rule(
        code="QA262",
        name="别的文档格式，没有核验",
        severity=Severity.WARNING,
        message="{actual}，没有核验。",
        why="申报材料可能存成了别的格式，这种格式里读不到章节的书签。",
        fix="请用 Word 或 WPS 打开，“另存为”.docx 后再核验；只是证据的不用管。",
    ),
    Rule(
        code="QA263",
        name="压缩包没有打开",
        severity=Severity.WARNING,
        message="这个压缩包没有打开：{actual}。",
        why="里面可能有评分表和申报材料，不打开就没有核验。",
        fix="请解压，把里面的文件放进收件的文件夹（或重新压成 zip），再核验一次。",
    ),
    Rule(
        code="QA264",
        name="没有读到，没有核验",
        severity=Severity.WARNING,
        message="没有读这个文件：{actual}。",
        why="读不到的文件里可能有评分表和申报材料。",
        fix="请把文件本身（不是链接或快捷方式）复制到收件的文件夹里，再核验一次。",
    ),
    Rule(
        code="QA265",
        name="不是要核验的材料",
        severity=Severity.HINT,
        message="{actual}，没有核验。",
        why="只核验 .xlsx 评分表和由本程序生成的 .docx 申报材料；其余多半是证据。",
        fix="是证据的不用管；是评分表、申报材料的，请交生成时的 .xlsx、.docx 原件。",
    ),
    Rule(
        code="QA266",
        name="压缩包里没有材料",
        severity=Severity.HINT,
        message="这个压缩包里有 {actual} 个文件，没有评分表和申报材料。",
        why="只在其中查找 .xlsx 评分表和由本程序生成的 .docx 申报材料；其余多半是证据。",
        fix="是证据的不用管；以为里面有评分表的，请打开看一看。",
    ),
)
