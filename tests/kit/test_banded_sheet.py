"""The workbook of a kit that is scored by band and percent."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from builder.book.book_plan import InputKind
from builder.book.evaluation import Evaluation
from builder.book.sheet import Content, ValidationKind, ValidationPlan
from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.kit.bands import lowest_described, percent_list
from builder.kit.kit_plan import KitPlan, LeafPlan
from builder.kit.planning import plan_workbook
from builder.kit.scoring.columns import Columns
from builder.kit.sheet_names import BAND_LIST, IDENTITY, PERCENT_BANDS, PERCENTS, SCORING
from builder.model.scales import OFFICE_SCALE, on_maturity_scale, usable_bands
from builder.model.scheme import Scheme
from tests.support.answers import band_percents, complete_answers, evidence_row, judgement
from tests.support.own_schemes import own_kit
from tests.support.workbooks import (
    OFFICE_BANDED,
    PENGJIANG,
    WUHAN,
    WUHAN_INDIVIDUAL,
    shipped_plan,
    shipped_scheme,
)

from .samples import CAPPED

LOW, FIRST, SECOND, THIRD = "10%以下（须说明理由）", "一档", "二档", "三档"
GOOD = {**evidence_row(1, "3 业绩", "证书"), **evidence_row(2, "2 领导作用", "报告")}


@pytest.fixture
def banded(tmp_path: Path) -> Scheme:
    return own_kit(tmp_path, "banded")


@pytest.fixture
def plan(banded: Scheme) -> KitPlan:
    return plan_workbook(banded)


def contents(plan: KitPlan, sheet: str) -> dict[tuple[int, int], Content]:
    return {(cell.row, cell.column): cell.content for cell in plan.sheet(sheet).cells}


def listed(plan: KitPlan, name: str) -> list[Content]:
    """What a defined name of the hidden sheet lists."""
    (found,) = [item for item in plan.names if item.name == name]
    assert found.sheet == IDENTITY
    cells, area = contents(plan, IDENTITY), found.area
    assert area.first_column == area.last_column
    return [cells[row, area.first_column] for row in range(area.first_row, area.last_row + 1)]


def leaf(plan: KitPlan, code: str) -> LeafPlan:
    return next(each for each in plan.leaves if each.code == code)


def names(plan: KitPlan) -> set[str]:
    return {item.name for item in plan.inputs}


def dropdowns(plan: KitPlan) -> dict[str, ValidationPlan]:
    kinds = {item.cell: item.kind for item in plan.inputs}
    return {
        kinds[
            Cell(sheet=SCORING, row=each.cells[0].first_row, column=each.cells[0].first_column)
        ].value: each
        for each in plan.sheet(SCORING).validations
    }


def test_the_hidden_sheet_lists_the_bands_and_every_percent_beside_its_band(
    plan: KitPlan,
) -> None:
    assert listed(plan, BAND_LIST) == [LOW, FIRST, SECOND, THIRD]
    pairs = list(zip(listed(plan, PERCENT_BANDS), listed(plan, PERCENTS), strict=True))
    assert [percent for _, percent in pairs] == [Decimal(each) / 100 for each in range(0, 101, 5)]
    assert [band for band, _ in pairs] == [LOW] * 2 + [FIRST] * 8 + [SECOND] * 4 + [THIRD] * 7


def test_a_direct_scale_has_no_bands() -> None:
    direct = shipped_plan(PENGJIANG)
    assert {BAND_LIST, PERCENT_BANDS, PERCENTS} & {item.name for item in direct.names} == set()
    assert {item.kind for item in direct.inputs} & {InputKind.BAND, InputKind.PERCENT} == set()
    assert direct.bases == ()


def test_an_item_and_its_clauses_ask_for_band_and_percent_and_nothing_else_does(
    plan: KitPlan,
) -> None:
    assert [each.code for each in plan.leaves] == ["2", "3"]
    assert [each.code for each in plan.bases] == ["2.2", "2.3"]
    asked = {"2", "3", "2_2", "2_3"}
    for kind in ("band", "percent"):
        assert {name for name in names(plan) if name.startswith(kind)} == {
            f"{kind}_{code}" for code in asked
        }
    assert not any(name.startswith("score_") for name in names(plan))


def test_what_is_only_described_is_answered_at_the_root_and_not_beneath_an_item(
    plan: KitPlan,
) -> None:
    assert "note_1" in names(plan)
    assert "note_2_1" not in names(plan)
    assert {"note_2", "note_2_2", "note_2_3", "note_3"} <= names(plan)


def test_the_clauses_of_an_item_stand_above_its_own_row(plan: KitPlan) -> None:
    rows = [basis.percent.row for basis in plan.bases]
    assert [*rows, leaf(plan, "2").score.row] == list(range(rows[0], rows[0] + 3))
    texts = contents(plan, SCORING)
    column = Columns(levels=2, banded=True).criteria
    assert texts[rows[0], column] == "如何引领发展。"
    assert "综合判断" in texts.values()


def test_band_and_percent_are_chosen_from_lists_known_by_name_only(plan: KitPlan) -> None:
    found = dropdowns(plan)
    assert found["band"].kind is found["percent"].kind is ValidationKind.LIST
    assert found["band"].rule == BAND_LIST
    rule = found["percent"].rule
    area = found["percent"].cells[0]
    band = cell_address(area.first_row, area.first_column - 1)
    assert isinstance(rule, str)
    assert rule.count(f"${band}") == 3
    assert "!" not in rule
    assert {PERCENTS, PERCENT_BANDS} <= set(rule.replace("(", ",").replace(")", ",").split(","))


def test_the_percents_of_a_band_reach_from_its_first_row_as_far_as_it_occurs() -> None:
    rule = percent_list(Cell(sheet=SCORING, row=8, column=6))
    assert rule == (
        "INDEX(percent_list,MATCH($F8,percent_bands,0)):"
        "INDEX(percent_list,MATCH($F8,percent_bands,0)+COUNTIF(percent_bands,$F8)-1)"
    )


def test_every_band_is_one_run_of_its_list(plan: KitPlan) -> None:
    for kit in (plan, shipped_plan(WUHAN), shipped_plan(WUHAN_INDIVIDUAL)):
        bands = listed(kit, PERCENT_BANDS)
        runs = [band for place, band in enumerate(bands) if not place or bands[place - 1] != band]
        assert runs == listed(kit, BAND_LIST)


def state(plan: KitPlan, band: Value, percent: Value, *, note: str = "", proved: bool) -> Value:
    """The word beside 3 业绩 (40 points) for a band and a percent."""
    answers: dict[str, Value] = {"band_3": band, "percent_3": percent}
    answers |= {"note_3": note} if note else {}
    answers |= GOOD if proved else {}
    return Evaluation(plan, answers).value(leaf(plan, "3").status)


@pytest.mark.parametrize(
    ("band", "percent", "word"),
    [
        (None, None, "未评"),
        (SECOND, None, "未评"),
        (SECOND, "六成", "非数字"),
        (SECOND, "60%", "非数字"),
        (SECOND, Decimal("0.6"), "完成"),
        (SECOND, Decimal("0.7"), "不在本档"),
        (None, Decimal("0.6"), "不在本档"),
        ("没有的档", Decimal("0.6"), "不在本档"),
        ("*", Decimal("0.6"), "不在本档"),
        (SECOND, Decimal("0.57"), "不在本档"),
        (SECOND, Decimal(57), "不在本档"),
        (THIRD, Decimal("1.05"), "不在本档"),
        (LOW, Decimal("-0.05"), "不在本档"),
        (LOW, Decimal("0.05"), "缺理由"),
        (LOW, Decimal(0), "缺理由"),
    ],
)
def test_the_state_of_a_row_says_whether_its_percent_fits_its_band(
    plan: KitPlan, band: Value, percent: Value, word: str
) -> None:
    assert state(plan, band, percent, proved=True) == word


def test_a_percent_below_every_description_stands_with_a_reason(plan: KitPlan) -> None:
    assert state(plan, LOW, Decimal("0.05"), note="起步。", proved=True) == "完成"
    assert state(plan, LOW, Decimal("0.05"), note="起步。", proved=False) == "缺证据"
    assert state(plan, LOW, Decimal(0), note="尚未开展。", proved=False) == "完成"


def test_points_without_evidence_are_unproved(plan: KitPlan) -> None:
    assert state(plan, SECOND, Decimal("0.6"), proved=False) == "缺证据"


def test_no_reason_is_asked_where_the_notice_describes_every_percent() -> None:
    kit = shipped_plan(WUHAN)
    first = kit.leaves[0]
    evaluation = Evaluation(kit, judgement(kit, first.code, Decimal(0)))
    assert evaluation.value(first.status) == "完成"
    assert lowest_described(shipped_scheme(WUHAN)) == 0
    assert lowest_described(shipped_scheme(WUHAN_INDIVIDUAL)) == Decimal("0.3")


@pytest.mark.parametrize(
    ("percent", "points"),
    [("0.65", "26"), ("0", "0"), ("1", "40"), ("1.05", "0"), ("57", "0"), ("-0.05", "0")],
)
def test_a_percent_is_worth_its_share_of_the_points_and_nonsense_nothing(
    plan: KitPlan, percent: str, points: str
) -> None:
    evaluation = Evaluation(plan, {"percent_3": Decimal(percent)})
    assert evaluation.points(leaf(plan, "3").counted) == Decimal(points)


@pytest.mark.parametrize(
    ("band", "percent", "word"),
    [
        (None, None, ""),
        (SECOND, Decimal("0.6"), "已记"),
        (SECOND, None, "不在本档"),
        (None, Decimal("0.6"), "不在本档"),
        (THIRD, Decimal("0.6"), "不在本档"),
    ],
)
def test_a_clause_is_recorded_or_misfits_and_counts_nothing(
    plan: KitPlan, band: Value, percent: Value, word: str
) -> None:
    evaluation = Evaluation(plan, {"band_2_2": band, "percent_2_2": percent})
    assert [evaluation.value(basis.status) for basis in plan.bases] == [word, ""]
    assert evaluation.points(plan.total) == 0


def basis_line(plan: KitPlan, answers: dict[str, Value]) -> Value:
    """What stands beside the judgement of item 2 about its clauses."""
    column = Columns(levels=2, banded=True).criteria
    cell = Cell(sheet=SCORING, row=leaf(plan, "2").score.row, column=column)
    return Evaluation(plan, answers).value(cell)


def test_the_range_of_the_clauses_stands_beside_the_judgement(plan: KitPlan) -> None:
    one = judgement(plan, "2.2", Decimal("0.65"))
    both = one | judgement(plan, "2.3", Decimal("0.35"))
    rule = "本项百分比按整体判断选取。"
    assert basis_line(plan, {}) == f"条款依据：尚未记录。{rule}"
    assert basis_line(plan, one) == f"条款依据：65% 至 65%。{rule}"
    assert basis_line(plan, both) == f"条款依据：35% 至 65%。{rule}"


def test_the_judgement_counts_and_not_the_clauses(plan: KitPlan) -> None:
    answers = judgement(plan, "2.2", Decimal(1)) | judgement(plan, "2", Decimal("0.5"))
    assert Evaluation(plan, answers).points(plan.total) == 30


def test_a_direct_award_on_the_offices_scale_asks_for_percents_of_the_same_rows() -> None:
    direct, kit = shipped_plan(PENGJIANG), shipped_plan(OFFICE_BANDED)
    assert [(each.code, each.points) for each in kit.leaves] == [
        (each.code, each.points) for each in direct.leaves
    ]
    assert [kit.maximum, kit.stated_total] == [direct.maximum, direct.stated_total]
    assert kit.identity == replace(direct.identity, scale="maturity")
    full = complete_answers(kit, ratio=Decimal(1))
    assert Evaluation(kit, full).points(kit.total) == 1000
    assert OFFICE_SCALE in "".join(
        cell.content
        for sheet in kit.sheets
        for cell in sheet.cells
        if isinstance(cell.content, str)
    )


def test_the_offices_scale_changes_no_cap() -> None:
    kit = plan_workbook(on_maturity_scale(CAPPED))
    evaluation = Evaluation(kit, complete_answers(kit, ratio=Decimal(1)))
    assert {group.code: evaluation.points(group.score) for group in kit.groups} == {
        "1": 40,
        "2": 50,
    }
    assert evaluation.points(kit.total) == 100


def test_the_lists_say_what_the_scheme_says(banded: Scheme, plan: KitPlan) -> None:
    assert list(band_percents(plan)) == [band.name for band in usable_bands(banded)]
    for band in usable_bands(banded):
        held = band_percents(plan)[band.name]
        assert (held[0], held[-1]) == (band.low, band.high)
