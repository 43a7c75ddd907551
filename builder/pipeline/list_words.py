"""What the headings and rows of an office's lists mean, where only one meaning is possible."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace

from builder.model.compared_text import reduced
from builder.model.returned import NOTHING, ReturnedSheet
from builder.pipeline.list_values import text_of
from builder.verify.cell_rules import area_of

# Columns that lists have for their own sake.
_REMARK = "备注"
IGNORED_COLUMNS = ("序号", _REMARK)
# What offices note of their reviewers besides; none of it changes who reviews whom.
ABOUT_PEOPLE = re.compile(
    "性别|年龄|民族|籍贯|政治面貌|照片|出生(?:年月日?|日期)?|身份证(?:件)?号?码?|所?在?部门"
    "|(?:行政|现任)?职[务称位](?:[/和及、](?:职[务称位]|技术职称))?|技术职称|职业资格|学[历位]|毕业院校"
    "|(?:所学|从事)?专[业长](?:特长|领域|方向|技术职称)?|(?:研究|评审)(?:领域|方向)"
    "|(?:专家|评审员)(?:编号|类别|级别)|(?:资[质格]|评审员|注册)?证书?(?:名称|编?号码?)?"
    "|(?:联系|办公|移动|手机)?(?:电话|手机|座机)(?:号码?)?|手机号码?|联系方式|传真|(?:电子)?邮[箱件]|微信号?|QQ号?"
    "|(?:通[讯信]|联系)?地址|邮政?编码?|(?:开户)?银?行?[账卡]号|银行[账卡]号|开户银?行(?:名称)?|签[字名到]",
    re.IGNORECASE,
)
# Headings that name the same thing; the one a list may use is the one that is asked for.
_BODY = "(?:组织|单位|企业|公司|机构|主体)"
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
_SIGN = r"(?:\((?:签字|签名|签章|盖章|公章)\))?"
_FOOTER = re.compile(
    r"(?:合计|总计|小计|共计|累计|总数)(?:[:(\d共].*)?|共\d+[家人位名个].*"
    rf"|(?:填表|填报|制表|审核|复核|经办|联系|负责)人{_SIGN}(?:(?:签字|签名)?:.*)?"
    rf"|(?:填表|填报|制表|报送|上报|推荐)(?:(?:单位|部门|机关|日期|时间)?{_SIGN}:.*)?"
    rf"|(?:注|备注|说明|日期|(?:单位)?盖章|单位{_SIGN}):.*"
    # A label with or without what it is for, a remark in brackets or in a whole sentence.
    rf"|[\u4e00-\u9fff]{{2,8}}{_SIGN}:.*|\([^()]*\)|(?:以上|本(?:表|名单)).*|.*[。;]"
    r"|[\u4e00-\u9fff]{0,4}(?:部门|单位|机关)\((?:盖?章|公章)\)|\(?[续接](?:上[表页]|表)\)?"
)
# A line of nothing else ends a list; beside a name it may be an answer.
_SIGNED = re.compile(
    r"\(?(?:单位|组织)?(?:盖章|公章|签[字名章])\)?:?|\(?(?:以下|此处)?(?:空白|无正文)\)?"
    r"|(?:\d{4}|[二〇零○一三四五六七八九]{4})年[\d一二三四五六七八九十]{1,2}月(?:[\d一二三四五六七八九十]{1,3}日)?"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|第\d+页(?:,?共\d+页)?"
)
# What stands alone over a group of entries: 第一组, 一、制造业, (二)服务业, A组.
_TITLE = re.compile(
    r"第?[\d一二三四五六七八九十]+[组类批](?:[:(].*)?|[一二三四五六七八九十]+[、.].*"
    r"|\([一二三四五六七八九十\d]+\).*|[a-zA-Z]组(?:[:(].*)?"
)

# A head has at most so many rows.
_HEAD_DEEP = 4


def plain(caption: str) -> str:
    """A heading without blanks, differences of width, and what it carries besides its name."""
    return _ORNAMENT.sub("", _ORNAMENT.sub("", reduced(caption)))


def head_texts(sheet: ReturnedSheet, row: int) -> dict[int, str]:
    """What the head says over each column, without its blanks.

    Where cells are joined down to a row, what stands above it over a blank counts as well.
    """
    areas = map(area_of, sheet.merges)
    down = (one.first_row for one in areas if one.first_row < row <= one.last_row)
    top = max(min(down, default=row), row - _HEAD_DEEP)
    found = {
        column: text
        for (line, column), cell in sorted(sheet.cells.items())
        if top <= line <= row and (text := "".join(text_of(cell).split()))
    }
    return dict(sorted(found.items()))


def lowest(sheet: ReturnedSheet, row: int) -> int:
    """The lowest row of a head that is first told in a row: its cells may be joined down."""
    areas = map(area_of, sheet.merges)
    ends = (one.last_row for one in areas if one.first_row == row < one.last_row < row + _HEAD_DEEP)
    return max((row, *ends))


def heading(caption: str, known: Iterable[str]) -> str:
    """The known heading that a caption can only mean, or the caption itself."""
    known = tuple(known)
    if caption in known:
        return caption
    said = plain(caption)
    same = next((group for group in _SAME if group.fullmatch(said)), None)
    meant = (one for one in known if plain(one) == said or (same and same.fullmatch(plain(one))))
    return next(meant, caption)


def footers(sheet: ReturnedSheet, head: int, named: int) -> dict[int, str]:
    """The rows below a head that are none of the entries of a list, each with what shows it.

    Such a row sums the list up, signs it, stands over a group of it or says its head again;
    ``named`` is the column of the names.
    """
    captions = head_texts(sheet, head)
    joined = across(sheet)
    lines: dict[int, dict[int, str]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        if row > head and (text := text_of(cell)):
            lines.setdefault(row, {})[column] = text
    found: dict[int, str] = {}
    for row, texts in lines.items():
        # What stands further on is said of the one who is named, and so is a remark.
        said = [text for column, text in texts.items() if captions.get(column) != _REMARK]
        near = (*said[:1], texts.get(named, ""))
        if _is_no_entry(texts, captions, across=row in joined):
            found[row] = next(iter(texts.values()))
        elif last := next((one for one in near if _FOOTER.fullmatch(reduced(one))), ""):
            found[row] = last
    return found


def _is_no_entry(texts: Mapping[int, str], captions: Mapping[int, str], *, across: bool) -> bool:
    said = set(map(reduced, texts.values()))
    titled = len(said) == 1 and (across or all(map(_TITLE.fullmatch, said)))
    again = said <= set(map(reduced, captions.values()))
    return titled or again or all(map(_SIGNED.fullmatch, said))


def across(sheet: ReturnedSheet) -> frozenset[int]:
    """The rows in which cells are joined over several columns."""
    areas = map(area_of, sheet.merges)
    return frozenset(one.first_row for one in areas if one.first_column < one.last_column)


def said_below(sheet: ReturnedSheet, head: int) -> ReturnedSheet:
    """The sheet in which each row below its head that a cell is joined down over says the same."""
    rows = sorted({row for row, _ in sheet.cells if row > head})
    cells = dict(sheet.cells)
    for area in map(area_of, sheet.merges):
        corner = cells.get((area.first_row, area.first_column), NOTHING)
        joined = head < area.first_row and area.first_column == area.last_column
        if joined and text_of(corner):
            for row in rows[bisect_right(rows, area.first_row) : bisect_right(rows, area.last_row)]:
                cells[row, area.first_column] = corner
    return replace(sheet, cells=cells)


def parted(text: str) -> tuple[str, ...]:
    """The words that stand in one cell, in their order."""
    return tuple(word for part in _BETWEEN.split(text) if (word := part.strip()))
