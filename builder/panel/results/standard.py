"""Reviewers made comparable: exact fractions of their own points, rounded once."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor

from builder.model.panel.join import Standard
from builder.model.panel.task import Opinion

# Decimal places of a score that was made comparable.
PLACES = 4
_ONE = 10**PLACES
# What a reviewer gave one indicator of each applicant, and the mean of all who judged it.
_Given = Sequence[tuple[Fraction, Fraction]]


def standardised(
    opinions: Sequence[Opinion], rule: Standard, points: Mapping[str, Mapping[str, Decimal]]
) -> dict[str, dict[str, Decimal]]:
    """The points that count, by seat and indicator; never below nought or above the points.

    ``points`` are those of the indicators of each applicant.
    """
    means = _means(opinions)
    found: dict[str, dict[str, Decimal]] = {}
    for reviewer in dict.fromkeys(one.reviewer for one in opinions):
        own = [one for one in opinions if one.reviewer == reviewer]
        for code in dict.fromkeys(code for one in own for code in one.points):
            judged = [one for one in own if code in one.points]
            beside = [(Fraction(one.points[code]), means[one.applicant, code]) for one in judged]
            for one, fair in zip(judged, _fair(beside, rule), strict=True):
                seat = found.setdefault(f"{reviewer}-{one.applicant}", {})
                seat[code] = _within(fair, points[one.applicant][code])
    return found


def _means(opinions: Sequence[Opinion]) -> dict[tuple[str, str], Fraction]:
    """What all reviewers of an applicant gave each indicator on the average."""
    given: dict[tuple[str, str], tuple[Decimal, int]] = {}
    for one in opinions:
        for code, score in one.points.items():
            total, count = given.get((one.applicant, code), (Decimal(), 0))
            given[one.applicant, code] = (total + score, count + 1)
    return {place: Fraction(total) / count for place, (total, count) in given.items()}


def _fair(given: _Given, rule: Standard) -> list[Fraction]:
    scores = [score for score, _ in given]
    middles = [middle for _, middle in given]
    own, all_ = _mean(scores), _mean(middles)
    if rule is Standard.SHIFT:
        return [score - own + all_ for score in scores]
    reach = max(scores) - min(scores)
    if not reach:
        # One who gives everybody the same tells nothing apart.
        return [all_ for _ in scores]
    wide = max(middles) - min(middles)
    return [all_ + (score - own) * wide / reach for score in scores]


def _mean(numbers: Iterable[Fraction]) -> Fraction:
    found = list(numbers)
    return sum(found, Fraction()) / len(found)


def _within(score: Fraction, points: Decimal) -> Decimal:
    """The score rounded half up, between nought and the points."""
    capped = max(Fraction(), min(Fraction(points), score))
    units = Decimal(floor(capped * _ONE + Fraction(1, 2)))
    return units.scaleb(-PLACES)
