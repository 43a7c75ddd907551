"""What stands before the text: numbers, dates, the title, a list of contents.

A notice may hold several standards, each under a title of its own; a person says which is meant.
"""

import re
from itertools import pairwise

from builder.notice.lines import Block, Line, Table
from builder.notice.question import Question
from builder.notice.recognise.annexes import (
    ANNEX,
    begins_annex,
    has_scores,
    lines_of,
    without_annexes,
)
from builder.notice.recognise.conditions_in_letter import without_conditions
from builder.notice.recognise.labels import Mark, labelled, squeezed
from builder.notice.recognise.work import Work

_KINDS = (
    "评分要点|评审细则|评定标准|评分表|评价标准|评审标准|评分标准|评价细则|评分细则|评价要点|评审要点|"
    "评审办法|评价办法|指标体系|评价准则|评价指标|评审指标|评分指标|实施细则|评审规则|评价表|评审表|"
    "评分办法|分值表|(?:考评|评选|测评|考核|认定)(?:办法|标准|细则|表)"
)
_TITLE = re.compile(
    r".*(?:奖|评价|评审|质量|星级|企业|单位|团队|班组|个人|品牌|精品|标杆|工匠).*"
    rf"(?:{_KINDS})(?:[（(][^（()）]{{1,12}}[)）])*"
)
_TAIL = re.compile(rf"(?:{_KINDS})(?:[（(][^（()）]{{1,12}}[)）])*$")
_AWARD = re.compile(r".*奖[”’》]?")
# The year in a title tells one edition from the next: （2026年修订）, 2026年度, 第三届.
_YEAR = re.compile(r"[（(]\d{4}年?[^（()）]{0,6}[)）]|\d{4}年度?|第[\d一二三四五六七八九十]{1,3}届")
_CONTINUED = re.compile(r"\s*[（(]?续\s*表?\s*[一二三四五\d]?[)）]?$")
_BRACKETS = re.compile(r"[（(][^（()）]{1,12}[)）]")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[（(【]\d{4}[〕\]）)】]\s*第?\s*\d{1,4}\s*号")
_ABOUT = re.compile(r".*关于.*的(?:通知|公告|通告)")
_DATE = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?")
_IMPRINT = re.compile(
    r".{2,40}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发|[-—–]\s*\d{1,3}\s*[-—–]|抄送\s*[：:].*|[（(]此件.{1,12}[)）]"
)
_CONTENTS = re.compile(r"目\s*录|目\s*次")
_ENTRY = re.compile(r".*\S[\s.…·]+\d{1,3}")
_LONGEST = 60


def find_titles(work: Work) -> None:
    """Take the title and all that goes before it from the blocks, and keep one standard."""
    blocks = work.blocks
    _join_brackets(work, blocks)
    places = _once(work, blocks)
    parts = _parts(blocks, places)
    start, end = 0, len(blocks)
    if len(parts) > 1:
        names = tuple(_text(blocks[start]) for start, _ in parts)
        places_of = "、".join(_place(blocks[start]) for start, _ in parts)
        chosen = work.ask(
            Question(
                key="part",
                subject="做哪一套标准",
                words=f"通知里有 {len(parts)} 套标准，一个方案只写一套。这次做哪一套？",
                proposal=names[0],
                place=places_of,
                options=names,
            )
        )
        start, end = parts[names.index(chosen)]
        for number, (first, last) in enumerate(parts):
            if (first, last) != (start, end):
                reason = f"属于另一套标准“{names[number]}”"
                for block in blocks[first:last]:
                    work.leave(lines_of(block), reason)
        _front(work, blocks[: parts[0][0]])
        blocks = blocks[start:end]
        work.head.title = _text(blocks[0])
        _use_title(work, blocks[0])
        work.blocks = _without_imprint(work, without_annexes(work, blocks[1:]))
    else:
        work.blocks = _without_imprint(work, _one(work, blocks, places))
    _say_head(work)


def _one(work: Work, blocks: list[Block], places: list[int]) -> list[Block]:
    """The blocks of a notice with one standard, without its title and what goes before."""
    if not places:
        return _front(work, blocks)
    # The title that comes first names the whole; one before a table at the end may be the only.
    at = places[0]
    work.head.title = _text(blocks[at])
    _use_title(work, blocks[at])
    # Where an annex begins with the title, a letter and other annexes stand before it.
    front = at if begins_annex(blocks[:at]) else min(at, _FRONT)
    return _front(work, blocks[:front]) + blocks[front:at] + without_annexes(work, blocks[at + 1 :])


_FRONT = 12


def _once(work: Work, blocks: list[Block]) -> list[int]:
    """The places of the titles; one printed again on a later page is taken from the blocks."""
    places: list[int] = []
    known: set[str] = set()
    for block in [one for one in blocks if _is_title(one)]:
        name = squeezed(_CONTINUED.sub("", _text(block)))
        if name in known:
            blocks.remove(block)
            _use_title(work, block)
        else:
            known.add(name)
            places.append(blocks.index(block))
    return places


