"""Sentences that say when nobody can win, or which total makes which grade: told, never dropped."""

import re
from collections.abc import Iterator

from builder.notice.question import Question
from builder.notice.recognise.node import Entry, Role
from builder.notice.recognise.work import Work

_LATER, _TEXT = "以后写进方案", "只作参考文字"
_GATE = re.compile(
    r"(?:必备|必选|核心|[★☆*])[^。；;]{0,30}(?:不得|不予|不能|取消|否则)"
    r"|(?:低于|不足|未达到?|不到)[^。；;]{0,12}(?:分|[%％])[^。；;]{0,12}(?:不得|不予|不能|取消|降)"
    r"|\d\s*分?\s*(?:[-—–~～至]\s*\d+\s*分|以上|及以上|以下)[^。；;]{0,8}(?:为|评为|认定|通过|授予)"
    r"|(?:[A-E甲乙丙一二三四五]级|达标率|得分率)[^。；;]{0,12}[%％][^。；;]{0,40}(?:评为|认定|授予|进入|通过)"
)
_LONGEST = 60


def find_gates(work: Work) -> None:
    """Ask once about all of them in what is only printed: a draft has no gate and no level."""
    found = [*_sentences(work)]
    if not found:
        return
    quoted = "；".join(f"“{words[:_LONGEST]}”" for _, words in found)
    work.ask(
        Question(
            key="gates",
            subject="门槛和等级",
            words=f"通知里这几句像是门槛或等级：{quoted}。草稿里只是文字，不会照它下结论。"
            "写成方案以后，在文件头补上“门槛”“等级”（见“方案怎么写”），还是只作参考文字？",
            proposal=_LATER,
            place=found[0][0].lines[0].place,
            options=(_LATER, _TEXT),
        )
    )


def _sentences(work: Work) -> Iterator[tuple[Entry, str]]:
    """Those in what is printed; that of the advised line stands in the head already."""
    _, advised = work.head.threshold or ("", "")
    for node in work.walk:
        if node.role in (Role.ELIGIBILITY, Role.VETO):
            continue
        for entry in node.entries:
            for words in re.split(r"(?<=[。；;])", entry.text):
                if _GATE.search(words) and words.strip() not in advised:
                    yield entry, words.strip()
