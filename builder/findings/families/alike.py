"""The family about what several files of one run have in common."""

from builder.findings.rule import Kind, rules

ALIKE_RULES = rules(
    Kind.CONTENT,
    """
    QA603 警告 不同申报者同一信用代码
    “{applicant}”的统一社会信用代码 {actual} 也写在别的申报者的文件里：{expected}。
    一个代码只属于一个组织；两家写同一个，至少有一家写错，或者是抄来的。
    请对照各家的营业执照，改正写错的一家。
    不告诉申报者

    QA604 提示·提请注意 一个申报者有几个文件
    “{applicant}”交了 {actual} 个同类文件，另外的是：{expected}。
    几个文件可能是先后几稿，也可能误写了别家的名称；不知道以哪一个为准。
    请向申报者问清以哪一个为准，其余的取出后重新核验。
    对申报者说：你单位交了 {actual} 个同类文件，不知道以哪一个为准。
    请申报者做：请确认以哪一个为准，只交这一份。

    QA605 警告·提请注意 内容与别家完全相同
    “{applicant}”填写的内容与别的申报者完全相同：{expected}。
    除基本信息外一字不差，多半是抄来的，或者拿错了文件。
    请向各申报者核实，退回照抄的一家。
    不告诉申报者
    """,
)
