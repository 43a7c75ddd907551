"""Reviewers made comparable where an office's rules ask for it, and who cannot be."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from builder.findings.finding import Finding, Place
from builder.model.panel.join import FEWEST_JUDGED
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import Opinion, PanelTask
from builder.model.points import effective_points
from builder.panel.results.standard import standardised
from builder.pipeline.panel.planning import kit_of
from builder.pipeline.verify import Verifier


def evened(
    opinions: Sequence[Opinion], rules: PanelRules, task: PanelTask, verifier: Verifier
) -> dict[str, dict[str, Decimal]]:
    """The points that are joined by seat and indicator; none where the rules leave them alone."""
    if rules.standard is None:
        return {}
    points: dict[str, dict[str, Decimal]] = {}
    for one in task.applicants:
        scheme, _ = kit_of(one, verifier)
        found = ((node.code, effective_points(scheme, node)) for node in scheme.walk)
        points[one.code] = {code: most for code, most in found if most is not None}
    return standardised(opinions, rules.standard, points)


def judged_too_few(
    opinions: Sequence[Opinion], rules: PanelRules, task: PanelTask, place: Place
) -> Iterator[Finding]:
    """A finding for each reviewer whose leniency cannot be told from the few he judged."""
    if rules.standard is None:
        return
    for one in task.reviewers:
        judged = sum(opinion.reviewer == one.code for opinion in opinions)
        if 0 < judged < FEWEST_JUDGED:
            yield Finding.at(
                "QA1144",
                place,
                expected=str(FEWEST_JUDGED),
                actual=str(judged),
                reviewer=f"{one.code} {one.name}",
            )
