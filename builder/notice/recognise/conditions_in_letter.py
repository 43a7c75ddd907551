"""The conditions that the letter before a standard says: who may apply, and who may not."""

from builder.notice.lines import Block, Line
from builder.notice.question import Question
from builder.notice.recognise.labels import Mark, labelled, squeezed
from builder.notice.recognise.node import Node
from builder.notice.recognise.roles import is_condition
from builder.notice.recognise.work import Work

_YES, _NO = "写进方案", "不写"
_UNNUMBERED = (Mark.NONE, Mark.APPENDIX, Mark.TABLE)


def without_conditions(work: Work, letter: list[Block]) -> list[Block]:
    """The blocks of a letter without such a list, which becomes a heading of its own if wanted."""
    rest: list[Block] = []
    at = 0
    while at < len(letter):
        end = _end(letter, at)
        if end > at + 1:
            _ask(work, [one for one in letter[at:end] if isinstance(one, Line)])
        else:
            end = at + 1
            rest.append(letter[at])
        at = end
    return rest


def _end(letter: list[Block], at: int) -> int:
    """Where the list ends whose heading stands there: at the next of its kind, or what is no line.

    It is the place itself where no such heading stands.
    """
    head = _heading(letter[at])
    if head is None:
        return at
    end = at + 1
    while end < len(letter):
        block = letter[end]
        mark = labelled(block.text).mark if isinstance(block, Line) else head
        if mark is head or (isinstance(block, Line) and block.text.startswith("附件")):
            break
        end += 1
    return end


def _heading(block: Block) -> Mark | None:
    """The kind of number before such a heading, ``None`` for any other block."""
    if not isinstance(block, Line):
        return None
    head = labelled(block.text)
    named = head.mark not in _UNNUMBERED and is_condition(squeezed(head.rest).rstrip("。：:"))
    return head.mark if named else None


def _ask(work: Work, lines: list[Line]) -> None:
    heading, *said = lines
    head = labelled(heading.text)
    answer = work.ask(
        Question(
            key=f"letter:{squeezed(head.rest)}",
            subject=f"通知正文里的“{head.rest}”",
            words=f"“{heading.text}”在通知正文里，下面有 {len(said)} 段，"
            f"第一段是“{said[0].text[:24]}”。写进方案，让申报者逐条确认吗？",
            proposal=_YES,
            place=heading.place,
            options=(_YES, _NO),
        )
    )
    if answer == _YES:
        name = head.rest.rstrip("。：:")
        work.roots.append(Node(head=head, name=name, lines=[heading], raw=[*said]))
    else:
        work.leave(lines, "通知正文里的条件，决定不写进方案")
