"""Which points count, and how many can be reached."""

from dataclasses import replace
from decimal import Decimal

from builder.model.points import attainable_points, effective_points, is_leaf, maximum
from builder.model.scheme import Correction, Indicator, Scheme
from tests.plan.samples import CAPPED, DEEP, HERE, node, scheme


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
