"""What each kind of Word template may say: its tags, and the styles it must have.

docs/模板.md explains them.
"""

import re

from builder.frozen import frozen


@frozen
class Vocabulary:
    """The tags of one kind of document, and its styles: the name Word stores, the name shown."""

    tags: tuple[str, ...]
    styles: tuple[tuple[str, str], ...]


# The names Word itself stores for 标题 1–5, and the two styles that reading back relies on.
KIT = Vocabulary(
    tags=(
        *("奖项", "标题", "版次", "来源", "总分", "方案编号", "校验码", "封面空项"),
        *("选择", "页注", "年度"),
        *("承诺书", "须知标题", "须知", "提醒", "申报表", "概述", "自评报告"),
        *("各节", "清单", "推荐意见", "原文说明", "附录"),
        *("段落", "签署", "说明", "组", "名称", "年表头", "年表", "标签"),
        *("栏", "落款", "分值表", "原文", "内容", "表"),
        *("类别", "文字", "条目", "序号", "条件", "各条"),
        *("编号", "级别", "说明号", "计分说明", "评价要点", "分值", "注", "原文表", "填写"),
        *("提示", "占位文字", "字数", "近三年", "证据", "分要点"),
        *("表名", "表头", "行"),
    ),
    styles=(
        *(("heading 1", "标题 1"), ("heading 2", "标题 2")),
        *(("heading 3", "标题 3"), ("heading 4", "标题 4"), ("heading 5", "标题 5")),
        *(("QA填写区", "QA填写区"), ("QA提示", "QA提示")),
    ),
)
NOTICE = Vocabulary(
    tags=(
        *("申报组织", "奖项", "材料", "文件", "结论", "得分", "主办单位", "交回", "交回序号"),
        *("各文件", "补正", "问题分组", "名目", "问题"),
        *("序号", "位置", "代码", "说明", "办法"),
    ),
    styles=(),
)
FEEDBACK = Vocabulary(
    tags=(
        *("申报者", "奖项", "总得分", "总体评价", "得分表", "雷达图", "各指标", "规则", "主办单位"),
        *("表头", "行", "标题", "优势", "改进机会", "名目", "内容"),
    ),
    styles=(),
)
SITE_CHECK = Vocabulary(
    tags=(
        *("申报者", "奖项", "评审编号", "核查问题", "主办单位"),
        *("序号", "指标", "问题"),
    ),
    styles=(),
)
PUBLICITY = Vocabulary(
    tags=(
        *("奖项", "公示组", "公示起", "公示止", "联系", "主办单位"),
        *("名称", "行", "序号", "申报者"),
    ),
    styles=(),
)
RESULT = Vocabulary(
    tags=(
        *("申报者", "奖项", "获奖", "组别", "反馈"),
        *("公示起", "公示止", "联系", "主办单位"),
    ),
    styles=(),
)
MINUTES = Vocabulary(
    tags=(
        *("奖项", "评审编号", "参加人员", "过程", "规则", "结果组", "主办单位"),
        *("表头", "行", "名目", "内容", "名称"),
    ),
    styles=(),
)
SIGNATURES = Vocabulary(
    tags=(
        *("奖项", "评审编号", "签字组", "主办单位"),
        *("名称", "人员", "序号", "姓名", "角色"),
    ),
    styles=(),
)
CHANGES = Vocabulary(
    tags=(
        *("奖项", "主办单位", "原方案", "新方案", "概况", "指标变化", "其他变化"),
        *("标题", "版次", "来源", "原指标", "新指标", "变化", "事项", "各项", "名目"),
        *("各段", "文字", "删去", "新增"),
    ),
    styles=(),
)
VOCABULARIES = (
    *(KIT, NOTICE, FEEDBACK, SITE_CHECK, CHANGES),
    *(PUBLICITY, RESULT, MINUTES, SIGNATURES),
)

# Compiled only once there is a template to look at.
_NAME = r"[\u4e00-\u9fff]+"
_TAG = r"(?s)\{[{%].*?[%}]\}"
_MARKUP = r"<[^>]*>"


def vocabulary_of(markup: str) -> Vocabulary:
    """The vocabulary that the tags in a document's markup are taken from, the kit's where none."""
    tags = re.findall(_TAG, re.sub(_MARKUP, "", markup))
    said = {name for tag in tags for name in re.findall(_NAME, tag)}
    return max(VOCABULARIES, key=lambda one: len(said & {*one.tags}) - len(said - {*one.tags}))
