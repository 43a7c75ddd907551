"""Small notices, as text and as the files that offices send."""

from pathlib import Path

from builder.findings.finding import Finding
from builder.formula.render import plain_number
from builder.load.scheme_file import draft_of
from builder.load.source import Source
from builder.model.scheme import Scheme
from builder.notice.draft import Draft, make_draft
from builder.notice.fate import Fate
from builder.notice.lines import Notice
from builder.notice.question import Decision, Decisions, Question
from builder.notice.reading.opened import open_notice
from builder.notice.reading.text import read_text

TITLE = "某区政府质量奖评分要点\n"


def notice_of(text: str) -> Notice:
    """A notice that is this text."""
    return Notice(path="通知.txt", blocks=read_text(text))


def draft_from(notice: Notice, **answers: str) -> Draft:
    """Its draft; answers by the key of their question, ``__`` for a colon."""
    by_key = {key.replace("__", ":"): Decision(answer=said) for key, said in answers.items()}
    made = make_draft(notice, Decisions(by_key=by_key), "draft", "draft.md")
    assert isinstance(made, Draft), made
    return made


def drafted(text: str, **answers: str) -> Draft:
    """The draft of a notice that is this text."""
    return draft_from(notice_of(text), **answers)


def scheme_of(draft: Draft) -> Scheme:
    """The scheme that a draft says."""
    lines = tuple(draft.text.split("\n"))
    scheme = draft_of(Source(path="draft.md", text=draft.text, lines=lines)).scheme
    assert scheme is not None, draft.findings
    return scheme


def points(scheme: Scheme) -> dict[str, str]:
    """The points of every indicator by its name."""
    return {
        node.name: "" if node.points is None else plain_number(node.points)
        for root in scheme.indicators
        for node in root.walk
    }


def body(draft: Draft) -> list[str]:
    """The lines of a draft below its head, empty ones left aside."""
    return [line for line in draft.text.split("\n---\n", 1)[1].split("\n") if line]


def question(draft: Draft, key: str) -> Question:
    """The question of that key."""
    return next(one for one in draft.questions if one.key.startswith(key))


def keys(draft: Draft) -> list[str]:
    """The keys of all questions."""
    return [one.key for one in draft.questions]


def told(draft: Draft, text: str) -> tuple[Fate, str]:
    """What became of the line that begins so, and why."""
    return next(
        (told.fate, told.reason) for line, told in draft.account.lines if line.text.startswith(text)
    )


def opened(path: Path, content: bytes) -> Notice | Finding:
    """A file with this content, opened as a notice."""
    path.write_bytes(content)
    return open_notice(path)
