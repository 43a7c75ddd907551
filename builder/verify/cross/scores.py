"""Scores that the text does not bear out."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from builder.findings.finding import Finding
from builder.formula.render import plain_number
from builder.frozen import frozen
from builder.kit.kit_plan import KitPlan
from builder.verify.held import Held
from builder.verify.word.returned import ReturnedReport, place_of
from builder.word.written import WrittenSection

# From this share of its points on a score is high.
HIGH = Decimal("0.7")
# A text below this part of its share is far below it.
FAR_BELOW = Decimal("0.25")


@frozen
class _Scored:
    """A scored indicator: its exact points and how many it may have."""

    score: Decimal
    points: Decimal

    @property
    def is_high(self) -> bool:
        return self.points > 0 and self.score >= self.points * HIGH


def check_scores_told(report: ReturnedReport, held: Held[KitPlan], path: str) -> Iterator[Finding]:
    """High scores of indicators whose sections are empty or far shorter than their share."""
    known = _known(held)
    for code, sections in _answers(report.sections, known):
        score = known[code]
        written = sum(one.characters for one in sections)
        share = sum(_share(one) for one in sections)
        if not score.is_high or not sections or any(one.unseen for one in sections):
            # What is not seen is told as the cause of too little text.
            continue
        if not written:
            yield _finding("QA771", sections, score, written, share, path)
        elif share and written < share * FAR_BELOW:
            yield _finding("QA772", sections, score, written, share, path)


def _known(held: Held[KitPlan]) -> dict[str, _Scored]:
    """Every scored indicator by its code."""
    points = held.exact.points
    leaves = {
        leaf.code: _Scored(score=points(leaf.counted), points=leaf.points)
        for leaf in held.plan.leaves
    }
    return leaves | {
        group.code: _Scored(score=points(group.score), points=group.points)
        for group in held.plan.groups
    }


def _answers(
    sections: tuple[WrittenSection, ...], known: Mapping[str, _Scored]
) -> Iterator[tuple[str, tuple[WrittenSection, ...]]]:
    """The lowest scored indicator over every answer, with all the answers under it."""
    owner = ""
    depth = 0
    found: dict[str, list[WrittenSection]] = {}
    for one in sections:
        section = one.section
        if not section.code:
            continue
        if section.code in known:
            owner, depth = section.code, section.level
        elif section.level <= depth:
            owner = ""
        if owner and section.answer is not None and one.heading is not None:
            found.setdefault(owner, []).append(one)
    for code, inside in found.items():
        yield code, tuple(inside)


def _share(one: WrittenSection) -> int:
    return 0 if one.section.answer is None else one.section.answer.characters or 0


def _finding(
    rule: str,
    sections: tuple[WrittenSection, ...],
    score: _Scored,
    written: int,
    share: int,
    path: str,
) -> Finding:
    return Finding(
        code=rule,
        place=place_of(sections[0], path),
        expected=str(share),
        actual=str(written),
        details={
            "heading": sections[0].section.heading,
            "score": plain_number(score.score),
            "points": plain_number(score.points),
        },
    )
