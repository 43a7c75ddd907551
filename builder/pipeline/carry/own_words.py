"""What an old kit holds for the applicant's own use: who, what is good, what is to be done."""

from collections.abc import Iterator, Mapping

from builder.book.naming import indicator_name
from builder.editions.carried import Fate
from builder.editions.match import Relation
from builder.kit.own.improvement_columns import own_name
from builder.kit.status import BLANK
from builder.model.office import OwnPart
from builder.model.returned import ReturnedCell
from builder.pipeline.carry.editions import Editions
from builder.pipeline.carry.move import Move, left, put

_ANEW = {
    own_name(OwnPart.DUE): "完成期限要重新定",
    own_name(OwnPart.TARGET): "目标分要重新定",
    own_name(OwnPart.LAST_SCORE): "上次得分改填这一次的自评得分",
}
_NO_PLACE = "新评分表的改进计划没有这一格"


def carry_own(editions: Editions, answers: Mapping[str, ReturnedCell]) -> Iterator[Move]:
    """What became of the company's own words, ``answers`` by the names of their inputs."""
    for name, cell in answers.items():
        _, item = editions.held.pristine.numbered[name]
        prefix = name.removesuffix(indicator_name("", item.indicator))
        route = editions.crossing.route(item.indicator)
        target = None
        if route.to is not None:
            target = editions.inputs.get(indicator_name(prefix, route.to.code))
        if prefix in _ANEW:
            yield left(item, cell.value, _ANEW[prefix])
        elif target is None:
            yield left(item, cell.value, route.reason or _NO_PLACE)
        else:
            yield put(item, cell.value, target, route.check)


def last_scores(editions: Editions) -> Iterator[Move]:
    """The scores of the old kit as those of last time, where an indicator is worth the same."""
    worth = {leaf.code: leaf.points for leaf in editions.plan.leaves}
    for leaf in editions.held.plan.leaves:
        match = editions.crossing.matching.by_old.get(leaf.code)
        route = editions.crossing.route(leaf.code)
        if match is None or match.relation is not Relation.ONE or route.to is None:
            continue
        target = editions.inputs.get(indicator_name(own_name(OwnPart.LAST_SCORE), route.to.code))
        rated = editions.held.value(leaf.status) != BLANK
        if target is not None and rated and worth.get(route.to.code) == leaf.points:
            score = editions.held.value(leaf.counted)
            yield Move(old=None, value=score, to=target, fate=Fate.KEPT)
