"""An office's list of reviewers: who they are, in which role, and whom they must avoid."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from operator import eq
from pathlib import Path

from builder.findings.finding import Finding, Place, has_more_than_hints
from builder.formula.address import cell_address
from builder.frozen import frozen
from builder.kit.industries import SECTIONS
from builder.model.compared_text import reduced
from builder.model.nearest import did_you_mean
from builder.model.panel.task import Reviewer
from builder.model.returned import NOTHING, ReturnedCell, ReturnedSheet
from builder.pipeline.list_hidden import hidden_entries
from builder.pipeline.list_sheets import list_sheet
from builder.pipeline.list_values import RejectedError, checked_name, checked_text, text_of
from builder.pipeline.list_words import (
    ABOUT_PEOPLE,
    IGNORED_COLUMNS,
    footers,
    head_texts,
    lowest,
    parted,
    plain,
    said_below,
)
from builder.read.workbook import read_workbook

_NAME, _ROLE, _AVOIDS, _UNIT, _FIELD = "姓名", "角色", "回避单位", "单位", "行业"
# What a heading can only mean; several columns may say whom to avoid.
_MEANINGS = (
    (_NAME, re.compile(r"姓名|(?:评审员|评审专家|评审组成员|专家|评委)(?:姓名)?")),
    (_ROLE, re.compile(r"(?:评审)?角色")),
    (
        _AVOIDS,
        re.compile(
            r"(?:(?:需要?|须|应当?|要|申请)?回避|不(?:参与|[宜得能可应参予])?评审?)的?(?:申报者|(?:申报)?(?:单位|企业|公司|组织|对象))?"
            r"(?:名称|全称|名单)?(?:\((?:请?[写填])?(?:全称|名称|单位|可多个)\))?"
            r"[\d一二三四五六七八九十]{0,2}"
        ),
    ),
    (
        _UNIT,
        re.compile(
            r"(?:现?工作|现?所在|所属|现?任职|供职)?(?:单位|机构)(?:名称|全称)?(?:[及和、与]?职[务称位])?"
        ),
    ),
    (_FIELD, re.compile(r"(?:擅长|熟悉|专长|从事|评审)?的?行业(?:领域)?[\d一二三]?")),
)
# What is said of somebody who has to avoid others, where only remarks are made.
_TIED = re.compile("回避|利害|利益(?:关系|冲突|关联)|关联关系|亲属|配偶|持股|股东|独立董事")
_UNTIED = re.compile(
    "(?:无|没有|不|未).{0,8}(?:回避|关系|冲突|情形|亲属|任职|持股)"
    r"|[:：亦也均都]\s*(?:无|没有|否)\s*$"
)
# Where one statement of a remark ends: what one denies, another may still say.
_CLAUSE_END = re.compile("[,，.。；;\n]|但|、(?=[与无没未不])")
_HEAD_WITHIN = 10
# What people type for these, one sign amiss; other words of offices for other roles are their own.
_ROLES, _NEARLY = ("组长", "副组长", "组员"), re.compile("副?[组祖租阻族].")
_NOBODY = re.compile(
    "[暂均]?(?:无|没有)(?:要求)?|否|n/?a|[-—/]+"
    "|[暂均]?(?:无|没有|不)(?:需要?|须|用)?回避(?:的?(?:单位|企业|情[形况]|对象|要求))?",
    re.IGNORECASE,
)
_MOST = 99


@frozen
class ReviewerList:
    """The reviewers in the order of the list, and everything that is wrong with it.

    ``fields`` are pairs of a reviewer's code and an industry that he knows.
    """

    reviewers: tuple[Reviewer, ...]
    findings: tuple[Finding, ...]
    fields: tuple[tuple[str, str], ...] = ()

    def fields_of(self, reviewer: str) -> tuple[str, ...]:
        """The industries that the reviewer of a code knows."""
        return tuple(field for code, field in self.fields if code == reviewer)


def read_reviewers(path: Path) -> ReviewerList:
    """The reviewers on the first visible sheet with a head in the workbook at ``path``."""
    read = read_workbook(path)
    if read.workbook is None:
        place = Place(path=str(path))
        found = (Finding.at("QA934", place, actual=one.message) for one in read.findings)
        return ReviewerList(reviewers=(), findings=tuple(found))
    found_on = list_sheet(read.workbook, _head)
    sheet, head = found_on.sheet, found_on.head
    place = Place(path=str(path), sheet=sheet.name)
    if head is None:
        return ReviewerList(reviewers=(), findings=(Finding.at("QA935", place),))
    reviewers: list[Reviewer] = []
    fields: list[tuple[str, str]] = []
    meanings = _meanings(sheet, head)
    findings = [
        *_strange(sheet, head, meanings, place),
        *hidden_entries(sheet, head, place),
        *found_on.findings(place),
    ]
    sheet = said_below(sheet, head)
    named = next(column for column, meaning in meanings.items() if meaning == _NAME)
    left_out = footers(sheet, head, named)
    for row in sorted({row for row, _ in sheet.cells if row > head}):
        cells = {column: cell for (line, column), cell in sheet.cells.items() if line == row}
        where = replace(place, cell=cell_address(row, 1))
        if row in left_out:
            told = {"actual": left_out[row], "row": str(row), "kind": "评审员"}
            findings.append(Finding.at("QA873", where, **told))
            continue
        try:
            said = _said(cells, meanings)
        except RejectedError as problem:
            findings.append(Finding.at("QA936", where, actual=str(problem)))
            continue
        if said is not None:
            person, known = said
            findings += _remarks(sheet, head, row, person, place)
            findings += _odd_role(row, person, where)
            code = f"R{len(reviewers) + 1}"
            reviewers.append(replace(person, code=code))
            fields += ((code, field) for field in known)
    findings += _amiss(reviewers, place)
    usable = () if has_more_than_hints(findings) else tuple(reviewers)
    return ReviewerList(reviewers=usable, findings=tuple(findings), fields=tuple(fields))


def _head(sheet: ReturnedSheet) -> int | None:
    rows = range(1, _HEAD_WITHIN + 1)
    named = (row for row in rows if _NAME in map(_meaning, head_texts(sheet, row).values()))
    first = next(named, None)
    return None if first is None else lowest(sheet, first)


def _meaning(caption: str) -> str:
    """What a heading can only mean, nothing for one that says nothing of who reviews whom."""
    said = plain(caption)
    return next((known for known, words in _MEANINGS if words.fullmatch(said)), "")


def _meanings(sheet: ReturnedSheet, head: int) -> dict[int, str]:
    """What each column means; over a head may stand for what it is that a column names 单位."""
    above = head_texts(sheet, head - 1)
    return {
        column: _AVOIDS if _meaning(above.get(column, "")) == _AVOIDS else _meaning(caption)
        for column, caption in head_texts(sheet, head).items()
    }


def _strange(
    sheet: ReturnedSheet, head: int, meanings: Mapping[int, str], place: Place
) -> Iterator[Finding]:
    """Columns that are not understood: somebody to be avoided might stand in one of them."""
    captions = head_texts(sheet, head)
    filled = {
        column
        for (row, column), cell in sheet.cells.items()
        if row > head and (text_of(cell) or not cell.calculated)
    }
    once: set[str] = set()
    for column in sorted(filled | captions.keys()):
        caption = captions.get(column, "")
        meaning = meanings.get(column, "")
        if meaning not in once and (
            meaning or caption in IGNORED_COLUMNS or ABOUT_PEOPLE.fullmatch(plain(caption))
        ):
            once |= {meaning} - {_AVOIDS, _UNIT, _FIELD, ""}
            continue
        yield Finding.at(
            "QA962",
            replace(place, cell=cell_address(head, column)),
            actual=caption or "（没有标题）",
            hint=did_you_mean(caption, (_AVOIDS, _NAME, _ROLE)),
        )


def _remarks(
    sheet: ReturnedSheet, head: int, row: int, person: Reviewer, place: Place
) -> Iterator[Finding]:
    """What a remark says of whom a reviewer must avoid, where the list says it nowhere else."""
    for column, caption in head_texts(sheet, head).items():
        text = text_of(sheet.cells.get((row, column), NOTHING))
        tied = plain(caption) in IGNORED_COLUMNS and _is_tied(text)
        if tied and not any(one in text for one in person.avoids):
            where = replace(place, cell=cell_address(row, column))
            yield Finding.at("QA998", where, actual=text, row=str(row), caption=caption)


def _odd_role(row: int, person: Reviewer, place: Place) -> Iterator[Finding]:
    """A hint for a role that is probably another one, wrongly typed."""
    if _NEARLY.fullmatch(person.role) and person.role not in _ROLES:
        near = (one for one in _ROLES if sum(map(eq, one, person.role)) == len(person.role) - 1)
        options = "”“".join(one for one in near if len(one) == len(person.role))
        yield Finding.at(
            "QA999", place, actual=person.role, row=str(row), name=person.name, options=options
        )


def _is_tied(text: str) -> bool:
    """Whether any clause of a remark says that somebody has to avoid others."""
    clauses = _CLAUSE_END.split(text)
    return any(_TIED.search(one) and not _UNTIED.search(one) for one in clauses)


def _said(
    cells: Mapping[int, ReturnedCell], meanings: Mapping[int, str]
) -> tuple[Reviewer, tuple[str, ...]] | None:
    """The reviewer of a row and what industries he knows, ``None`` where it names nobody.

    Raises ``RejectedError``.
    """
    texts: dict[str, list[str]] = {name: [] for name, _ in _MEANINGS}
    for column, meaning in meanings.items():
        checked = checked_name if meaning == _NAME else checked_text
        if meaning and (text := checked(cells.get(column, NOTHING))):
            texts[meaning].append(text)
    if not texts[_NAME]:
        if texts[_ROLE] or texts[_AVOIDS]:
            raise RejectedError("没有写姓名")
        return None
    if len(parted(texts[_NAME][0])) > 1:
        raise RejectedError(f"“{'、'.join(parted(texts[_NAME][0]))}”像是几个人，请一行写一位")
    words = (word for text in texts[_AVOIDS] for word in parted(text))
    reviewer = Reviewer(
        code="",
        name=texts[_NAME][0],
        role="".join(texts[_ROLE]),
        avoids=tuple(word for word in words if not _NOBODY.fullmatch(reduced(word))),
        units=tuple(unit for unit in texts[_UNIT] if not _NOBODY.fullmatch(reduced(unit))),
    )
    fields = (word for text in texts[_FIELD] for word in _industries(text))
    return reviewer, tuple(word for word in fields if not _NOBODY.fullmatch(reduced(word)))


def _industries(text: str) -> Iterator[str]:
    """The industries of a cell; the names of the national list have commas of their own."""
    for section in SECTIONS:
        for name in (section, section.partition(" ")[2]):
            if name in text:
                yield name
                text = text.replace(name, "；")
    yield from parted(text)


def _amiss(reviewers: list[Reviewer], place: Place) -> Iterator[Finding]:
    if not reviewers or len(reviewers) > _MOST:
        yield Finding.at("QA937", place, expected=str(_MOST), actual=str(len(reviewers)))
    names = [reduced(one.name) for one in reviewers]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Finding.at("QA938", place, actual=name)
