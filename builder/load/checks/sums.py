"""The arithmetic of a scheme: what its parts add up to, beside what it states.

Every number is exact. Choices are evaluated one combination at a time, and a number that only a
composition can compute is not added up.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import prod

from builder.load.checks.places import TOTAL
from builder.model.scheme import Choice, Indicator, Position, Scheme

Picked = Mapping[str, str]

MOST_COMBINATIONS = 100


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    """Two numbers of one notice that do not agree: the stated one, and what its parts add up to."""

    where: str
    name: str
    stated: Decimal
    actual: Decimal
    position: Position

    @property
    def numbers(self) -> tuple[str, Decimal, Decimal]:
        """What an acknowledgement must repeat."""
        return self.where, self.stated, self.actual


@dataclass(frozen=True, kw_only=True)
class Arithmetic:
    """A scheme to be added up, with its corrections applied or as the notice prints it."""

    scheme: Scheme
    corrected: Mapping[str, Decimal]
    composed: frozenset[str]
    terms: frozenset[str]

    @classmethod
    def of(cls, scheme: Scheme, *, corrected: bool) -> "Arithmetic":
        """The arithmetic of a scheme, with its corrections or without them."""
        changes = {one.where: one.value for one in scheme.corrections} if corrected else {}
        return cls(
            scheme=scheme,
            corrected=changes,
            composed=frozenset(rule.code for rule in scheme.compositions),
            terms=frozenset(code for rule in scheme.compositions for _, code in rule.terms),
        )

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Each contradiction once, in official order, those of the total last."""
        found = [one for node in self.scheme.walk for one in self._of_node(node)]
        found.extend(self._of_total())
        return tuple({one.numbers: one for one in found}.values())

    def _of_node(self, node: Indicator) -> Iterator[Contradiction]:
        stated = self._points(node)
        if stated is None or node.unscored or node.code in self.composed:
            return
        for picked in self._combinations(node.children, dict(node.variant)):
            actual = self._beneath(node, picked)
            if actual is not None and actual != stated:
                yield Contradiction(
                    where=node.code,
                    name=node.label,
                    stated=stated,
                    actual=actual,
                    position=node.position,
                )

    def _of_total(self) -> Iterator[Contradiction]:
        """The printed roots against the total; then the most that can be scored against it."""
        scheme = self.scheme
        stated = self.corrected.get(TOTAL, scheme.total)
        for picked in self._combinations(scheme.walk, {}):
            roots = self._counted(scheme.indicators, picked)
            printed = _sum(self._worth(root, picked) for root in roots)
            most = _sum(self._most(root, picked) for root in roots)
            for actual in (printed, most):
                if actual is not None and actual != stated:
                    yield Contradiction(
                        where=TOTAL,
                        name=scheme.title,
                        stated=stated,
                        actual=actual,
                        position=scheme.position,
                    )

    def _worth(self, node: Indicator, picked: Picked) -> Decimal | None:
        points = self._points(node)
        return self._beneath(node, picked) if points is None else points

    def _most(self, node: Indicator, picked: Picked) -> Decimal | None:
        """The most an applicant can score: the sum of the parts, capped by the node's points."""
        points = self._points(node)
        if node.code in self.composed:
            return points
        children = self._counted(node.children, picked)
        beneath = _sum(self._most(child, picked) for child in children)
        if beneath is None:
            beneath = _criteria(node)
        if points is None or beneath is None:
            return beneath if points is None else points
        return min(points, beneath)

    def _beneath(self, node: Indicator, picked: Picked) -> Decimal | None:
        children = self._counted(node.children, picked)
        total = _sum(self._worth(child, picked) for child in children)
        return _criteria(node) if total is None else total

    def _points(self, node: Indicator) -> Decimal | None:
        return self.corrected.get(node.code, node.points)

    def _counted(self, nodes: Iterable[Indicator], picked: Picked) -> list[Indicator]:
        return [
            node
            for node in nodes
            if not node.unscored
            and node.code not in self.terms
            and all(picked.get(name) == option for name, option in node.variant)
        ]

    def _combinations(self, nodes: Iterable[Indicator], fixed: Picked) -> Iterator[Picked]:
        """Every way to pick options, for the choices that matter among these nodes."""
        choices = relevant_choices(self.scheme, nodes, fixed)
        if count_combinations(choices) > MOST_COMBINATIONS:
            return
        names = [choice.name for choice in choices]
        for options in product(*(choice.options for choice in choices)):
            yield {**fixed, **dict(zip(names, options, strict=True))}


def relevant_choices(
    scheme: Scheme, nodes: Iterable[Indicator], fixed: Picked
) -> tuple[Choice, ...]:
    """The choices that decide whether some of the nodes are in the kit, beyond those fixed."""
    used = {name for node in nodes for name, _ in node.variant} - set(fixed)
    return tuple(choice for choice in scheme.choices if choice.name in used)


def count_combinations(choices: Iterable[Choice]) -> int:
    """How many ways there are to pick one option of each choice."""
    return prod(len(choice.options) for choice in choices)


def has_worth(node: Indicator) -> bool:
    """Whether the node, its criteria or anything scored beneath it has points."""
    if node.unscored:
        return False
    return (
        node.points is not None
        or _criteria(node) is not None
        or any(has_worth(child) for child in node.children)
    )


def _criteria(node: Indicator) -> Decimal | None:
    return _sum(criterion.points for criterion in node.criteria)


def _sum(parts: Iterable[Decimal | None]) -> Decimal | None:
    known = [part for part in parts if part is not None]
    return sum(known, start=Decimal(0)) if known else None
