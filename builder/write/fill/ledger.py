"""What is written into a report, and the memory of it that the report itself carries.

A text that an earlier run wrote may be written anew; one that a person wrote is kept.
"""

import hashlib
import json
from dataclasses import dataclass, field

from builder.formula.blank import is_blank
from builder.model.compared_text import reduced
from builder.word.filling import Change, Outcome

# So many letters of a digest tell two texts of one place apart.
_LETTERS = 12
_MOST_CHARACTERS = 1_000_000


def _digest(text: str) -> str:
    return hashlib.sha256(reduced(text).encode()).hexdigest()[:_LETTERS]


@dataclass(kw_only=True)
class Ledger:
    """The texts written before and now, and all changes in the order they were made.

    With ``replacing`` what stands in the workbook takes the place of what a person wrote.
    """

    replacing: bool = False
    before: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    same: int = 0

    def decide(self, name: str, heading: str, what: str, there: str, text: str) -> bool:
        """Whether ``text`` is to be written where ``there`` stands; the change is noted."""
        if reduced(there) == reduced(text):
            self.same += 1
            self.written[name] = _digest(text)
            return False
        if is_blank(there):
            outcome = Outcome.WRITTEN
        elif self.replacing or self.before.get(name) == _digest(there):
            outcome = Outcome.UPDATED
        else:
            outcome = Outcome.KEPT
        self.note(heading, what, outcome, there, text)
        if outcome is Outcome.KEPT:
            return False
        self.written[name] = _digest(text)
        return True

    def note(
        self, heading: str, what: str, outcome: Outcome, there: str = "", text: str = ""
    ) -> None:
        """Keep what was done, or could not be."""
        self.changes.append(
            Change(heading=heading, what=what, outcome=outcome, before=there, text=text)
        )

    def was_written(self, name: str) -> bool:
        """Whether an earlier run wrote something of that name."""
        return name in self.before

    def is_unchanged(self, name: str, text: str) -> bool:
        """Whether an earlier run wrote the same under that name."""
        return self.before.get(name) == _digest(text)

    def keep(self, name: str, text: str) -> None:
        """Remember that this was written, whatever stood there."""
        self.written[name] = _digest(text)

    @property
    def said(self) -> str:
        """The memory as a file carries it."""
        return json.dumps(self.before | self.written, ensure_ascii=False, separators=(",", ":"))


def ledger_of(said: str, *, replacing: bool) -> Ledger:
    """The memory that a file carries; one that is no such memory counts as none."""
    try:
        known = json.loads(said) if 0 < len(said) <= _MOST_CHARACTERS else {}
    except (ValueError, RecursionError):
        known = {}
    pairs = known.items() if isinstance(known, dict) else ()
    return Ledger(
        replacing=replacing, before={key: one for key, one in pairs if isinstance(one, str)}
    )
