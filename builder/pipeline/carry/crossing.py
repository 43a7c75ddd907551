"""From one edition to the next: where what was said of each indicator belongs now."""

from collections.abc import Mapping
from functools import cached_property

from builder.editions.change import Aspect
from builder.editions.match import Match, Matching, Relation
from builder.editions.matching import match_schemes
from builder.editions.node_changes import node_changes, parents
from builder.frozen import frozen
from builder.model.official import Indicator
from builder.model.scheme import Scheme

# What may be different where a score still means the same.
_HARMLESS = frozenset({Aspect.NUMBER, Aspect.PLACE})
_GONE = "新方案没有这一项"


@frozen
class Route:
    """Where what was said of an indicator belongs now: nowhere, or a place; and why to look."""

    to: Indicator | None
    check: str = ""
    reason: str = ""


@frozen
class Crossing:
    """The kit of the old edition and that of the new one, whatever was filled in."""

    old: Scheme
    new: Scheme

    @cached_property
    def matching(self) -> Matching:
        """What became of every indicator of the old kit."""
        return match_schemes(self.old, self.new)

    @cached_property
    def old_parents(self) -> Mapping[str, Indicator]:
        """The indicator above each of the old kit, by the lower one's code."""
        return parents(self.old)

    @cached_property
    def new_parents(self) -> Mapping[str, Indicator]:
        """The indicator above each of the new kit, by the lower one's code."""
        return parents(self.new)

    def route(self, code: str) -> Route:
        """Where what was said of an old indicator belongs."""
        return self._routes.get(code) or Route(to=None, reason=_GONE)

    @cached_property
    def _routes(self) -> Mapping[str, Route]:
        return {node.code: self._route(node.code) for node in self.old.walk}

    def _route(self, code: str) -> Route:
        match = self.matching.by_old.get(code)
        if match is None or not match.new:
            return Route(to=None, reason=_GONE)
        target = match.new[0]
        if match.doubt:
            return Route(to=None, reason=f"对应拿不准（{match.doubt}），可能是新“{target.label}”")
        return Route(to=target, check=self._check(match))

    def keeps_scores(self, code: str) -> bool:
        """Whether a score of an old indicator still means the same."""
        match = self.matching.by_old.get(code)
        scales = [(one.scale, one.step, one.bands) for one in (self.old, self.new)]
        if match is None or match.doubt or match.relation is not Relation.ONE:
            return False
        changes = node_changes(match, self.matching, self.old, self.new)
        return scales[0] == scales[1] and all(one.aspect in _HARMLESS for one in changes)

    def _check(self, match: Match) -> str:
        """Why an answer should be looked at; empty where nothing that matters changed."""
        if match.relation is Relation.SPLIT:
            parts = "、".join(f"“{node.label}”" for node in match.new)
            return f"原来一项拆成了{parts}，请分开写"
        if match.relation is Relation.MERGED:
            return f"由{'、'.join(f'“{node.label}”' for node in match.old)}合并而成"
        changes = node_changes(match, self.matching, self.old, self.new)
        changed = dict.fromkeys(
            one.aspect.label for one in changes if one.aspect not in (*_HARMLESS, Aspect.POINTS)
        )
        return f"{'、'.join(changed)}有改动，请对照新的原文" if changed else ""
