"""The applicant family: what is missing or malformed among the fields of 基本信息."""

from builder.findings.rule import Kind, rules

APPLICANT_RULES = rules(
    Kind.CONTENT,
    """
    QA521 警告 基本信息未填
    “{title}”没有填写，或没有填全。
    缺了它，就不知道是谁申报、怎样联系，或者缺少核对所需的情况。
    请在 {cell} 填写。

    QA522 警告 统一社会信用代码位数不对
    “{title}”有 {actual} 位，应为 18 位。
    统一社会信用代码固定为 18 位（GB 32100-2015），多一位少一位都不是这个组织。
    请对照营业执照或登记证书，在 {cell} 重新填写，不要带空格。

    QA523 警告 统一社会信用代码字符不对
    “{title}”第 {position} 位“{actual}”不是代码允许的字符{hint}。
    代码只用数字和大写英文字母，且不用 I、O、S、V、Z（GB 32100-2015）。
    请对照营业执照或登记证书改正 {cell}；字母须为半角大写。

    QA524 警告 统一社会信用代码校验不符
    “{title}”的末位是“{actual}”，按前 17 位计算应为“{expected}”。
    末位是校验码（GB 32100-2015）；算不拢，说明至少有一位写错。
    请对照营业执照或登记证书逐位核对 {cell}。

    QA525 警告 不在下拉列表中
    “{title}”填的是“{actual}”，不在下拉列表中。
    不在列表中的写法无法分类汇总。
    请在 {cell} 的下拉列表中选择一项。

    QA526 警告 基本信息格式不符
    “{title}”填的是“{actual}”，不是{wanted}。
    格式不对的内容无法核对和汇总。
    请在 {cell} 改填{wanted}。
    """,
)
