"""What a person decides: a question with its place in the notice, a proposal, and what may be said.

A question knows itself by its key, which says what it is about and not where it stands, so that an
answer is found again when the notice was amended.
"""

from collections.abc import Mapping
from dataclasses import field

from builder.frozen import frozen


@frozen
class Question:
    """One question; with no ``options`` any text answers it.

    ``proposal`` is what is written until somebody answers. ``subject`` names it in few words.
    """

    key: str
    subject: str
    words: str
    proposal: str
    place: str = ""
    options: tuple[str, ...] = ()

    def takes(self, answer: str) -> bool:
        """Whether that can be an answer."""
        return not self.options or answer in self.options


@frozen
class Decision:
    """An answer, and to which proposal it was given."""

    answer: str
    subject: str = ""
    proposal: str = ""


@frozen
class Decisions:
    """The answers so far, by the key of their question."""

    by_key: Mapping[str, Decision] = field(default_factory=dict)

    def answer(self, question: Question) -> str | None:
        """The answer to a question, ``None`` where there is none that fits it now.

        Where the proposal has changed since, the notice says something else, and it is asked again.
        """
        found = self.by_key.get(question.key)
        if found is None or not question.takes(found.answer):
            return None
        if found.proposal and found.proposal != question.proposal:
            return None
        return found.answer

    def with_answer(self, question: Question, answer: str) -> "Decisions":
        """These and one more."""
        made = Decision(answer=answer, subject=question.subject, proposal=question.proposal)
        return Decisions(by_key={**self.by_key, question.key: made})
