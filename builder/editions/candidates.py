"""Pairs of indicators of two editions, and how much speaks for each."""

from collections.abc import Iterator, Sequence

from builder.editions.texts import (
    Profile,
    alike,
    asked_lines,
    most_alike,
    profile,
    whole_lines,
)
from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.model.official import Indicator
from builder.model.scheme import Scheme

# How much a name says beside the text under it, and where only one of both has a text.
_NAME, _TEXT, _NAME_ALONE = 0.35, 0.65, 0.75
# What decides between equals: the code, what lies above, the order.
_CODE, _ABOVE, _ORDER = 0.05, 0.05, 0.01
# Less in common is no pair at all.
LEAST = 0.33


@frozen
class Said:
    """An indicator as it is compared: its place in order, its texts, the names above it."""

    node: Indicator
    place: float
    name: Profile
    own: Profile
    whole: Profile
    above: Profile
    parent: str

    @property
    def is_named(self) -> bool:
        """Whether the name is its own: a scored criterion has only that of its indicator."""
        return not self.node.criterion


@frozen
class Candidate:
    """A pair: how much the two share, and with what else speaks for it."""

    old: Said
    new: Said
    shared: float
    weight: float
    same_place: bool


def said_by(scheme: Scheme) -> tuple[Said, ...]:
    """Every indicator of a scheme as it is compared, in official order."""
    count = max(1, sum(1 for _ in scheme.walk))
    walked = [step for root in scheme.indicators for step in _walk(root, (), "")]
    return tuple(
        Said(
            node=node,
            place=place / count,
            name=profile((node.name,)),
            own=profile(asked_lines(node)),
            whole=profile(whole_lines(node)),
            above=profile(names),
            parent=parent,
        )
        for place, (node, names, parent) in enumerate(walked)
    )


def _walk(
    node: Indicator, names: tuple[str, ...], parent: str
) -> Iterator[tuple[Indicator, tuple[str, ...], str]]:
    yield node, names, parent
    for child in node.children:
        yield from _walk(child, (*names, node.name), node.code)


def candidates(old: Sequence[Said], new: Sequence[Said]) -> list[Candidate]:
    """Every pair with enough in common, what most speaks for first."""
    pairs = (_candidate(one, other) for one in old for other in new)
    found = [pair for pair in pairs if pair is not None]
    return sorted(found, key=lambda pair: -pair.weight)


def _candidate(old: Said, new: Said) -> Candidate | None:
    name = _names(old, new)
    shared = _shared(old, new, name)
    same_code = old.node.code == new.node.code
    above = 1.0 if not (old.above or new.above) else alike(old.above, new.above)
    same_place = name is not None and name >= 1 and (same_code or above >= 1)
    if shared < LEAST and not same_place:
        return None
    near = 1 - abs(old.place - new.place)
    weight = shared + _CODE * same_code + _ABOVE * above + _ORDER * near
    return Candidate(old=old, new=new, shared=shared, weight=weight, same_place=same_place)


def _names(old: Said, new: Said) -> float | None:
    """How alike the names are, ``None`` where one has none of its own."""
    if not (old.is_named and new.is_named):
        return None
    if reduced(old.node.name) == reduced(new.node.name):
        return 1.0
    return alike(old.name, new.name)


def _shared(old: Said, new: Said, name: float | None) -> float:
    if old.whole and new.whole:
        named = 0.0 if name is None else _NAME * name
        weight = 1.0 if name is None else _TEXT
        if named + weight * most_alike(old.whole, new.whole) < LEAST:
            return 0.0
        return named + weight * alike(old.whole, new.whole)
    if name is None:
        return 0.0
    return _NAME_ALONE * name if old.whole or new.whole else name
