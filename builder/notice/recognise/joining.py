"""A sentence that a page or a cell broke in two, put together once a person says so."""

from builder.notice.lines import Line
from builder.notice.question import Question
from builder.notice.recognise.labels import squeezed
from builder.notice.recognise.node import Entry
from builder.notice.recognise.work import Work

_JOIN, _APART = "连成一句", "各是一条"


def is_joined(work: Work, before: Entry, line: Line, *, subject: str, words: str) -> bool:
    """Whether a line was found to go on with the sentence before it, which then holds it."""
    answer = work.ask(
        Question(
            key=f"join:{squeezed(line.text)[:20]}",
            subject=subject,
            words=words,
            proposal=_JOIN,
            place=line.place,
            options=(_JOIN, _APART),
        )
    )
    if answer != _JOIN:
        return False
    before.text += line.text
    before.lines.append(line)
    return True
