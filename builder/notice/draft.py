"""A draft of a scheme from a notice and the decisions so far, with everything that is asked."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.load.checks.sums import contradictions
from builder.load.edits import edited
from builder.load.lint import lint_text
from builder.load.scheme_file import draft_of
from builder.load.source import source_of
from builder.model.points import TOTAL
from builder.notice.account import Account, account_of
from builder.notice.lines import Notice
from builder.notice.question import Decisions, Question
from builder.notice.recognise.amounts import written
from builder.notice.recognise.ordered import Recognised, recognise
from builder.notice.written import Discrepancies, draft_text, printed_step

Answer = Callable[[Question], str]
_STEPS, _USUAL, _FINEST = ("0.1", "0.5", "1"), ("0.5", "0.1"), "0.01"
_CONFIRM, _NOT_YET = "照原文计分并印明", "先不写"


@frozen
class Draft:
    """The text, what the checks of a scheme find in it, the questions, the account of the notice.

    ``open_questions`` are those that nobody has answered; what they propose is written. ``answers``
    are those of the others, by key.
    """

    text: str
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    open_questions: tuple[Question, ...]
    answers: Mapping[str, str]
    account: Account


def make_draft(notice: Notice, decisions: Decisions, scheme_id: str, path: str) -> Draft | Finding:
    """The draft that will stand at ``path``, or the finding that says why there is none."""
    found = recognise(notice, decisions)
    if not any(root.scored for root in found.roots):
        return Finding.at("QA992", notice.path)
    asked = [*found.questions]

    def answer(question: Question) -> str:
        asked.append(question)
        said = decisions.answer(question)
        return question.proposal if said is None else said

    name = scheme_id or answer(
        Question(
            key="id",
            subject="方案编号",
            words="方案用什么编号？只用小写英文字母、数字、短横线，例如 xinhui-service。",
            proposal="new-scheme",
        )
    )
    direct = found.head.scale == "direct" and not found.head.grades
    step = _step(found, answer) if direct else ""
    first = _certain(draft_text(found, name, step, ()), path)
    text = _certain(draft_text(found, name, step, _contradictions(first, path, answer)), path)
    loaded = lint_text(text, path)
    answers = {one.key: said for one in asked if (said := decisions.answer(one)) is not None}
    return Draft(
        text=text,
        findings=loaded.findings,
        questions=tuple(asked),
        open_questions=tuple(one for one in asked if one.key not in answers),
        answers=answers,
        account=account_of(notice, found, text),
    )


def _certain(text: str, path: str) -> str:
    """The text with points that can be meant in one way only written as a scheme writes them."""
    return edited(text, draft_of(source_of(path, text)).edits)[0]


def _step(found: Recognised, answer: Answer) -> str:
    """The step; where the notice does not say it, it is one by which every full score is had."""
    nodes = [node for root in found.roots for node in root.walk]
    points = [node.points for node in nodes if node.points is not None]
    fits = (one for one in _USUAL if all(not each % Decimal(one) for each in points))
    printed = printed_step(found)
    proposal = printed or next(fits, _FINEST)
    question = Question(
        key="step",
        subject="打分的最小间隔",
        words=f"通知写着打分按 {printed} 分一级。照它吗？"
        if printed
        else "通知没有写打分的最小间隔（步长）。用多少分？这会注明是质量办的约定。",
        proposal=proposal,
        options=_STEPS if proposal in _STEPS else (*_STEPS, proposal),
    )
    return answer(question)


def _contradictions(text: str, path: str, answer: Answer) -> Discrepancies:
    """Every sum of the notice that does not come out, to be acknowledged by a person."""
    drafted = draft_of(source_of(path, text))
    if drafted.scheme is None:
        return ()
    entries = []
    for one in contradictions(drafted.scheme, corrected=True):
        if not one.actual:
            # Nothing beneath it gives points: something was not read.
            continue
        stated, actual = written(one.stated), written(one.actual)
        called = "总分" if one.where == TOTAL else f"“{one.name.partition(' ')[2]}”"
        said = answer(
            Question(
                key=f"discrepancy:{one.where}:{actual}",
                subject=f"{called}加不拢",
                words=f"{called}写 {stated} 分，各部分相加是 {actual} 分。"
                "通知自己的矛盾不能改：照原文计分，"
                "把矛盾印明，对吗？（若是录错或漏认，请改通知文件后重来）",
                proposal=_CONFIRM,
                options=(_CONFIRM, _NOT_YET),
            )
        )
        if said == _CONFIRM:
            least = min(one.stated, one.actual)
            treatment = (
                f"按原文件印发的各项分值计分，{called}最高可得{written(least)}分；不补分，不折算。"
            )
            entries.append((one.where, one.stated, one.actual, treatment))
    return tuple(entries)
