"""A sentence that calls itself a veto where nothing else does."""

import re

from builder.notice.question import Question
from builder.notice.recognise.labels import Labelled, Mark, labelled, squeezed
from builder.notice.recognise.node import Entry, Node, Role
from builder.notice.recognise.work import Work

_CALLED = re.compile(r"(?:一票否决|否决)(?:项|事项|情形|条件)?\s*[：:]")
_DECLARED = "写成否决事项"
_KEY = 24


def find_vetoes(work: Work) -> None:
    """Ask of every such sentence in text that is only printed whether applicants declare it."""
    for node in work.walk:
        if node.role is Role.SECTION:
            for entry in [one for one in node.entries if _CALLED.match(labelled(one.text).rest)]:
                if _ask(work, entry) == _DECLARED:
                    node.contents.remove(entry)
                    head = Labelled(mark=Mark.NONE, label="", rest="")
                    work.roots.append(Node(head=head, name="", contents=[entry], role=Role.VETO))
                    work.guess(entry.lines, "否决事项", "写在正文里的一句话")


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
