"""Answers that stand under the heading of another indicator."""

from collections.abc import Iterator, Mapping

from builder.findings.finding import Finding
from builder.verify.word.nothing import bare, criteria_of, stretches
from builder.verify.word.returned import ReturnedReport, place_of
from builder.word.written import WrittenSection

_STRETCH = 4
# So many stretches that only one indicator has are about two phrases of it; beside them an answer
# in its place has more than a few of its own.
_FEWEST, _TIMES = 8, 4


def check_swapped(
    report: ReturnedReport, nothing: Mapping[str, str], path: str
) -> Iterator[Finding]:
    """One hint for all answers that speak of another indicator alone, whose own is elsewhere too.

    ``nothing`` are the bookmarks of sections of which it is told that they say nothing.
    """
    if report.plan.accept_unusual:
        return
    sections = {one.section.bookmark: one for one in report.sections if one.heading}
    asked = {mark: _asked(one) for mark, one in sections.items() if one.section.answer is not None}
    owners: dict[str, str | None] = {}
    for mark, stretches_of in asked.items():
        for stretch in stretches_of:
            # What several ask tells none of them.
            owners[stretch] = None if stretch in owners else mark
    spoken = {mark: _spoken(sections[mark], owners) for mark in asked if mark not in nothing}
    other = {mark: _other(mark, counts) for mark, counts in spoken.items()}
    astray = {
        mark: meant for mark, meant in other.items() if meant and (meant in nothing or other[meant])
    }
    for mark, meant in list(astray.items())[:1]:
        yield Finding.at(
            "QA578",
            place_of(sections[mark], path),
            actual=str(len(astray)),
            heading=sections[mark].section.heading,
            other=sections[meant].section.heading,
        )


def _asked(one: WrittenSection) -> frozenset[str]:
    texts = (one.section.heading, *criteria_of(one.section))
    return frozenset(each for text in texts for each in stretches(bare(text), _STRETCH))


def _spoken(one: WrittenSection, owners: Mapping[str, str | None]) -> dict[str, int]:
    """How many stretches of each indicator an answer has that no other indicator asks."""
    counts: dict[str, int] = {}
    lines = one.text.split("\n")
    for stretch in {each for line in lines for each in stretches(bare(line), _STRETCH)}:
        owner = owners.get(stretch)
        if owner is not None:
            counts[owner] = counts.get(owner, 0) + 1
    return counts


def _other(mark: str, counts: Mapping[str, int]) -> str:
    """The indicator that an answer speaks of in place of its own, or "" where it is no other's."""
    best = max(counts, key=lambda one: counts[one], default=mark)
    enough = counts.get(best, 0) >= max(_FEWEST, _TIMES * counts.get(mark, 0))
    return best if best != mark and enough else ""
