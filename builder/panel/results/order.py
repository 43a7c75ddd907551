"""The order of applicants by an office's rules: exact, and the same for the same points."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from builder.model.panel.record import Outcome
from builder.model.panel.rules import PanelRules
from builder.model.panel.stage_rules import Gate

Ranked = TypeVar("Ranked")


def ranked(outcomes: Sequence[Outcome], rules: PanelRules) -> tuple[Outcome, ...]:
    """The outcomes group by group from the first place on, each with its place and if shortlisted.

    What was chosen for a kit decides what its points measure, so that only equals are compared,
    category by category where the office has some.

    Equals share a place and the next ones are left out, unless the rules name indicators that
    decide among them. A flagged veto keeps nobody out by itself: people decide.
    """
    groups = dict.fromkeys(one.group for one in outcomes)
    return tuple(
        placed
        for group in groups
        for placed in _placed([one for one in outcomes if one.group == group], rules)
    )


def gate_of(outcome: Outcome, rules: PanelRules) -> Gate:
    """The line and the places of the group of an outcome."""
    return rules.gate(*outcome.categories)


def by_material(outcomes: Sequence[Outcome], gate: Gate, rules: PanelRules) -> tuple[Outcome, ...]:
    """The outcomes of the material alone, each with whether it does not take one to the site."""
    alone = [replace(one, total=one.material, out=False) for one in outcomes]
    whole = replace(rules, tie_break=(), line=gate.line, places=gate.places, categories=())
    return tuple(
        replace(one, out=not gate.lets(one.place, one.total)) for one in ranked(alone, whole)
    )


def places_of(ordered: Sequence[Ranked], key: Callable[[Ranked], object]) -> list[int]:
    """The place of each of those in order; equals share one and the next ones are left out."""
    places: list[int] = []
    for number, one in enumerate(ordered, start=1):
        shared = bool(places) and key(ordered[number - 2]) == key(one)
        places.append(places[-1] if shared else number)
    return places


def crowded(places: Iterable[int], most: int | None) -> int:
    """How many have got places where more have than there are, as equals share one; else 0."""
    inside = sum(0 < place <= (most or 0) for place in places)
    return inside if most is not None and inside > most else 0


def _placed(outcomes: Sequence[Outcome], rules: PanelRules) -> list[Outcome]:
    ordered = sorted(
        (one for one in outcomes if not one.out),
        key=lambda one: (_key(one, rules), one.applicant),
    )
    places = places_of(ordered, lambda one: _key(one, rules))
    placed: list[Outcome] = []
    for one, place in zip(ordered, places, strict=True):
        gate = gate_of(one, rules)
        inside = gate.places is not None and gate.lets(place, one.total)
        placed.append(replace(one, place=place, shortlisted=inside))
    out = sorted((one for one in outcomes if one.out), key=lambda one: (-one.total, one.applicant))
    return placed + [replace(one, place=0, shortlisted=False) for one in out]


def _key(outcome: Outcome, rules: PanelRules) -> tuple[Decimal, ...]:
    ties = (outcome.points.get(code, Decimal()) for code in rules.tie_break)
    return (-outcome.total, *(-points for points in ties))
