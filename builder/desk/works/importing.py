"""A scheme drafted from a notice, and drafted again with every answer."""

from collections.abc import Mapping
from typing import Any

from builder.desk.told import Tell, Told
from builder.findings.finding import Finding
from builder.notice.question import Decisions, Question
from builder.notice.told import account_lines
from builder.pipeline.file_names import safe_file_name
from builder.pipeline.notice import draft_for, find_target, read_notice, write_draft
from builder.pipeline.year.folder import Room, Year

_NOTICES = "通知"


def import_notice(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """Write the draft beside its page; the questions that are open are what comes of it."""
    name = safe_file_name(str(given["notice"]))
    schemes = year.place(Room.SCHEMES)
    tell(Told(said="正在读通知"))
    notice = read_notice(schemes / _NOTICES / name)
    if isinstance(notice, Finding):
        tell(Told(findings=(notice,)))
        return
    stem = name.rpartition(".")[0] or name
    target = find_target(schemes / f"{stem}.md", update=True)
    if isinstance(target, Finding):
        tell(Told(findings=(target,)))
        return
    tell(Told(said="正在起草"))
    decisions = target.known.decisions
    answers: dict[str, str] = dict(given.get("answers", {}))
    draft = draft_for(notice, target, decisions)
    # An answer may raise another question, which may have been answered in the same go.
    while not isinstance(draft, Finding):
        fitting = [one for one in draft.open_questions if _fits(one, answers)]
        if not fitting:
            break
        for one in fitting:
            decisions = decisions.with_answer(one, answers.pop(one.key))
        draft = draft_for(notice, target, decisions)
    if isinstance(draft, Finding):
        tell(Told(findings=(draft,)))
        return
    page = target.draft.with_name(f"{target.draft.stem}.对照.html")
    written = write_draft(notice, target, draft, decisions, page)
    tell(
        Told(
            findings=(*written.findings, *draft.findings),
            said=f"还有 {len(draft.open_questions)} 个问题要定"
            if draft.open_questions
            else "写好了",
            outcome={
                "notice": name,
                "file": target.draft.name,
                "questions": [_asked(one, decisions) for one in draft.open_questions],
                "account": list(account_lines(draft)),
            },
        )
    )


def _fits(question: Question, answers: Mapping[str, str]) -> bool:
    said = answers.get(question.key, "")
    return bool(said) and question.takes(said)


def _asked(question: Question, decisions: Decisions) -> dict[str, object]:
    return {
        "key": question.key,
        "subject": question.subject,
        "words": question.words,
        "proposal": question.proposal,
        "place": question.place,
        "options": list(question.options),
        "said": decisions.answer(question) or "",
    }
