"""The scored indicators of a new kit about which nothing was asked in the old one."""

from collections.abc import Iterator

from builder.editions.carried import CarriedLine, Fate
from builder.editions.match import Match, Relation
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import SCORING
from builder.pipeline.carry.crossing import Crossing

_NEW = "新增的指标，请评分并说明"


def added_lines(crossing: Crossing, plan: KitPlan) -> Iterator[CarriedLine]:
    """A line for every scored indicator that is new, or came of one that was split."""
    for leaf in plan.leaves:
        reason = _reason(crossing.matching.by_new.get(leaf.code), leaf.code)
        if reason:
            yield CarriedLine(
                fate=Fate.LEFT, place="", text="", to=f"{SCORING}　{leaf.label}", reason=reason
            )


def _reason(match: Match | None, code: str) -> str:
    if match is None or match.relation is Relation.NEW or not match.old:
        return _NEW
    if match.relation is Relation.SPLIT and code != match.new[0].code:
        return f"由“{match.old[0].label}”拆出，请评分并说明"
    return ""
