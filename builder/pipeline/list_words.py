"""What the headings and rows of an office's lists mean, where only one meaning is possible."""

import re
from collections.abc import Iterable

from builder.model.compared_text import reduced

# Columns that lists have for their own sake.
IGNORED_COLUMNS = ("序号", "备注")
# What offices note of their reviewers besides; none of it changes who reviews whom.
ABOUT_PEOPLE = (
    *(
        "性别",
        "年龄",
        "部门",
        "职务",
        "职称",
        "学历",
        "专业",
        "专长",
    ),
    *("电话", "联系电话", "手机", "手机号", "手机号码", "联系方式", "邮箱", "电子邮箱", "微信"),
)
# Headings that name the same thing; the one a list may use is the one that is asked for.
_SAME = (
    (
        *("申报组织", "申报组织名称", "申报单位", "申报单位名称", "申报企业", "申报企业名称"),
        *("单位名称", "企业名称", "组织名称", "公司名称", "单位全称", "企业全称"),
    ),
    ("统一社会信用代码", "社会信用代码", "信用代码"),
)
# What stands between several words of one cell.
_BETWEEN = re.compile(r"[、；;，,\n]+")
_FOOTER = re.compile(
    r"(?:合计|总计|小计|共计|累计|总数)(?:[:(\d共].*)?|共\d+[家人位名个].*"
    r"|(?:填表|填报|制表|审核|复核|经办|联系|负责)人(?:(?:签字|签名)?:.*)?"
    r"|(?:填表|填报|制表)(?:(?:单位|日期|时间)?:.*)?|(?:注|备注|说明|日期|盖章|单位盖章):.*"
)


def heading(caption: str, known: Iterable[str]) -> str:
    """The known heading that a caption can only mean, or the caption itself."""
    known = tuple(known)
    if caption in known:
        return caption
    same = next((group for group in _SAME if caption in group), ())
    return next((one for one in same if one in known), caption)


def footer(texts: Iterable[str]) -> str:
    """The text that shows that a row sums up or signs a list and is none of its entries, or ""."""
    return next((text for text in texts if _FOOTER.fullmatch(reduced(text))), "")


def parted(text: str) -> tuple[str, ...]:
    """The words that stand in one cell, in their order."""
    return tuple(word for part in _BETWEEN.split(text) if (word := part.strip()))
