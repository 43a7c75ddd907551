"""Two editions of an award held against each other, whole."""

from collections.abc import Iterator

from builder.editions.change import Change
from builder.editions.match import Match, Matching, Relation
from builder.editions.matching import match_schemes
from builder.editions.node_changes import node_changes
from builder.editions.scheme_changes import Fields, scheme_changes
from builder.frozen import frozen
from builder.model.scheme import Scheme


@frozen
class Compared:
    """One match and what is different on its two sides."""

    match: Match
    changes: tuple[Change, ...]

    @property
    def is_different(self) -> bool:
        """Whether anything at all became of it."""
        return self.match.relation is not Relation.ONE or bool(self.changes)


@frozen
class Comparison:
    """The two editions, their indicators side by side, and what changed beside these."""

    old: Scheme
    new: Scheme
    matching: Matching
    indicators: tuple[Compared, ...]
    others: tuple[Change, ...]

    @property
    def differing(self) -> tuple[Compared, ...]:
        """The indicators of which something is different."""
        return tuple(one for one in self.indicators if one.is_different)

    @property
    def doubtful(self) -> tuple[Match, ...]:
        """The matches that a person should look at."""
        return tuple(match for match in self.matching.matches if match.doubt)


def compare(old: Scheme, new: Scheme, asked: tuple[Fields, Fields]) -> Comparison:
    """What changed from one edition to the other; ``asked`` is what 基本信息 asks in each."""
    matching = match_schemes(old, new)
    return Comparison(
        old=old,
        new=new,
        matching=matching,
        indicators=tuple(_compared(matching, old, new)),
        others=scheme_changes(old, new, matching, asked),
    )


def _compared(matching: Matching, old: Scheme, new: Scheme) -> Iterator[Compared]:
    for match in matching.matches:
        yield Compared(match=match, changes=node_changes(match, matching, old, new))
