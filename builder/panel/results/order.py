"""The order of applicants by an office's rules: exact, and the same for the same points."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from builder.model.panel.record import Outcome
from builder.model.panel.rules import PanelRules


def ranked(outcomes: Sequence[Outcome], rules: PanelRules) -> tuple[Outcome, ...]:
    """The outcomes kit by kit from the first place on, each with its place and if shortlisted.

    What was chosen for a kit decides what its points measure, so that only equals are compared.

    Equals share a place and the next ones are left out, unless the rules name indicators that
    decide among them. A flagged veto keeps nobody out by itself: people decide.
    """
    kits = dict.fromkeys(one.kit for one in outcomes)
    return tuple(
        placed for kit in kits for placed in _placed([o for o in outcomes if o.kit == kit], rules)
    )


def _placed(outcomes: Sequence[Outcome], rules: PanelRules) -> list[Outcome]:
    ordered = sorted(outcomes, key=lambda one: (_key(one, rules), one.applicant))
    placed: list[Outcome] = []
    for number, one in enumerate(ordered, start=1):
        place = number
        if placed and _key(placed[-1], rules) == _key(one, rules):
            place = placed[-1].place
        enough = rules.line is None or one.total >= rules.line
        inside = rules.places is not None and place <= rules.places
        placed.append(replace(one, place=place, shortlisted=inside and enough))
    return placed


def _key(outcome: Outcome, rules: PanelRules) -> tuple[Decimal, ...]:
    ties = (outcome.points.get(code, Decimal()) for code in rules.tie_break)
    return (-outcome.total, *(-points for points in ties))
