"""The lines under each heading as criteria, notes, conditions or text."""

import re

from builder.notice.lines import Line
from builder.notice.recognise.joining import is_joined
from builder.notice.recognise.labels import NOTE, Mark, labelled
from builder.notice.recognise.node import Entry, Grid, Node, Role
from builder.notice.recognise.work import Work

# A sentence that says what a heading is for; it asks nothing.
_ABOUT = re.compile(
    r"本(?:条款|标准|条目|部分|指标|章|节|项)?(?:主要)?(?:用于|按照|评价|考察|是指|从)"
)
_ENDED = re.compile(r"[。；;：:！？!?.…）)”，,、]$")
_BROKEN = 30


def read_contents(work: Work) -> None:
    """Say of every line under a heading what it is."""
    for node in work.walk:
        lines: list[Line] = []
        for block in node.raw:
            if isinstance(block, Line):
                lines.append(block)
            elif isinstance(block, Grid):
                _read(work, node, lines)
                node.contents.append(block)
                lines = []
        _read(work, node, lines)
        _tell_heading(work, node)


def _read(work: Work, node: Node, lines: list[Line]) -> None:
    entries = _entries(work, lines)
    if node.role in (Role.INDICATOR, Role.UNSCORED):
        _as_criteria(work, node, entries)
    else:
        _as_text(work, node, entries)


def _entries(work: Work, lines: list[Line]) -> list[Entry]:
    """The lines, those joined that a page broke in the midst of a sentence."""
    entries: list[Entry] = []
    for line in lines:
        before = entries[-1] if entries else None
        if before is not None and _is_broken(before, line):
            words = f"“…{before.text[-15:]}”后面没有标点，下一行是“{line.text[:15]}…”。连成一句吗？"
            if is_joined(work, before, line, subject="一句话分在两行", words=words):
                continue
        entries.append(Entry(text=line.text, lines=[line], note=bool(NOTE.match(line.text))))
    return entries


def _is_broken(before: Entry, line: Line) -> bool:
    label = labelled(line.text).mark
    return (
        len(before.text) >= _BROKEN
        and _ENDED.search(before.text) is None
        and label is Mark.NONE
        and NOTE.match(line.text) is None
    )


def _as_criteria(work: Work, node: Node, entries: list[Entry]) -> None:
    for at, entry in enumerate(entries):
        about = (
            at == 0
            and node.role is Role.INDICATOR
            and (_ABOUT.match(entry.text) is not None or _is_lead(entries))
            and (len(entries) > 1 or bool(node.children))
        )
        entry.note = entry.note or about
        node.contents.append(entry)
        kind = "注" if entry.note else "要点"
        if about or len(entry.lines) > 1:
            reason = "只说明评什么，作为注" if about else "上一行没有标点，连成一句"
            work.guess(entry.lines, f"“{node.title}”的{kind}", reason)
        else:
            work.use(entry.lines, f"“{node.title}”的{kind}")


def _is_lead(entries: list[Entry]) -> bool:
    """Whether the first line leads to criteria that have points while it has none."""
    first, *rest = entries
    others = [one for one in rest if not one.note]
    return (
        labelled(first.text).mark is Mark.NONE
        and bool(others)
        and all(_HAS_POINTS.search(one.text) for one in others)
        and _HAS_POINTS.search(first.text) is None
    )


_HAS_POINTS = re.compile(r"[（(]\s*\d+(?:\.\d+)?\s*分\s*[)）]")


_LEADS = re.compile(r"(?:下列|以下|如下).*[：:]$")


def _as_text(work: Work, node: Node, entries: list[Entry]) -> None:
    if node.role in (Role.ELIGIBILITY, Role.VETO):
        for entry in [one for one in entries if _LEADS.search(one.text) and len(entries) > 1]:
            work.leave(entry.lines, "引出下列各条的话，各条已写进文件头")
            entries.remove(entry)
    for entry in entries:
        node.contents.append(entry)
        where = {
            Role.ELIGIBILITY: "参评条件",
            Role.VETO: "否决事项",
        }.get(node.role, f"参考文字“{node.title}”")
        if len(entry.lines) > 1:
            work.guess(entry.lines, where, "上一行没有标点，连成一句")
        else:
            work.use(entry.lines, where)


def _tell_heading(work: Work, node: Node) -> None:
    lines = [line for line in node.lines if line.id not in work.told]
    match node.role:
        case Role.INDICATOR:
            work.use(lines, f"指标“{node.title}”")
        case Role.UNSCORED:
            work.guess(lines, f"指标“{node.title}”（不计分）", "没有分值")
        case Role.SECTION:
            work.use(lines, f"参考文字“{node.title}”")
        case Role.ELIGIBILITY:
            work.leave(lines, "参评条件的标题，内容写在文件头")
        case Role.VETO:
            work.leave(lines, "否决事项的标题，内容写在文件头")
