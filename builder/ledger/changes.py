"""What changed between two verdicts on the materials of one applicant."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.faults import Fault, faults_of
from builder.model.verdict import ScorePart, Verdict


@frozen
class ScoreChange:
    """A score before and after; ``None`` where there was none."""

    label: str
    before: Decimal | None
    after: Decimal | None


@frozen
class Changes:
    """Findings that are gone, new and still there, and scores that are not what they were.

    ``before`` and ``after`` are the paths of the two files.
    """

    before: str
    after: str
    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]
    still: tuple[Finding, ...]
    total: ScoreChange | None
    parts: tuple[ScoreChange, ...]


def changes(before: Verdict, after: Verdict) -> Changes:
    """What changed; the same code at the same place is the same finding."""
    gone, _ = _apart(before.findings, after.findings)
    new, still = _apart(after.findings, before.findings)
    total = _changed("总分", _total(before), _total(after))
    return Changes(
        before=before.path,
        after=after.path,
        gone=gone,
        new=new,
        still=still,
        total=total,
        parts=tuple(_parts(before, after)),
    )


def _apart(
    some: Iterable[Finding], others: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings of which no fault is among those of others, and those of which any is."""
    left: Counter[Fault] = Counter(fault for one in others for fault in faults_of(one))
    alone: list[Finding] = []
    both: list[Finding] = []
    for one in some:
        known = [fault for fault in faults_of(one) if left[fault] > 0]
        left.subtract(known)
        (both if known else alone).append(one)
    return tuple(alone), tuple(both)


def _parts(before: Verdict, after: Verdict) -> Iterable[ScoreChange]:
    old, new = ({part.label: part.score for part in _scored(one)} for one in (before, after))
    for label in dict.fromkeys((*old, *new)):
        change = _changed(label, old.get(label), new.get(label))
        if change is not None:
            yield change


def _scored(verdict: Verdict) -> Iterable[ScorePart]:
    return () if verdict.score is None else verdict.score.parts


def _total(verdict: Verdict) -> Decimal | None:
    return None if verdict.score is None else verdict.score.total


def _changed(label: str, before: Decimal | None, after: Decimal | None) -> ScoreChange | None:
    return None if before == after else ScoreChange(label=label, before=before, after=after)
