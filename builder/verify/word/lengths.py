"""How much was written, against what may be."""

from collections.abc import Iterator
from decimal import Decimal

from builder.findings.finding import Finding, Place
from builder.verify.word.returned import ReturnedReport, place_of
from builder.word.parts import Bounded

# From this share of a bound on the author is warned.
NEAR = Decimal("0.9")
# A section this many times its share takes the room of others, unless it is short all the same.
_FAR_OVER, _SHORT = 2, 500


def check_lengths(report: ReturnedReport, path: str) -> Iterator[Finding]:
    """The overview and the report against their bounds, each section against its share."""
    plan = report.plan
    inside = (
        (plan.overview, [one for one in report.sections if not one.section.code]),
        (plan.report, [one for one in report.sections if one.section.code]),
    )
    for part, sections in inside:
        if part is not None:
            yield from _bounded(part, sum(one.characters for one in sections), path)
    for one in report.sections:
        share = None if one.section.answer is None else one.section.answer.characters
        if share and one.characters > max(share * _FAR_OVER, _SHORT):
            yield Finding(
                code="QA561",
                place=place_of(one, path),
                expected=str(share),
                actual=str(one.characters),
                details={"heading": one.section.heading},
            )


def _bounded(part: Bounded, written: int, path: str) -> Iterator[Finding]:
    if not part.characters or written < part.characters * NEAR:
        return
    yield Finding(
        code="QA554" if written > part.characters else "QA556",
        place=Place(path=path, bookmark=part.bookmark),
        expected=str(part.characters),
        actual=str(written),
        details={"heading": part.heading},
    )
