"""Which indicators of two editions are the same, as data."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from builder.frozen import frozen
from builder.model.official import Indicator


class Relation(StrEnum):
    """What became of an indicator; the value is what JSON carries."""

    ONE = "one"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        """The word a reader sees."""
        return _LABELS[self]


_LABELS = {
    Relation.ONE: "对应",
    Relation.SPLIT: "拆分",
    Relation.MERGED: "合并",
    Relation.NEW: "新增",
    Relation.DROPPED: "取消",
}


@frozen
class Match:
    """Indicators of the older edition and those of the newer one that have taken their place.

    The first of several is the one that is most like the other side. ``doubt`` is why a person
    should look, empty where there is none; ``percent`` is how much of the texts is shared.
    """

    relation: Relation
    old: tuple[Indicator, ...] = ()
    new: tuple[Indicator, ...] = ()
    doubt: str = ""
    percent: int = 0


@frozen
class Matching:
    """All matches: in the order of the newer edition, what was dropped where it would stand."""

    matches: tuple[Match, ...]

    @cached_property
    def by_old(self) -> Mapping[str, Match]:
        """The match of every indicator of the older edition, by its code."""
        return {node.code: match for match in self.matches for node in match.old}

    @cached_property
    def by_new(self) -> Mapping[str, Match]:
        """The match of every indicator of the newer edition, by its code."""
        return {node.code: match for match in self.matches for node in match.new}

    def counterpart(self, code: str) -> Indicator | None:
        """The indicator that stands in the place of an old one, the first of several."""
        match = self.by_old.get(code)
        return match.new[0] if match is not None and match.new else None
