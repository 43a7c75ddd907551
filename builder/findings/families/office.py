"""The family about an office's settings file and the fields that it or a scheme asks for."""

from builder.findings.families.error import error
from builder.findings.rule import Rule

OFFICE_RULES: tuple[Rule, ...] = (
    error(
        "QA191",
        "设置文件读不到",
        "读不到主办单位设置文件：{actual}",
        "没有设置就不知道主办单位的名称、交回方式和要填的基本信息。",
        "检查文件名和所在文件夹是否写对、文件是否正被占用；设置文件是一个很小的 .yaml 文本文件。",
    ),
    error(
        "QA192",
        "填写项名称不能用",
        "填写项名称“{actual}”不能用，或者与另一项重复。",
        "名称用来在收回的表里找到这一格，不合规定或重复就找不到。",
        "只用小写英文字母和下划线，例如 main_product；不用 year；每项的名称都不同。",
    ),
    error(
        "QA193",
        "填写项的设定与类型不符",
        "类型为 {actual} 的填写项，{key} 写得不对：该写的没有写，或不该写的写了。",
        "选项只属于下拉选择，字数只属于文字。",
        "类型 option 必须写 options；longest 只能写在类型 text 下；其余类型两者都不写。",
    ),
    error(
        "QA194",
        "设置内容超限",
        "“{key}”超过 {expected}。",
        "超过的内容放不进表格的一格、一个下拉列表或一条提示。",
        "请缩短或减少。",
    ),
    error(
        "QA195",
        "选项不能用",
        "选项不能用：{actual}",
        "下拉列表用半角逗号分开各项，选项里再有逗号、引号，或者重复、一个也没有，列表就不对。",
        "写两个以上不重复的选项，不含半角逗号和半角引号。",
    ),
    error(
        "QA196",
        "申报年度不对",
        "“{actual}”不是一个申报年度。",
        "近三年的年份由申报年度推算，年度不对，各年就都不对。",
        "写成四位数的年份，例如 year: 2026。",
    ),
    error(
        "QA197",
        "证据期限颠倒",
        "证据的起始日 {expected} 晚于截止日 {actual}。",
        "没有一份证据能在这样的期限之内。",
        "since 写较早的一天，until 写较晚的一天。",
    ),
    error(
        "QA198",
        "清单里有重复",
        "“{key}”里有相同的两项。",
        "每一项在申报材料里占一处，相同的两处收回时分不清。",
        "请删去重复的一项，或改成不同的文字。",
    ),
)
