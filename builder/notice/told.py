"""What is said of a draft on the terminal."""

from collections.abc import Iterator

from builder.notice.draft import Draft
from builder.notice.fate import Fate
from builder.notice.question import Question

_MOST = 12


def account_lines(draft: Draft) -> Iterator[str]:
    """How many characters were used, left out and doubtful, and every line that was not used."""
    account = draft.account
    counts = "，".join(f"{fate.value} {account.characters(fate)}" for fate in Fate)
    yield f"通知共 {account.all_characters} 字：{counts}。"
    unused = [(line, told) for line, told in account.lines if told.fate is Fate.UNUSED]
    for line, told in unused[:_MOST]:
        yield f"  未用　{line.place}　{line.text[:40]}　（{told.reason}）"
    if len(unused) > _MOST:
        yield f"  另有 {len(unused) - _MOST} 行未用，用 --page 看全部。"
    reasons: dict[str, int] = {}
    for line, told in account.lines:
        if told.fate is Fate.LEFT_OUT:
            reasons[told.reason] = reasons.get(told.reason, 0) + len("".join(line.text.split()))
    for reason, count in reasons.items():
        yield f"  略去 {count} 字　{reason}"


def question_lines(question: Question, left: int) -> Iterator[str]:
    """One question with its place, the answers it takes and what is proposed."""
    yield ""
    place = f"（{question.place}）" if question.place else ""
    yield f"【还有 {left} 个】{question.subject}{place}"
    yield f"  {question.words}"
    for number, option in enumerate(question.options, start=1):
        yield f"  {number}. {option}{'　← 建议' if option == question.proposal else ''}"
    if not question.options:
        yield f"  建议：{question.proposal}"
    yield "  直接回车照建议；输入 s 跳过其余的。"