def _join_brackets(work: Work, blocks: list[Block]) -> None:
    """Put a line that is only （制造类） behind the title before it."""
    for at in range(len(blocks) - 1, 0, -1):
        below, above = blocks[at], blocks[at - 1]
        if (
            isinstance(below, Line)
            and isinstance(above, Line)
            and _BRACKETS.fullmatch(below.text)
            and _TITLE.fullmatch(above.text)
            and labelled(above.text).mark is Mark.NONE
        ):
            blocks[at - 1] = Line(
                id=above.id, text=f"{above.text}{below.text}", place=above.place, level=above.level
            )
            work.use([below], "标题")
            del blocks[at]


def _is_title(block: Block) -> bool:
    return (
        isinstance(block, Line)
        and len(block.text) <= _LONGEST
        and _TITLE.fullmatch(block.text) is not None
        and labelled(block.text).mark is Mark.NONE
        and _ABOUT.fullmatch(block.text) is None
    )


def _may_be_title(block: Block) -> bool:
    """Whether what stands first may be the title, though it has none of the usual words."""
    return (
        isinstance(block, Line)
        and len(block.text) <= _LONGEST
        and labelled(block.text).mark is Mark.NONE
        and not re.search(r"[。；;：:]|\d分$", block.text)
    )


def _parts(blocks: list[Block], places: list[int]) -> list[tuple[int, int]]:
    """The stretches under a title in which something has points."""
    found = []
    for start, end in pairwise((*places, len(blocks))):
        lines = [line for block in blocks[start + 1 : end] for line in lines_of(block)]
        if has_scores(lines):
            found.append((start, end))
    return found


def _front(work: Work, blocks: list[Block]) -> list[Block]:
    """Understand what stands before a title; what it holds beside that is left."""
    rest: list[Block] = []
    in_contents = False
    for block in without_conditions(work, blocks):
        if isinstance(block, Table):
            rest.append(block)
            continue
        in_contents = in_contents or _CONTENTS.fullmatch(block.text) is not None
        if in_contents and _is_entry(block.text):
            work.leave([block], "目录")
        elif not _understood(work, block, in_contents=in_contents):
            rest.append(block)
    return rest


def _is_entry(text: str) -> bool:
    """Whether a line is the word contents, or an entry of one."""
    return bool(_CONTENTS.fullmatch(text) or _ENTRY.fullmatch(text)) or _is_title_text(text)


def _understood(work: Work, block: Line, *, in_contents: bool) -> bool:
    """Whether a line before the title is one of those that every notice has there."""
    head, text = work.head, block.text
    if found := _NUMBER.fullmatch(text):
        head.number = squeezed(found[0]).replace("(", "〔").replace(")", "〕")
        work.use([block], "出处")
    elif ANNEX.fullmatch(text):
        head.annex = head.annex or squeezed(text).rstrip(":")
        work.use([block], "版次和出处")
    elif _ABOUT.fullmatch(text):
        head.printed = text
        work.use([block], "出处")
    elif found := _DATE.fullmatch(text):
        head.edition = "".join(found[0].split())
        work.use([block], "版次")
    elif head.number or head.printed or in_contents or _is_title_text(text):
        work.leave([block], "通知正文和封面，不是评分标准的内容")
    elif text.endswith(("文件", "办公室", "委员会", "领导小组")) and len(text) <= _SHORT:
        work.leave([block], "发文机关")
    else:
        return False
    return True


_SHORT = 40


def _is_title_text(text: str) -> bool:
    return _TITLE.fullmatch(labelled(text).rest) is not None


def _without_imprint(work: Work, blocks: list[Block]) -> list[Block]:
    rest = []
    for block in blocks:
        if isinstance(block, Line) and _IMPRINT.fullmatch(block.text):
            work.leave([block], "印发机关、日期和页码")
        else:
            rest.append(block)
    return rest


def _use_title(work: Work, block: Block) -> None:
    if isinstance(block, Line):
        work.use([block], "标题")


def _say_head(work: Work) -> None:
    head = work.head
    if not head.title:
        first = next((block for block in work.blocks[:1] if _may_be_title(block)), None)
        head.title = work.ask(
            Question(
                key="title",
                subject="标题",
                words="没有认出通知的标题。评分要点的标题是什么？（照通知一字不差）",
                proposal="政府质量奖评分要点" if first is None else _text(first),
                place="" if first is None else _place(first),
            )
        )
        if first is not None and _text(first) == head.title:
            _use_title(work, first)
            work.blocks.remove(first)
    award = _AWARD.match(_TAIL.sub("", head.title))
    head.award = award[0] if award else _TAIL.sub("", head.title) or head.title
    trial = "（试行）" if "试行" in head.title else ""
    if head.edition:
        head.edition += trial
    else:
        year = _YEAR.search(head.title)
        head.edition = year[0].strip("（()）") if year else f"依据{head.annex or '原文件'}"
    if head.number:
        head.source = f"{head.number}《{head.printed or head.title}》"
    else:
        head.source = f"{head.annex}《{head.title}》"


def _text(block: Block) -> str:
    return block.text if isinstance(block, Line) else ""


def _place(block: Block) -> str:
    return block.place
