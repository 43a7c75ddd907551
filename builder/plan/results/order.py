"""The order of companies by an office's rules: exact, and the same for the same points."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from builder.model.panel.record import Outcome
from builder.model.panel.rules import PanelRules


def ranked(outcomes: Sequence[Outcome], rules: PanelRules) -> tuple[Outcome, ...]:
    """The outcomes from the first place on, each with its place and whether it is shortlisted.

    Equals share a place and the next ones are left out, unless the rules name indicators that
    decide among them. A flagged veto keeps nobody out by itself: people decide.
    """
    ordered = sorted(outcomes, key=lambda one: (_key(one, rules), one.company))
    placed: list[Outcome] = []
    for number, one in enumerate(ordered, start=1):
        place = number
        if placed and _key(placed[-1], rules) == _key(one, rules):
            place = placed[-1].place
        enough = rules.line is None or one.total >= rules.line
        inside = rules.places is not None and place <= rules.places
        placed.append(replace(one, place=place, shortlisted=inside and enough))
    return tuple(placed)


def _key(outcome: Outcome, rules: PanelRules) -> tuple[Decimal, ...]:
    ties = (outcome.points.get(code, Decimal()) for code in rules.tie_break)
    return (-outcome.total, *(-points for points in ties))
