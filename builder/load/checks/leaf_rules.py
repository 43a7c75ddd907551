"""Whether the rules of leaves can be counted by: full marks, options, bands, bonuses."""

import re
from collections.abc import Iterator
from decimal import Decimal

from builder.findings.finding import Finding
from builder.formula.render import plain_number
from builder.load.checks.sums import has_worth
from builder.load.grades import undemanded
from builder.load.problems import finding_at
from builder.model.leaf_rules import (
    Cases,
    DirectPoints,
    LeafRule,
    Measure,
    PercentInBand,
    PickMany,
    PickOne,
)
from builder.model.official import Indicator, Parts
from builder.model.points import is_leaf
from builder.model.scheme import Scheme
from builder.model.scoring_ways import step_of

_SCALES = (DirectPoints, PercentInBand)
# A. and A：, （1） and ①, but not 5S and not 3项.
_CALLED = re.compile(
    r"[（(]?([a-hａ-ｈ]|[0-9]{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳])[.．、:：)）](?![0-9])"
)


def check_rules_stand_alone(scheme: Scheme) -> Iterator[Finding]:
    """What is scored by a rule has no points beneath it, on indicators or on criteria."""
    for node in scheme.walk:
        if node.rule is None or isinstance(node.rule, _SCALES):
            continue
        options = len(node.rule.options) if isinstance(node.rule, PickOne | PickMany) else 0
        scored = sum(item.points is not None for item in node.criteria)
        if (node.children and any(has_worth(child) for child in node.children)) or (
            scored and scored != options
        ):
            yield finding_at("QA297", node.position, indicator=node.code, actual=node.label)
        elif node.points is None and not scored:
            yield finding_at("QA153", node.position, indicator=node.code, actual=node.label)


def check_options(scheme: Scheme) -> Iterator[Finding]:
    """No two options of a leaf read alike in its dropdown or are called by one letter or number."""
    for node in scheme.walk:
        if isinstance(node.rule, PickOne | PickMany):
            words = [" ".join(option.text.split()).casefold() for option in node.rule.options]
            called = [match[1] for one in words if (match := _CALLED.match(one))]
            twice = _twice(words) or _twice(called).upper()
            if twice:
                yield finding_at("QA295", node.position, indicator=node.code, actual=twice)


def check_grades_demand(scheme: Scheme) -> Iterator[Finding]:
    """Where tables say what each grade demands, none of the grades is left out."""
    for node in scheme.walk:
        missing = undemanded(node, scheme.grades)
        if missing:
            yield finding_at(
                "QA269",
                node.tables[0].position,
                indicator=node.code,
                actual=node.label,
                expected="、".join(missing),
            )


def check_full_marks(scheme: Scheme) -> Iterator[Finding]:
    """The best a rule can give is full marks, no less and, of options and figures, no more."""
    for node in scheme.walk:
        yield from _steps(scheme, node)
        best = None if node.rule is None else _best(node.rule)
        if best is None or node.points is None or (node.parts is Parts.ONE and _listed(node)):
            continue
        enough = best >= node.points if isinstance(node.rule, PickMany | Cases) else False
        if best != node.points and not enough:
            yield finding_at(
                "QA291",
                node.position,
                indicator=node.code,
                actual=node.label,
                best=plain_number(best),
                expected=plain_number(node.points),
            )


def check_bonuses(scheme: Scheme) -> Iterator[Finding]:
    """What counts beyond the total stands under no other indicator."""
    roots = {root.code for root in scheme.indicators}
    for node in scheme.walk:
        if node.bonus and node.code not in roots:
            yield finding_at("QA296", node.position, indicator=node.code, actual=node.label)


def check_bands_there(scheme: Scheme) -> Iterator[Finding]:
    """A leaf that is scored by bands needs the scheme's bands."""
    if scheme.bands:
        return
    for node in scheme.walk:
        if isinstance(node.rule, PercentInBand):
            yield finding_at("QA298", node.position, indicator=node.code, actual=node.label)
            return


def _steps(scheme: Scheme, node: Indicator) -> Iterator[Finding]:
    """Full marks that no step of a leaf's own reaches."""
    if not isinstance(node.rule, DirectPoints) or not is_leaf(scheme, node):
        return
    step = step_of(scheme, node.rule)
    if node.points is not None and node.points % step:
        yield finding_at(
            "QA179",
            node.position,
            actual=f"{step:f}",
            expected="1" if not node.points % 1 else "0.5",
            at=f"“{node.label}”的满分（{node.points:f} 分）",
        )


def _twice(names: list[str]) -> str:
    """The first that is there more than once, empty where none is."""
    return next((one for one in names if names.count(one) > 1), "")


def _best(rule: LeafRule) -> Decimal | None:
    """The most a rule gives before its cap, ``None`` where that is always full marks."""
    match rule:
        case PickOne():
            return max(option.points for option in rule.options)
        case PickMany():
            points = sorted((option.points for option in rule.options), reverse=True)
            return sum(points[: rule.best], Decimal(0))
        case Measure():
            points_of_rows = [span.points for span in rule.spans]
            return max((*points_of_rows, *(knot.points for knot in rule.knots)))
        case _:
            return None


def _listed(node: Indicator) -> bool:
    """Whether the options are criteria, whose best is compared where they are read."""
    return any(item.points is not None for item in node.criteria)
