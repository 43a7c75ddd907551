"""The arithmetic of a scheme: what its parts add up to, beside what it states.

Every number is exact. Choices are evaluated one kit at a time, a composed indicator by its rule.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from builder.load.checks.kits import every_kit
from builder.load.checks.places import TOTAL
from builder.model.scheme import Composition, Indicator, Position, Scheme


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


def contradictions(scheme: Scheme, *, corrected: bool) -> tuple[Contradiction, ...]:
    """Each contradiction of any kit once, in official order, those of the total last.

    The scheme is taken with its corrections, or as the notice prints it.
    """
    changes = {one.where: one.value for one in scheme.corrections} if corrected else {}
    kits = [_Arithmetic.of(kit, changes) for kit in every_kit(scheme)]
    found = [one for kit in kits for one in kit.of_nodes]
    found.sort(key=lambda one: one.position.line)
    found.extend(one for kit in kits for one in kit.of_total)
    return tuple({one.numbers: one for one in found}.values())


@dataclass(frozen=True, kw_only=True)
class _Arithmetic:
    """One kit to be added up, in which some points are changed."""

    kit: Scheme
    changes: Mapping[str, Decimal]
    rules: Mapping[str, Composition]

    @classmethod
    def of(cls, kit: Scheme, changes: Mapping[str, Decimal]) -> "_Arithmetic":
        """The arithmetic of a kit, its rules by the indicator they compute."""
        rules = {rule.code: rule for rule in reversed(kit.compositions)}
        return cls(kit=kit, changes=changes, rules=rules)

    @property
    def of_nodes(self) -> Iterator[Contradiction]:
        """Indicators whose parts do not add up to their points."""
        for node in self.kit.walk:
            stated, actual = self._points(node), self._joined(node, self._worth)
            if node.unscored or stated is None or actual is None or stated == actual:
                continue
            yield Contradiction(
                where=node.code,
                name=node.label,
                stated=stated,
                actual=actual,
                position=node.position,
            )

    @property
    def of_total(self) -> Iterator[Contradiction]:
        """The printed roots against the total; then the most that can be scored against it."""
        kit = self.kit
        stated = self.changes.get(TOTAL, kit.total)
        roots = [root for root in kit.indicators if not root.unscored]
        printed = _sum(self._worth(root) for root in roots)
        most = _sum(self._most(root) for root in roots)
        for actual in (printed, most):
            if actual is not None and actual != stated:
                yield Contradiction(
                    where=TOTAL,
                    name=kit.title,
                    stated=stated,
                    actual=actual,
                    position=kit.position,
                )

    def _worth(self, node: Indicator) -> Decimal | None:
        points = self._points(node)
        return self._joined(node, self._worth) if points is None else points

    def _most(self, node: Indicator) -> Decimal | None:
        """The most an applicant can score: what the parts give, capped by the node's points."""
        points, beneath = self._points(node), self._joined(node, self._most)
        if points is None or beneath is None:
            return beneath if points is None else points
        return min(points, beneath)

    def _joined(
        self, node: Indicator, value: Callable[[Indicator], Decimal | None]
    ) -> Decimal | None:
        """The parts of a node joined: by its rule, or else added up; nothing by a wrong rule."""
        parts = scored_children(node)
        rule = self.rules.get(node.code)
        if rule is None:
            return _sum(value(child) for child in parts.values())
        if not all(code in parts for _, code in rule.terms):
            return None
        return _sum(_times(factor, value(parts[code])) for factor, code in rule.terms)

    def _points(self, node: Indicator) -> Decimal | None:
        return self.changes.get(node.code, node.points)


def scored_children(node: Indicator) -> dict[str, Indicator]:
    """The children that give points to a node, by code."""
    return {child.code: child for child in node.children if has_worth(child)}


def has_worth(node: Indicator) -> bool:
    """Whether the node, its criteria or anything scored beneath it has points."""
    if node.unscored:
        return False
    return (
        node.points is not None
        or any(criterion.points is not None for criterion in node.criteria)
        or any(has_worth(child) for child in node.children)
    )


def _times(factor: Decimal, value: Decimal | None) -> Decimal | None:
    return None if value is None else (factor * value).normalize()


def _sum(parts: Iterable[Decimal | None]) -> Decimal | None:
    known = [part for part in parts if part is not None]
    return sum(known, start=Decimal(0)) if known else None
