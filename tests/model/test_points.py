"""Which points count, and how many can be reached."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from builder.model.joins import Join, JoinKind
from builder.model.official import Indicator
from builder.model.points import (
    attainable_points,
    combined,
    composition_of,
    effective_points,
    effective_total,
    is_leaf,
    maximum,
)
from builder.model.scheme import Correction, Scheme
from tests.kit.samples import CAPPED, DEEP, HERE, node, scheme
from tests.support.own_schemes import own_kit


def corrected(official: Scheme, where: str, value: int) -> Scheme:
    correction = Correction(
        where=where,
        value=Decimal(value),
        basis="更正函",
        approver="张三",
        date="2026-05-01",
        position=HERE,
    )
    return replace(official, corrections=(correction,))


def found(official: Scheme, code: str) -> Indicator:
    return next(each for each in official.walk if each.code == code)


def leaves(official: Scheme) -> list[str]:
    return [each.code for each in official.walk if is_leaf(official, each)]


def test_the_lowest_nodes_with_points_are_scored() -> None:
    assert leaves(CAPPED) == ["1.1", "1.2", "2.1", "2.2", "3"]
    assert leaves(DEEP) == ["2.1.1.1", "2.1.1.2", "2.1.2", "3.1"]


def test_a_node_whose_parts_have_no_points_is_scored_as_a_whole() -> None:
    assert leaves(scheme(node("1", "领导", 100, node("1.1", "战略"), node("1.2", "文化")))) == ["1"]


def test_a_node_declared_unscored_is_never_scored() -> None:
    official = scheme(node("1", "领导", 90), replace(node("2", "概述", 10), unscored=True))
    assert leaves(official) == ["1"]


def test_the_notices_points_count_unless_a_signed_correction_changes_them() -> None:
    official = corrected(CAPPED, "1.1", 35)
    assert effective_points(CAPPED, found(CAPPED, "1.1")) == 30
    assert effective_points(official, found(official, "1.1")) == 35
    assert effective_points(official, found(official, "1.2")) == 20
    assert effective_points(official, found(official, "2")) is None


def test_a_node_can_give_no_more_than_its_points_and_no_more_than_its_parts() -> None:
    assert attainable_points(CAPPED, found(CAPPED, "1")) == 40
    assert attainable_points(CAPPED, found(CAPPED, "2")) == 50
    short = scheme(node("1", "质量", 300, node("1.1", "改进", 285)), total=300)
    assert attainable_points(short, found(short, "1")) == 285


def test_the_maximum_is_capped_by_the_stated_total_and_never_scaled_up_to_it() -> None:
    assert maximum(CAPPED) == 100
    assert maximum(replace(CAPPED, total=Decimal(1000))) == 120
    assert maximum(corrected(CAPPED, "3", 5)) == 95


def test_a_composed_node_gives_the_weighted_sum_of_its_rule(tmp_path: Path) -> None:
    kit = own_kit(tmp_path, "chosen", 行业="养老", 规模="大型")
    service = found(kit, "1")
    rule = composition_of(kit, service.code)
    assert rule is not None
    assert rule.terms == ((Decimal("0.8"), "1.1"), (Decimal(1), "1.2"))
    assert attainable_points(kit, service) == Decimal("0.8") * 50 + 10
    assert composition_of(kit, "2") is None
    assert maximum(kit) == 100


def test_a_composed_node_too_gives_no_more_than_its_points(tmp_path: Path) -> None:
    kit = corrected(own_kit(tmp_path, "chosen", 行业="养老", 规模="大型"), "1", 45)
    assert attainable_points(kit, found(kit, "1")) == 45


def test_a_signed_correction_may_change_the_total() -> None:
    assert effective_total(CAPPED) == 100
    official = corrected(CAPPED, "total", 90)
    assert effective_total(official) == 90
    assert maximum(official) == 90


def test_a_rule_of_weights_comes_to_nothing_without_a_weight_or_without_a_part_it_names() -> None:
    half = Join(kind=JoinKind.WEIGHTED, terms=((Decimal("0.5"), "1"), (Decimal("0.5"), "2")))
    parts = {"1": Decimal(8), "2": Decimal(4)}
    assert combined(half, parts) == 6
    assert combined(half, {**parts, "2": None}) is None
    assert combined(replace(half, terms=()), parts) is None
    assert combined(Join(), {"1": None, "2": Decimal(4)}) == 4
    assert combined(Join(), {"1": None}) is None
