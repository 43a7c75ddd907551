"""The arithmetic of a scheme: what its parts add up to, beside what it states.

Every number is exact. Choices are evaluated one kit at a time, a composed indicator by its rule.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from builder.frozen import frozen
from builder.load.checks.kits import every_kit, only_with
from builder.model import points
from builder.model.join_words import how_joined
from builder.model.official import Indicator, Position
from builder.model.scheme import Scheme

Chosen = tuple[tuple[str, str], ...]
# The decimal places that a number in a scheme may have.
_PLACES = 4


@frozen
class Contradiction:
    """Two numbers of one notice that do not agree: the stated one, and what its parts come to.

    ``name`` is what they are of, with the options that bring them about; ``how`` is the rule by
    which the parts are joined.
    """

    where: str
    name: str
    how: str
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
    kits = [kit if corrected else replace(kit, corrections=()) for kit in every_kit(scheme)]
    found = [(one, kit) for kit in kits for one in _of_nodes(kit)]
    found.sort(key=lambda one: one[0].position.line)
    found.extend((one, kit) for kit in kits for one in _of_total(kit))
    having: dict[tuple[str, Decimal, Decimal], dict[Chosen, Scheme]] = {}
    for one, kit in found:
        having.setdefault(one.numbers, {})[kit.chosen] = kit
    return tuple(
        replace(one, name=f"{one.name}{only_with([*having[one.numbers].values()], kits)}")
        for one in {one.numbers: one for one, _ in found}.values()
    )


def _of_nodes(kit: Scheme) -> Iterator[Contradiction]:
    """Indicators whose parts do not add up to their points."""
    for node in kit.walk:
        stated = points.effective_points(kit, node)
        actual = _shown(points.joined(kit, node, points.worth))
        if node.unscored or stated is None or actual is None or stated == actual:
            continue
        if node.bonus and actual > stated:
            # What counts beyond the total has a cap of its own: no notice makes it out to be a sum.
            continue
        yield Contradiction(
            where=node.code,
            name=node.label,
            how=how_joined(points.join_of(kit, node)),
            stated=stated,
            actual=actual.normalize(),
            position=node.position,
        )


def _of_total(kit: Scheme) -> Iterator[Contradiction]:
    """The printed roots against the total; then the most that can be scored against it."""
    stated = points.effective_total(kit)
    for measure in (points.worth, points.most):
        actual = _shown(points.joined_total(kit, measure))
        if actual is None and any(root.bonus for root in kit.indicators):
            # Nothing counts but what counts beyond the total.
            actual = Decimal(0)
        if actual is not None and actual != stated:
            yield Contradiction(
                where=points.TOTAL,
                name=kit.title,
                how=how_joined(points.total_join(kit)),
                stated=stated,
                actual=actual.normalize(),
                position=kit.position,
            )


def _shown(found: Decimal | None) -> Decimal | None:
    """A sum as a scheme can write it: an average may have no end."""
    rounded = None if found is None else round(found, _PLACES)
    return found if rounded == found else rounded


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
