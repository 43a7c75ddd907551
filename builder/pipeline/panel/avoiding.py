"""Which applicants a reviewer must not judge, as an office's list names them."""

from collections.abc import Iterator, Sequence

from builder.findings.finding import Finding, Place
from builder.model.compared_text import reduced
from builder.model.nearest import did_you_mean
from builder.model.panel.task import Reviewer

_SHORTEST = 2


def avoids(reviewer: Reviewer, applicant: str) -> bool:
    """Whether an applicant is among those a reviewer must not judge."""
    return any(_means(word, applicant) for word in reviewer.avoids)


def amiss(
    reviewers: Sequence[Reviewer], applicants: Sequence[str], place: Place
) -> Iterator[Finding]:
    """What is said of nobody or of everybody, and the applicants that nobody may judge.

    ``place`` is the list; a word that is somebody's whole name says what it means.
    """
    whole = {_plain(one) for one in applicants}
    for reviewer in reviewers:
        for word in reviewer.avoids:
            meant = [one for one in applicants if _means(word, one)]
            everybody = len(meant) == len(applicants) > 1 and _plain(word) not in whole
            if meant and not everybody:
                continue
            yield Finding.at(
                "QA964" if meant else "QA963",
                place,
                expected=str(len(applicants)),
                actual=word,
                reviewer=reviewer.name,
                hint=did_you_mean(word, applicants),
            )
    for applicant in applicants:
        if all(avoids(reviewer, applicant) for reviewer in reviewers):
            yield Finding.at("QA965", place, applicant=applicant)


def _means(word: str, applicant: str) -> bool:
    said, name = _plain(word), _plain(applicant)
    return len(said) >= _SHORTEST and (said in name or name in said)


def _plain(text: str) -> str:
    return reduced(text).casefold()
