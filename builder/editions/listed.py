"""Lists of two editions held against each other: what is in both, in one, or in other words."""

from collections.abc import Iterator, Sequence

from builder.editions.change import Aspect, Change
from builder.editions.texts import alike, profile
from builder.frozen import frozen

# From here on one wording is another made of it.
_SAME_ITEM = 0.5


@frozen
class Item:
    """One entry of a list: what it is known by, and all it says."""

    name: str
    text: str


def list_changes(aspect: Aspect, old: Sequence[Item], new: Sequence[Item]) -> Iterator[Change]:
    """What changed from one list to the other; an order alone is no change.

    Entries are the same by all they say, else by their names, else by likeness.
    """
    before, after = list(old), list(new)
    for one in old:
        if one in after:
            before.remove(one)
            after.remove(one)
    pairs: dict[int, Item] = {}
    for one in tuple(before):
        other = _counterpart(one, before, after)
        if other is not None:
            after.remove(other)
            pairs[id(one)] = other
    for one in before:
        other = pairs.get(id(one))
        if other is None:
            yield Change(aspect=aspect, name=one.name, old=one.text, new="")
        elif one.text == other.text:
            yield Change.of(aspect, other.name, one.name, other.name)
        else:
            yield Change.of(aspect, other.name, one.text, other.text)
    for one in after:
        yield Change(aspect=aspect, name=one.name, old="", new=one.text)


def _counterpart(one: Item, before: Sequence[Item], after: Sequence[Item]) -> Item | None:
    """What has taken the place of an entry: of its text, of its name, or most like it."""
    same = next((other for other in after if other.text == one.text), None)
    if same is not None:
        return same
    likeness = [(alike(profile((one.text,)), profile((other.text,))), other) for other in after]
    best = max(likeness, key=lambda pair: pair[0], default=None)
    if best is not None and best[0] >= _SAME_ITEM:
        return best[1]
    named = (other for other in after if other.name == one.name)
    taken = {each.text for each in before if each is not one}
    return next((other for other in named if other.text not in taken), None)
