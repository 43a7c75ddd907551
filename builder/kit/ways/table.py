"""The one table of what each kind of rule means: writer, verifier, trace and guide read it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from builder.book.evaluation import Evaluation
from builder.kit.kit_plan import LeafPlan
from builder.kit.option_lists import OptionLists
from builder.kit.ways.asked import Asking, Way
from builder.kit.ways.counted import (
    asks_cases,
    explained_cases,
    part_of_cases,
    score_of_cases,
    told_cases,
)
from builder.kit.ways.measured import (
    asks_figures,
    explained_figure,
    judged_figure,
    part_of_figures,
    score_of_figures,
    told_figure,
)
from builder.kit.ways.options import (
    asks_many,
    asks_one,
    explained_many,
    explained_one,
    judged_one,
    judged_parts,
    part_of_many,
    part_of_one,
    score_of_many,
    told_many,
    told_one,
)
from builder.kit.ways.plain import (
    asks_points,
    explained_percent,
    explained_points,
    judged_percent,
    judged_points,
    told_percent,
    told_points,
)
from builder.model.leaf_rules import (
    Cases,
    DirectPoints,
    LeafRule,
    Measure,
    PercentInBand,
    PickMany,
    PickOne,
)
from builder.model.official import Indicator
from builder.model.points import effective_points
from builder.model.scheme import Scheme
from builder.model.scoring_ways import rule_of, step_of

WAYS: Mapping[type[LeafRule], Way] = {
    DirectPoints: Way(
        asks=asks_points,
        judged=judged_points,
        explained=explained_points,
        told=told_points,
        typed=True,
    ),
    # Its band and its percent stand in one row, with the lists of the workbook's bands.
    PercentInBand: Way(
        judged=judged_percent, explained=explained_percent, told=told_percent, typed=True
    ),
    PickOne: Way(
        asks=asks_one,
        part=part_of_one,
        judged=judged_one,
        explained=explained_one,
        told=told_one,
        wanted="下拉列表里的一个选项",
    ),
    PickMany: Way(
        asks=asks_many,
        part=part_of_many,
        score=score_of_many,
        judged=judged_parts,
        explained=explained_many,
        told=told_many,
        wanted="逐项选择符合或不符合",
    ),
    Measure: Way(
        asks=asks_figures,
        part=part_of_figures,
        score=score_of_figures,
        judged=judged_figure,
        explained=explained_figure,
        told=told_figure,
        wanted="一个数",
    ),
    Cases: Way(
        asks=asks_cases,
        part=part_of_cases,
        score=score_of_cases,
        judged=judged_parts,
        explained=explained_cases,
        told=told_cases,
        wanted="每一行的次数",
    ),
}


def way_of(rule: LeafRule) -> Way:
    """What a rule means in a workbook; what is taken off needs no proof."""
    way = WAYS[type(rule)]
    if isinstance(rule, Cases) and rule.deducted:
        return replace(way, proved=False)
    return way


def is_plain(rule: LeafRule | None) -> bool:
    """Whether a leaf asks for points or a percent, as most notices do."""
    return rule is None or isinstance(rule, DirectPoints | PercentInBand)


def told(leaf: LeafPlan, values: Evaluation) -> str:
    """How the points of a leaf came about, nothing where that needs no words."""
    rule = leaf.rule or (PercentInBand() if leaf.banded else DirectPoints())
    return way_of(rule).told(rule, leaf, values)


def asking_of(scheme: Scheme, node: Indicator, lists: OptionLists) -> Asking:
    """A leaf of a scheme as it is asked about."""
    rule = rule_of(scheme, node)
    return Asking(
        node=node,
        rule=rule,
        points=effective_points(scheme, node) or Decimal(0),
        step=step_of(scheme, rule) if isinstance(rule, DirectPoints | PickOne) else Decimal(1),
        listed=lists.by_code.get(node.code),
    )


def explained(asking: Asking) -> tuple[str, ...]:
    """How a leaf is scored, in words."""
    return way_of(asking.rule).explained(asking.rule, asking)


def beside_parts(asking: Asking) -> Indicator:
    """The leaf without the criteria that stand in rows of their own."""
    node, rule = asking.node, asking.rule
    if isinstance(rule, PickMany):
        kept = tuple(item for item in node.criteria if item.points is None)
    elif isinstance(rule, Measure):
        asked = {datum.letter for datum in rule.data}
        kept = tuple(item for item in node.criteria if item.printed[:1] not in asked)
    else:
        return node
    return replace(node, criteria=kept)
