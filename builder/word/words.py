"""The words the Word kit adds to the notice's own: labels, instructions and prompts."""

from collections.abc import Collection, Mapping

from builder.frozen import frozen
from builder.model.official import Dimension

# What a term is called that neither the notice nor the office has given.
USUAL = "此为通行做法，非原文件规定，以申报通知为准。"
OFFICE = "此为主办单位的要求，非原文件规定。"

COVER = "封面"
PLEDGE_HEADING = "承诺书"
FORM_HEADING = "申报表"
REPORT_HEADING = "自评报告"
RECOMMENDATION_HEADING = "推荐意见"
REMARKS_HEADING = "附：原文说明"
REFERENCE_HEADING = "附：评分标准"
RECOMMENDATION_CLOSING = "负责人（签字）：　　　　　　　　　　　单位（盖章）\n年　　月　　日"

# Where remarks stand, said at the place they are about.
WHOLE = "总分"
SIGN = "※ 见“附：原文说明”第 {} 条。"
CONDITION_SIGN = "〔见第 {} 条〕"
ELIGIBILITY_TITLE = "参评资格（原文）"
VETO_TITLE = "否决事项（原文）"
# The year of application, and what stands for it where it is not known.
YEAR = "（{}年度）"
NO_YEAR = "　　　　"
YEARS = "年度"
# What of the workbook several blanks of a cover ask for together, by the labels of the form.
COVER_PARTS: Mapping[str, tuple[str, ...]] = {"联系人及电话": ("联系人", "联系电话")}

FORM_LINE = "各项与评分表“基本信息”相同，内容须一致；没有的写“无”。"
POINTS_HEADER = ("编号", "指标", "分值")

GUIDE_HEADING = "填写须知"
GUIDE = (
    "本材料按评分方案自动生成，各指标的编号、名称、分值和评价要点均为文件原文，请勿改动。",
    "请在每项指标的“在此填写”处，按提示的顺序用数据和事实作答；不涉及的内容请说明理由。",
    "证据编号、名称请与评分表中的“证据清单”一致，页码填写本材料或证实性材料的页码；行数不够可自行增加。",
    "近三年数据与评分表中的“近三年数据”一致；图、表请加题注（引用→插入题注，标签选“图”“表”），编号和图表目录随之更新。",
    "各级标题请保留。本须知、评价要点、灰色提示和“附：评分标准”都属于“QA指导”样式，把它设为隐藏即全部不显示、不打印；也可删去。“附：原文说明”请保留。",
    "填好后按 Ctrl+A、F9 更新目录的页码和图表的编号。",
)
# As it was in kits of layout 2.
GUIDE_2 = (
    *GUIDE[:3],
    "近三年数据与评分表中的“近三年数据”一致；图、表请编号并写标题，如“图1　顾客满意度”。",
    "各级标题请保留。评价要点和灰色提示都属于“QA指导”样式，把它设为隐藏即全部不显示、不打印；也可删去。",
    "填好后在目录上按 F9 更新页码。",
)

PLACEHOLDER = "（在此填写）"
CHECKLIST_HEADING = "证实性材料清单"

EVIDENCE_CAPTION = "证据"
EVIDENCE_HEADER = ("编号", "证据名称", "类型", "出具单位", "页码")
# The column more where one table is for several criteria, each with evidence of its own.
EVIDENCE_CRITERION = "对应要点"
EVIDENCE_BLANK_ROWS = 3
CHECKLIST_HEADER = ("编号", "材料名称", "对应指标", "类型", "出具单位", "页码")
CHECKLIST_BLANK_ROWS = 12

FIGURES_CAPTION = "近三年数据"
# The columns beside the years, before and after them.
FIGURES_BEFORE, FIGURES_AFTER = ("测量项目", "单位"), ("对比值", "数据来源")
FIGURES_SPARE_ROWS = 2

