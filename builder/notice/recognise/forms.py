"""An application form in the notice: its labels beside empty cells are what 基本信息 asks."""

import re
from itertools import pairwise

from builder.notice.lines import Block, Cell, Line, Table
from builder.notice.question import Question
from builder.notice.recognise.labels import squeezed
from builder.notice.recognise.work import Work

_TITLE = re.compile(
    r".{0,40}(?:申报表|申请表|基本情况表|基本信息表|登记表|推荐表)(?:[（(].{1,12}[)）])?$"
)
_ANNEX = re.compile(r"附件\s*[\d一二三四五六七八九十]{0,3}[:：]?$")
_YES, _NO = "照它问", "用通用的一套"
_FEWEST, _MOST, _LONGEST = 4, 60, 20
_OF_EVERY_FORM = re.compile(r"年度$|^申报(?:年度|日期|时间)$|^填报|^填表")
# What a label asks for: its name in files, and the kind of its answer, by the first that fits.
_KNOWN: tuple[tuple[str, str, str], ...] = (
    (r"统一社会信用代码|组织机构代码", "credit_code", "credit_code"),
    (
        r"(?:单位|企业|组织|公司|申报者)(?:全称|名称)$|^(?:申报)?(?:单位|企业|组织)$",
        "organisation",
        "text",
    ),
    (r"法定代表人|法人代表|负责人", "legal_representative", "text"),
    (r"联系人", "contact", "text"),
    (r"邮箱|E-?mail", "email", "email"),
    (r"电话|手机|传真", "phone", "text"),
    (r"地址", "address", "text"),
    (r"邮编|邮政编码", "postcode", "text"),
    (r"(?:成立|注册|登记)(?:日期|时间|年月)", "founded", "date"),
    (r"日期|时间$|年月$", "day", "date"),
    (r"所属行业|行业(?:类别|门类)$", "industry", "text"),
    (r"(?:职工|员工|从业)人数|人数$", "employees", "number"),
    (r"注册资本|资产|产值|销售额|营业收入|利润|税", "amount", "number"),
    (r"网址|网站", "website", "text"),
    (r"", "item", "text"),
)


def find_forms(work: Work) -> None:
    """Take the first application form out of the notice, and ask whether its labels are asked."""
    for at, (title, table) in enumerate(pairwise(work.blocks)):
        if not isinstance(title, Line) or not isinstance(table, Table):
            continue
        labels = _labels(table)
        if not _TITLE.fullmatch(squeezed(title.text)) or len(labels) < _FEWEST:
            continue
        _take(work, at, title, table, labels)
        return


def _take(work: Work, at: int, title: Line, table: Table, labels: list[str]) -> None:
    few = "、".join(labels[:6])
    answer = work.ask(
        Question(
            key=f"form:{squeezed(title.text)[:20]}",
            subject="申报表的各栏",
            words=f"“{title.text[:30]}”有 {len(labels)} 栏（{few}……）。"
            "“基本信息”照它问，还是用通用的一套？",
            proposal=_YES,
            place=table.place,
            options=(_YES, _NO),
        )
    )
    start = at - 1 if at and _is_annex(work.blocks[at - 1]) else at
    heads = [block for block in work.blocks[start : at + 1] if isinstance(block, Line)]
    work.blocks[start : at + 2] = []
    work.leave(heads, "申报表的名称")
    asked = answer == _YES
    for row in table.rows:
        for cell in row:
            label = _label(cell)
            if asked and label in labels:
                work.use(cell.lines, "基本信息的填写项")
            else:
                work.leave(
                    cell.lines, "申报表里供填写的版式" if asked else "申报表，用通用的一套代替"
                )
    if asked:
        work.head.fields = _fields(labels)


def _is_annex(block: Block) -> bool:
    return isinstance(block, Line) and _ANNEX.fullmatch(squeezed(block.text)) is not None


def _labels(table: Table) -> list[str]:
    """The labels that stand before or above nothing, each once, in order."""
    found: dict[str, None] = {}
    for row in table.rows:
        shown = [cell for cell in row if not cell.covered]
        for cell, beside in pairwise((*shown, Cell())):
            label = _label(cell)
            if label and not beside.text.strip() and not _OF_EVERY_FORM.search(label):
                found.setdefault(label)
    return list(found)[:_MOST]


def _label(cell: Cell) -> str:
    """The text of a cell where it can be a label."""
    text = squeezed(cell.text).strip("：:*")
    plain = 1 < len(text) <= _LONGEST and not re.search(r"[。；□√☑]|\d{2,}", text)
    return text if plain else ""


def _fields(labels: list[str]) -> list[tuple[str, str, str]]:
    """Name, caption and kind of each field; the one that says who applies stands first."""
    taken: set[str] = set()
    fields: list[tuple[str, str, str]] = []
    for label in labels:
        name, kind = next(
            (name, kind) for pattern, name, kind in _KNOWN if re.search(pattern, label)
        )
        free = next(one for one in (name, *(f"{name}_{end}" for end in _ENDS)) if one not in taken)
        taken.add(free)
        fields.append((free, label, kind))
    return sorted(fields, key=lambda one: one[0] != "organisation")


_ENDS = [f"{a}{b}" for a in ("", *"abc") for b in "abcdefghijklmnopqrstuvwxyz"]
