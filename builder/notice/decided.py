"""The decisions beside a draft: a small file that people can read, and what wrote it."""

import hashlib
import json

from builder.frozen import frozen
from builder.notice.question import Decision, Decisions

_DRAFT, _DECISIONS = "草稿校验", "决定"
_KEY, _SUBJECT, _PROPOSAL, _ANSWER = "标识", "问的是", "当时的建议", "决定"


@frozen
class Record:
    """The decisions, and the digest of the draft as it was last written."""

    decisions: Decisions
    digest: str = ""


def digest_of(text: str) -> str:
    """What tells one draft from every other."""
    return hashlib.sha256(text.encode()).hexdigest()


def record_text(record: Record) -> str:
    """The file: a list of decisions in the order they were taken."""
    entries = [
        {_SUBJECT: one.subject, _ANSWER: one.answer, _PROPOSAL: one.proposal, _KEY: key}
        for key, one in record.decisions.by_key.items()
    ]
    whole = {_DECISIONS: entries, _DRAFT: record.digest}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def record_of(text: str) -> Record | None:
    """The record that a file holds, ``None`` where it holds none."""
    try:
        whole = json.loads(text)
        entries = {
            str(one[_KEY]): Decision(
                answer=str(one[_ANSWER]),
                subject=str(one.get(_SUBJECT, "")),
                proposal=str(one.get(_PROPOSAL, "")),
            )
            for one in whole[_DECISIONS]
        }
        return Record(decisions=Decisions(by_key=entries), digest=str(whole.get(_DRAFT, "")))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
