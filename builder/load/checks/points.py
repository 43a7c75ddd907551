"""Points where the notice must give them, and on one level only."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.load.checks.sums import has_worth
from builder.load.problems import finding_at
from builder.model.official import Indicator
from builder.model.scheme import Scheme


def check_missing_points(scheme: Scheme) -> Iterator[Finding]:
    """Siblings have points or none has, and what nothing above gives points to has its own."""
    composed = frozenset(rule.code for rule in scheme.compositions)
    return _missing(scheme.indicators, composed, covered=False)


def _missing(
    siblings: tuple[Indicator, ...], composed: frozenset[str], *, covered: bool
) -> Iterator[Finding]:
    scored = [node for node in siblings if not node.unscored]
    worthy = {node.code for node in scored if node.code in composed or has_worth(node)}
    if not worthy and covered:
        return
    for node in scored:
        if node.code not in worthy:
            yield finding_at("QA153", node.position, indicator=node.code, actual=node.label)
        else:
            beneath = covered or node.points is not None or node.code in composed
            yield from _missing(node.children, composed, covered=beneath)


def check_points_on_two_levels(scheme: Scheme) -> Iterator[Finding]:
    """No indicator has points both on its criteria and on its children."""
    for node in scheme.walk:
        on_criteria = any(criterion.points is not None for criterion in node.criteria)
        if on_criteria and any(has_worth(child) for child in node.children):
            yield finding_at("QA154", node.position, indicator=node.code, actual=node.label)


def check_something_scored(scheme: Scheme) -> Iterator[Finding]:
    """At least one indicator or criterion takes a score; one that should is told by itself."""
    scored = any(
        not node.unscored and (node.points is not None or any(c.points for c in node.criteria))
        for node in scheme.walk
    )
    if not scored and next(iter(check_missing_points(scheme)), None) is None:
        yield finding_at("QA163", scheme.position)
