"""A sentence that calls itself a veto, or leads to a list of such, where no heading does."""

import re
from itertools import takewhile

from builder.notice.question import Question
from builder.notice.recognise.labels import Labelled, Mark, labelled, squeezed
from builder.notice.recognise.node import Entry, Node, Role
from builder.notice.recognise.work import Work

_CALLED = re.compile(r"(?:一票否决|否决)(?:项|事项|情形|条件)?\s*[：:]")
_LEADS = re.compile(
    r"有?(?:下列|以下|如下).{0,12}(?:之一|情形|情况|行为).{0,24}"
    r"(?:不得(?!分)|取消|否决|不予(?:受理|推荐|评|参)).{0,12}[：:]$"
)
_DECLARED = "写成否决事项"
_KEY = 24


def find_vetoes(work: Work) -> None:
    """Ask of every such sentence in text that is only printed whether applicants declare it."""
    for node in work.walk:
        entries = node.entries
        for at, entry in enumerate(entries):
            if node.role is Role.SECTION and _CALLED.match(labelled(entry.text).rest):
                _declare(work, node, entry, [])
            elif _LEADS.search(entry.text):
                _declare(work, node, entry, _listed(entries[at + 1 :]))


def _listed(below: list[Entry]) -> list[Entry]:
    """The entries that follow with numbers of one kind."""
    mark = labelled(below[0].text).mark if below else Mark.NONE
    alike = takewhile(lambda one: labelled(one.text).mark is mark, below)
    return [] if mark is Mark.NONE else [*alike]


def _declare(work: Work, node: Node, entry: Entry, listed: list[Entry]) -> None:
    """Take a sentence, or what it leads to, as vetoes where a person says so."""
    if _ask(work, entry) != _DECLARED:
        return
    node.contents = [one for one in node.contents if one is not entry and one not in listed]
    head = Labelled(mark=Mark.NONE, label="", rest="")
    contents = [*(listed or [entry])]
    work.roots.append(Node(head=head, name="", contents=[*contents], role=Role.VETO))
    for one in contents:
        work.guess(one.lines, "否决事项", "写在正文里的一句话")
    if listed:
        work.leave(entry.lines, "引出下列各条的话，各条已写进文件头")


def _ask(work: Work, entry: Entry) -> str:
    return work.ask(
        Question(
            key=f"veto-text:{squeezed(entry.text)[:_KEY]}",
            subject="正文里的否决事项",
            words=f"“{entry.text[:40]}”说的是否决。写成否决事项，让申报者声明吗？",
            proposal=_DECLARED,
            place=entry.lines[0].place,
            options=(_DECLARED, "只作参考文字"),
        )
    )
