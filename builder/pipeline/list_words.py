"""What the headings and rows of an office's lists mean, where only one meaning is possible."""

import re
from collections.abc import Iterable

from builder.model.compared_text import reduced
from builder.model.returned import NOTHING, ReturnedSheet
from builder.pipeline.list_values import text_of
from builder.verify.cell_rules import area_of

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
_BODY = "(?:组织|单位|企业|公司|机构)"
_SAME = (
    re.compile(
        f"(?:申报|申请|参评|参选|法人)?{_BODY}?(?:名称|全称)|(?:申报|申请|参评|参选)(?:{_BODY}|者)"
    ),
    re.compile("(?:统一)?(?:社会)?信用代码"),
)
# What a heading carries besides its name: a mark that it must be filled in, how to sign it.
_ORNAMENT = re.compile(
    r"^[*※★]+|[*:]+$|\((?:必填|选填|请?填?写?[全名]称|(?:加盖)?公章|单?位?盖章|签[字名章])\)[*:]*$"
)
# What stands between several words of one cell.
_BETWEEN = re.compile(r"[、；;，,\n]+")
_FOOTER = re.compile(
    r"(?:合计|总计|小计|共计|累计|总数)(?:[:(\d共].*)?|共\d+[家人位名个].*"
    r"|(?:填表|填报|制表|审核|复核|经办|联系|负责)人(?:(?:签字|签名)?:.*)?"
    r"|(?:填表|填报|制表)(?:(?:单位|日期|时间)?:.*)?|(?:注|备注|说明|日期|盖章|单位盖章):.*"
)
# A line of nothing else ends a list; beside a name it may be an answer.
_SIGNED = re.compile(
    r"\(?(?:单位|组织)?(?:盖章|公章|签[字名章])\)?:?|\(?(?:以下|此处)?(?:空白|无正文)\)?"
    r"|\d{4}年\d{1,2}月(?:\d{1,2}日)?"
)


def plain(caption: str) -> str:
    """A heading without blanks, differences of width, and what it carries besides its name."""
    return _ORNAMENT.sub("", _ORNAMENT.sub("", reduced(caption)))


def head_texts(sheet: ReturnedSheet, row: int) -> dict[int, str]:
    """What the head says over each column, without its blanks.

    A cell that is joined with those above it says what they say.
    """
    found = {column: cell for (line, column), cell in sheet.cells.items() if line == row}
    for area in map(area_of, sheet.merges):
        if area.first_row < row <= area.last_row and area.first_column == area.last_column:
            corner = (area.first_row, area.first_column)
            found[area.first_column] = sheet.cells.get(corner, NOTHING)
    texts = ((column, "".join(text_of(cell).split())) for column, cell in sorted(found.items()))
    return {column: text for column, text in texts if text}


def heading(caption: str, known: Iterable[str]) -> str:
    """The known heading that a caption can only mean, or the caption itself."""
    known = tuple(known)
    if caption in known:
        return caption
    said = plain(caption)
    same = next((group for group in _SAME if group.fullmatch(said)), None)
    meant = (one for one in known if plain(one) == said or (same and same.fullmatch(plain(one))))
    return next(meant, caption)


def footer(texts: Iterable[str]) -> str:
    """The text that shows that a row sums up or signs a list and is none of its entries, or ""."""
    said = {text: reduced(text) for text in texts}
    signed = all(map(_SIGNED.fullmatch, said.values()))
    return next((text for text, one in said.items() if signed or _FOOTER.fullmatch(one)), "")


def parted(text: str) -> tuple[str, ...]:
    """The words that stand in one cell, in their order."""
    return tuple(word for part in _BETWEEN.split(text) if (word := part.strip()))
