"""The page 通知—方案: the notice in its order, beside it what each line became."""

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from builder.formula.blank import visible
from builder.notice.draft import Draft
from builder.notice.fate import Fate

_TEMPLATE = Path(__file__).with_name("page.html")
_KINDS = {
    Fate.USED: "used",
    Fate.GUESSED: "guessed",
    Fate.LEFT_OUT: "left",
    Fate.UNUSED: "unused",
}


def notice_page(notice: str, title: str, draft: Draft) -> str:
    """One self-contained page; what comes from the notice is escaped and nothing hides in it."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    template = environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
    account = draft.account
    page = template.render(
        title=title,
        notice=notice,
        counts=[
            {"number": account.characters(fate), "kind": _KINDS[fate], "word": fate.value}
            for fate in Fate
        ],
        rows=[*_rows(draft)],
        questions=[
            {
                "subject": one.subject,
                "place": one.place,
                "words": one.words,
                "proposal": one.proposal,
                "answer": draft.answers.get(one.key, ""),
                "open": one in draft.open_questions,
            }
            for one in draft.questions
        ],
        findings=[{"place": str(one.place.line), "words": one.message} for one in draft.findings],
    )
    return visible(page)


def _rows(draft: Draft) -> Iterator[dict[str, object]]:
    lines = draft.text.split("\n")
    for line, told in draft.account.lines:
        at = draft.account.places.get(line.id, 0)
        yield {
            "place": line.place,
            "text": line.text,
            "kind": _KINDS[told.fate],
            "word": told.fate.value,
            "became": told.became,
            "reason": told.reason,
            "at": at,
            "drafted": lines[at - 1] if at else "",
        }