# The order is the one the percent bands judge by: A-D-L-I, and Le-T-C-I for results.
PROMPTS: dict[Dimension, tuple[str, ...]] = {
    Dimension.PROCESS: (
        "方法：采用了什么系统、有效的方法，方法如何针对本组织的实际。",
        "展开：方法在哪些部门、层次和过程得到应用，应用的广度和一致性。",
        "学习：怎样通过评价、改进和创新使方法更加完善，怎样分享。",
        "整合：方法与其他指标和组织需要怎样协调一致、相互补充。",
    ),
    Dimension.RESULT: (
        "水平：主要指标的当前水平，写明数据、单位和统计口径。",
        "趋势：近三年的数据及变化方向，说明变化原因。",
        "对比：与竞争对手、行业平均或标杆的对比数据及其来源。",
        "整合：结果怎样与重要的顾客、过程和战略要求相联系。",
    ),
}
GENERAL_PROMPTS = ("请对照评价要点逐条说明采用的做法、实施情况和取得的成效，用数据和事实支撑。",)
VETO_PROMPTS = ("请逐条说明有无上列情形；没有的写“无”，有的写明时间、经过和处理结果。",)
REPLACEABLE_PROMPT = "按原文规定本项可以替换或删减；如替换或删减，请写明理由和批准人。"

OVERVIEW_PROMPTS = (
    "请扼要说明，让不熟悉本组织的评审员能够了解；与各指标有关的做法写在自评报告里。",
)


@frozen
class Voice:
    """The prompts as they are put to one kind of applicant, those of indicators by dimension."""

    of: Mapping[Dimension, tuple[str, ...]]
    general: tuple[str, ...]
    veto: tuple[str, ...]
    overview: tuple[str, ...]


ORGANISATION = Voice(
    of=PROMPTS, general=GENERAL_PROMPTS, veto=VETO_PROMPTS, overview=OVERVIEW_PROMPTS
)
PERSON = Voice(
    of={
        Dimension.PROCESS: (
            "方法：本人采用或提出了什么系统、有效的方法，解决什么问题。",
            "展开：本人怎样在岗位、团队和过程中推行，推行到什么范围。",
            "学习：本人怎样总结、改进和创新，怎样传授给他人。",
            "整合：本人的工作怎样与所在单位的目标和其他工作协调一致。",
        ),
        Dimension.RESULT: (
            "水平：本人取得的主要成果，写明数据、单位和统计口径。",
            "趋势：近三年的数据及变化方向，说明本人起了什么作用。",
            "对比：与同行业、同岗位或标杆的对比数据及其来源。",
            "整合：成果怎样用于所在单位和行业，产生了什么影响。",
        ),
    },
    general=(
        "请对照评价要点逐条说明本人做了什么、起了什么作用、取得了什么成效，用数据和事实支撑。",
        "团队的成果请写明本人的贡献。",
    ),
    veto=("请逐条说明本人有无上列情形；没有的写“无”，有的写明时间、经过和处理结果。",),
    overview=("请扼要说明，让不熟悉本人的评审员能够了解；与各指标有关的事迹写在自评报告里。",),
)


def asks_for_none(prompts: Collection[str]) -> bool:
    """Whether a place asks to say 无 where there is nothing to tell."""
    return any(prompt in prompts for prompt in (*ORGANISATION.veto, *PERSON.veto))


FACT_IN_OVERVIEW = "本项在“{}”中填写，此处不必重复。"
FACT_SHARE = "参考字数：约 {} 字（总字数按分值分摊）。"
BOUND = "{}（含图表）不超过 {} 字。{}"
# Where the bounds for a person come from, who writes less than an organisation.
PERSON_SOURCES = {
    "overview_characters": "参照上海市青浦区2023年区长质量奖申报通知"
    "（个人按 DB31/T 598 附录C，概述3000字），非原文件规定，以申报通知为准。",
    "characters": "个人奖自评报告的字数没有查到可以参照的规定，"
    "暂按组织（30000字）的三分之一，非原文件规定，以申报通知为准。",
}

# The line that a filled-in report shows under a heading.
SCORE_LINE = "自评得分：{} 分（分值 {} 分）"

FACT_UNSCORED = "本项须作答，不计分。"
FACT_SHOWN = "本项只作说明，不须作答，不计分。"
FACT_NO_POINTS = "原文未对本项单列分值。"
FACT_REQUIRED = "本项为必备项。"
RULE = "计分方式："
FACT_VETO = "本项为否决事项。"
