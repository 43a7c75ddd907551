"""差距 says exactly what more points of one item come to in the total, whatever joins them."""

import random
from dataclasses import replace
from decimal import Decimal

import pytest

from builder.book.book_plan import InputKind
from builder.book.evaluation import Contents, Evaluation
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import GAP, GAP_FIGURES
from builder.model.office import Office, OwnPart
from tests.kit.samples import CAPPED
from tests.support.answers import complete_answers
from tests.support.workbooks import (
    EXAMPLE_IDS,
    MINHANG,
    PENGJIANG,
    SUIHUA,
    WUHAN_INDIVIDUAL,
    shipped_scheme,
)

PLACES = Decimal("0.000001")
NEXT, LOSS, GAIN, LOSS_PLACE, GAIN_PLACE = 4, 6, 7, 12, 13


def answers_of(plan: KitPlan, seed: int) -> dict[str, Value]:
    """Good answers, the typed points at random."""
    chance = random.Random(seed)  # noqa: S311 - repeatable answers
    points = {leaf.code: leaf.points for leaf in plan.leaves}
    typed: dict[str, Value] = {
        item.name: Decimal(int(points[item.indicator] * chance.randint(0, 10) / 10))
        for item in plan.inputs
        if item.kind is InputKind.SCORE
    }
    return complete_answers(plan) | typed


KITS = (PENGJIANG, MINHANG, WUHAN_INDIVIDUAL, f"{SUIHUA} 行业=养老")
SEEDED = (*(("capped", seed) for seed in range(4)), *((kit, 1) for kit in (*KITS, *EXAMPLE_IDS)))


def plan_of(kit: str) -> KitPlan:
    return plan_workbook(CAPPED if kit == "capped" else shipped_scheme(kit))


@pytest.mark.parametrize(("kit", "seed"), SEEDED)
def test_what_an_item_adds_to_the_total_is_what_the_total_then_is(kit: str, seed: int) -> None:
    plan = plan_of(kit)
    answers = answers_of(plan, seed)
    contents = Contents.of(plan)
    now = Evaluation(contents, answers)
    total = now.points(plan.total)
    for row, leaf in enumerate(plan.leaves, start=1):
        if now.value(leaf.status) in ("未评", "删减", "未填全"):
            continue
        for column, points in (
            (LOSS, leaf.points),
            (GAIN, max(now.points(Cell(GAP_FIGURES, row, NEXT)), now.points(leaf.counted))),
        ):
            what_if = Evaluation(contents, answers, {leaf.counted: points})
            grown = max(Decimal(0), what_if.points(plan.total) - total)
            said = now.points(Cell(GAP_FIGURES, row, column))
            assert abs(said - grown) <= PLACES, (leaf.label, column, said, grown)


@pytest.mark.parametrize("kit", ["capped", *KITS])
def test_the_lists_are_in_order_and_name_nobody_twice(kit: str) -> None:
    plan = plan_of(kit)
    now = Evaluation(plan, answers_of(plan, 7))
    for place, column in ((LOSS_PLACE, LOSS), (GAIN_PLACE, GAIN)):
        lines = range(1, min(10, len(plan.leaves)) + 1)
        listed = [now.points(Cell(GAP_FIGURES, line, place)) for line in lines]
        shown = [one for one in listed if one]
        assert len(shown) == len(set(shown))
        assert listed == [*shown, *[Decimal(0)] * (len(listed) - len(shown))]
        if column == LOSS:
            lost = [now.points(Cell(GAP_FIGURES, int(row), LOSS)) for row in shown]
            assert lost == sorted(lost, reverse=True)
            others = {*range(1, len(plan.leaves) + 1)} - {int(row) for row in shown}
            most = max((now.points(Cell(GAP_FIGURES, row, LOSS)) for row in others), default=0)
            assert not lost or most <= lost[-1]


def test_an_item_beneath_a_full_cap_is_told_and_not_listed() -> None:
    plan = plan_of("capped")
    scores = {"1.1": 30, "1.2": 15, "2.1": 20, "2.2": 25, "3": 10}
    answers = complete_answers(plan) | {
        f"score_{code.replace('.', '_')}": Decimal(points) for code, points in scores.items()
    }
    now = Evaluation(plan, answers)
    words = now.value(Cell(GAP, 3, 1))
    assert isinstance(words, str)
    assert "有 1 项没有得满分，但上级已经封顶" in words
    listed = [now.value(Cell(GAP, row, 2)) for row in range(6, 11)]
    # Both lack more than the cap of the total leaves.
    assert listed[:2] == ["2.1 设计", "3 效益"]
    assert "1.2 文化" not in listed


def test_nothing_is_listed_before_anything_was_rated() -> None:
    plan = plan_of("capped")
    blank = Evaluation(plan, {})
    assert "有 5 项未评" in str(blank.value(Cell(GAP, 3, 1)))
    assert all(blank.value(Cell(GAP, row, 2)) == "" for row in range(6, 11))


def test_a_percent_says_whether_the_next_one_is_of_another_band() -> None:
    plan = plan_of("wuhan-individual")
    answers = complete_answers(plan)
    wanted = {"50%": "仍属", "65%": "进入", "100%": ""}
    leaf = plan.leaves[0]
    for percent, word in wanted.items():
        number = Decimal(percent.rstrip("%")) / 100
        band = next(
            option
            for item in plan.inputs
            if item.kind is InputKind.BAND and item.indicator == leaf.code
            for option in item.allowed.options
            if percent in option
        )
        code = leaf.code.replace(".", "_")
        now = Evaluation(plan, {**answers, f"band_{code}": band, f"percent_{code}": number})
        told = [str(now.value(Cell(GAP, row, 7))) for row in range(1, 40)]
        lines = [line for line in told if line.startswith(f"{percent} → ")]
        assert (len(lines) == 1) == bool(word)
        assert all(word in line for line in lines)


def test_an_office_does_without_the_sheets_it_names() -> None:
    scheme = CAPPED
    names = [sheet.name for sheet in plan_workbook(scheme).sheets]
    assert [name for name in names if name in ("差距", "改进计划", "填写示例")] == [
        "差距",
        "改进计划",
        "填写示例",
    ]
    bare = plan_workbook(scheme, Office(without=(OwnPart.GAP, OwnPart.PLAN, OwnPart.EXAMPLE)))
    left = {sheet.name for sheet in bare.sheets}
    assert not left & {"差距", "改进计划", "填写示例", GAP_FIGURES}
    assert not [item for item in bare.inputs if item.kind is InputKind.OWN]
    assert replace(bare.identity, office="") == plan_workbook(scheme).identity
