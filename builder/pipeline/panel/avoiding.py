"""Which applicants a reviewer must not judge, as an office's list names them."""

from collections.abc import Iterator, Sequence

from builder.findings.finding import Finding, Place
from builder.frozen import frozen
from builder.model.firm_names import Likeness, core, likeness, nearest_named, plain
from builder.model.nearest import nearest
from builder.model.panel.task import Reviewer


@frozen
class Avoiding:
    """The conflicts by the reviewer's code and the applicant's name, and what is said of them."""

    conflicts: frozenset[tuple[str, str]]
    findings: tuple[Finding, ...]


def avoiding(
    reviewers: Sequence[Reviewer], applicants: Sequence[str], place: Place, least: int = 1
) -> Avoiding:
    """Who must not judge whom; a word that names no applicant or several is told and means none.

    ``place`` is the list, ``least`` how many reviewers each applicant needs.
    """
    conflicts: set[tuple[str, str]] = set()
    findings: list[Finding] = []
    for reviewer in reviewers:
        for word in reviewer.avoids:
            met = nearest_named(word, applicants)
            findings += _said(reviewer, word, met, applicants, place)
            conflicts |= {(reviewer.code, one) for one in met if len(met) == 1}
        for unit in reviewer.units:
            own = nearest_named(unit, applicants)
            conflicts |= {(reviewer.code, one) for one in own}
            findings += (
                Finding.at("QA975", place, actual=unit, reviewer=reviewer.name, applicant=one)
                for one in own
            )
    if not any(one.code in ("QA963", "QA964") for one in findings):
        findings += _too_few(reviewers, applicants, conflicts, place, least)
    return Avoiding(conflicts=frozenset(conflicts), findings=tuple(findings))


def _said(
    reviewer: Reviewer, word: str, met: Sequence[str], applicants: Sequence[str], place: Place
) -> Iterator[Finding]:
    if not met:
        near = _nearest(word, applicants)
        hint = f"是不是“{near}”？" if near else ""
        yield Finding.at("QA963", place, actual=word, reviewer=reviewer.name, hint=hint)
    elif len(met) > 1:
        count, called = str(len(met)), "”“".join(met[:_TOLD])
        hint = f"是不是“{called}”{'等' if len(met) > _TOLD else ''}中的一个？"
        yield Finding.at(
            "QA964", place, expected=count, actual=word, reviewer=reviewer.name, hint=hint
        )
    elif plain(word) not in plain(met[0]):
        # Two firms may differ by form, place or group alone: people say which is meant.
        hint = f"是不是“{met[0]}”？"
        yield Finding.at("QA963", place, actual=word, reviewer=reviewer.name, hint=hint)
    elif likeness(word, met[0]) is not Likeness.SAME:
        yield Finding.at("QA974", place, actual=word, reviewer=reviewer.name, applicant=met[0])


# Names that a question can list.
_TOLD = 3


def _nearest(word: str, applicants: Sequence[str]) -> str:
    """The applicant probably meant, in whatever form, place or script it is written."""
    by_core = {core(one): one for one in applicants}
    return nearest(word, applicants) or by_core.get(nearest(core(word), by_core), "")


def _too_few(
    reviewers: Sequence[Reviewer],
    applicants: Sequence[str],
    conflicts: set[tuple[str, str]],
    place: Place,
    least: int,
) -> Iterator[Finding]:
    for applicant in applicants:
        left = sum((one.code, applicant) not in conflicts for one in reviewers)
        if left == 0:
            yield Finding.at("QA965", place, applicant=applicant)
        elif left < least:
            yield Finding.at(
                "QA976", place, expected=str(least), actual=str(left), applicant=applicant
            )
    for reviewer in reviewers:
        if all((reviewer.code, one) in conflicts for one in applicants):
            yield Finding.at("QA977", place, reviewer=reviewer.name)
