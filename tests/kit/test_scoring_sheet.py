"""The scoring sheet says what the notice says, in its order and its words."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from builder.book.evaluation import Evaluation
from builder.book.sheet import Content
from builder.formula.expression import Cell
from builder.formula.render import plain_number
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.kit.scoring.columns import LEVEL_NAMES, Columns
from builder.kit.sheet_names import SCORING
from builder.model.joins import Join, JoinKind
from builder.model.official import Indicator
from builder.model.points import is_leaf
from tests.panel.test_layouts import PIXELS, SCREEN
from tests.support.answers import complete_answers, evidence_row
from tests.support.workbooks import (
    KITS,
    PENGJIANG,
    PROVED_KITS,
    XINHUI,
    shipped_plan,
    shipped_scheme,
)

from .samples import CAPPED, DEEP, node, scheme

# What a reader should know about a place stands beneath its official text.
_MARK = re.compile(r"\n?［[^］]*］")
every_scheme = pytest.mark.parametrize("scheme_id", PROVED_KITS)


def contents(plan: KitPlan) -> dict[tuple[int, int], Content]:
    return {(cell.row, cell.column): cell.content for cell in plan.sheet(SCORING).cells}


def column_texts(plan: KitPlan, heading: str) -> list[str]:
    """The texts under a heading from top to bottom."""
    cells = contents(plan)
    row, column = next(place for place, content in cells.items() if content == heading)
    return [
        content
        for (each, place), content in cells.items()
        if place == column and each > row and isinstance(content, str)
    ]


def columns_of(kit: str) -> Columns:
    """The columns of a kit's scoring sheet, by the headings it prints."""
    printed = set(contents(shipped_plan(kit)).values())
    return Columns(levels=len(printed & set(LEVEL_NAMES)), banded="档次" in printed)


def printed_lines(node: Indicator) -> str:
    """Criteria and notes of a node as they follow one another in the notice."""
    lines = [(item.position.line, item.printed) for item in node.criteria]
    lines += [(note.position.line, note.text) for note in node.notes]
    return "\n".join(text for _, text in sorted(lines))


@every_scheme
def test_the_scored_rows_follow_the_official_order(scheme_id: str) -> None:
    official = shipped_scheme(scheme_id)
    plan = shipped_plan(scheme_id)
    assert [leaf.code for leaf in plan.leaves] == [
        each.code for each in official.walk if is_leaf(official, each)
    ]
    rows = [leaf.score.row for leaf in plan.leaves]
    assert rows == sorted(rows)


@pytest.mark.parametrize("kit", KITS)
def test_a_small_screen_shows_score_limit_and_state_beside_the_indicator(kit: str) -> None:
    """1366 by 768 pixels at 100 %: what is frozen leaves most of the height to the rows."""
    plan = shipped_plan(kit)
    sheet, leaf = plan.sheet(SCORING), plan.leaves[0]
    across = (leaf.score, leaf.counted, leaf.status)
    assert sum(sheet.widths[: max(cell.column for cell in across)]) * PIXELS <= SCREEN
    assert {cell.row for cell in across} == {leaf.score.row}
    frozen = sum(height for row, height in sheet.heights if row <= sheet.head_rows)
    assert frozen <= 130


@every_scheme
def test_every_criterion_and_note_is_printed_letter_for_letter(scheme_id: str) -> None:
    official = shipped_scheme(scheme_id)
    expected = [
        printed_lines(each)
        for each in official.walk
        if each.criteria or each.notes or not each.children
    ]
    shown = [_MARK.sub("", text) for text in column_texts(shipped_plan(scheme_id), "评价要点")]
    assert shown == expected


@every_scheme
def test_every_name_stands_with_its_number_and_points(scheme_id: str) -> None:
    official = shipped_scheme(scheme_id)
    printed = set(contents(shipped_plan(scheme_id)).values())
    for each in official.walk:
        points = "" if each.points is None else f"\n（{plain_number(each.points)}分）"
        name = each.name if each in official.indicators else f"{each.number}{each.name}"
        assert f"{name}{points}" in printed


@every_scheme
def test_the_points_of_every_row_are_the_notices(scheme_id: str) -> None:
    cells = contents(shipped_plan(scheme_id))
    column = columns_of(scheme_id).points
    for leaf in shipped_plan(scheme_id).leaves:
        assert cells[leaf.score.row, column] == leaf.points


@every_scheme
def test_the_head_stays_in_sight_down_to_the_headings(scheme_id: str) -> None:
    sheet = shipped_plan(scheme_id).sheet(SCORING)
    row = next(cell.row for cell in sheet.cells if cell.content == "评价要点")
    assert sheet.head_rows == row
    assert sheet.head_columns == columns_of(scheme_id).levels + 1


def test_xinhui_is_at_most_985_beside_its_stated_1000() -> None:
    plan = shipped_plan(XINHUI)
    assert [plan.stated_total, plan.maximum] == [1000, 985]
    assert Evaluation(plan, complete_answers(plan, ratio=Decimal(1))).points(plan.total) == 985


def test_pengjiang_reaches_its_1000() -> None:
    plan = shipped_plan(PENGJIANG)
    assert [plan.stated_total, plan.maximum] == [1000, 1000]
    assert Evaluation(plan, complete_answers(plan, ratio=Decimal(1))).points(plan.total) == 1000


def score_of(plan: KitPlan, code: str, evaluation: Evaluation) -> Decimal:
    cells: dict[str, Cell] = {leaf.code: leaf.counted for leaf in plan.leaves}
    cells |= {group.code: group.score for group in plan.groups}
    return evaluation.points(cells[code])


def test_a_node_gives_no_more_than_its_points() -> None:
    plan = plan_workbook(CAPPED)
    evaluation = Evaluation(plan, complete_answers(plan, ratio=Decimal(1)))
    assert score_of(plan, "1", evaluation) == 40
    assert score_of(plan, "2", evaluation) == 50
    assert score_of(plan, "3", evaluation) == 30


def test_the_total_gives_no_more_than_the_stated_total() -> None:
    plan = plan_workbook(CAPPED)
    assert Evaluation(plan, complete_answers(plan, ratio=Decimal(1))).points(plan.total) == 100
    roomy = plan_workbook(replace(CAPPED, total=Decimal(150)))
    assert Evaluation(roomy, complete_answers(roomy, ratio=Decimal(1))).points(roomy.total) == 120


def test_scores_of_every_level_add_up() -> None:
    plan = plan_workbook(DEEP)
    answers = {"score_2_1_1_1": Decimal("7.5"), "score_2_1_2": Decimal(10)}
    evaluation = Evaluation(plan, {**answers, "score_3_1": Decimal(40)})
    assert score_of(plan, "2.1.1", evaluation) == Decimal("7.5")
    assert score_of(plan, "2.1", evaluation) == Decimal("17.5")
    assert score_of(plan, "2", evaluation) == Decimal("17.5")
    assert evaluation.points(plan.total) == Decimal("57.5")


def test_an_unscored_indicator_is_shown_and_asks_for_no_score() -> None:
    plan = plan_workbook(DEEP)
    assert column_texts(plan, "评价要点")[0] == "a.请概述本组织。\n注：概述不计分。"
    assert column_texts(plan, "状态")[0] == "不计分"
    assert "score_1" not in {item.name for item in plan.inputs}


@pytest.mark.parametrize("levels", [1, 2, 3, 4])
def test_a_tree_of_any_depth_has_a_column_for_every_level(levels: int) -> None:
    tree = node("1." * (levels - 1) + "1", "末级", 10)
    for level in range(levels - 1, 0, -1):
        tree = node(".".join("1" * level), f"第{level}级", 10, tree)
    plan = plan_workbook(scheme(tree, total=10))
    sheet = plan.sheet(SCORING)
    assert len(sheet.widths) == len(Columns(levels=levels).headings)
    printed = set(contents(plan).values())
    assert {"一级指标", "二级指标", "三级指标", "四级指标"} & printed == set(
        ("一级指标", "二级指标", "三级指标", "四级指标")[:levels]
    )


def state(typed: Value, *, proved: bool) -> Value:
    """The word beside 3 效益 (30 points) where ``typed`` is its score."""
    plan = plan_workbook(CAPPED)
    evidence = evidence_row(1, "3 效益", "证书") if proved else {}
    evaluation = Evaluation(plan, {"score_3": typed, **evidence})
    return evaluation.value(plan.leaves[-1].status)


@pytest.mark.parametrize("typed", [None, ""])
def test_an_empty_score_is_still_to_be_given(typed: Value) -> None:
    assert state(typed, proved=True) == "未评"


@pytest.mark.parametrize("typed", ["二十", "20", True])
def test_a_score_that_is_no_number_says_so(typed: Value) -> None:
    assert state(typed, proved=True) == "非数字"


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("-0.5", "低于0"),
        ("20.3", "不是倍数"),
        ("30.3", "不是倍数"),
        ("30.5", "超分"),
        ("1E+300", "超分"),
        ("30", "完成"),
        ("0", "完成"),
        ("0.5", "完成"),
    ],
)
def test_a_number_is_held_against_step_and_points(typed: str, word: str) -> None:
    assert state(Decimal(typed), proved=True) == word


def test_points_without_evidence_are_unproved_and_no_points_need_none() -> None:
    assert state(Decimal(20), proved=False) == "缺证据"
    assert state(Decimal(0), proved=False) == "完成"


def test_what_a_division_leaves_is_shown_with_two_decimals_in_a_column_wide_enough() -> None:
    parts = (node("1.1", "战略", 1000), node("1.2", "文化", 1000), node("1.3", "责任", 1000))
    shared = node("1", "领导", 1000, *parts)
    averaged = scheme(replace(shared, join=Join(kind=JoinKind.AVERAGE)), total=1000)
    plan = plan_workbook(averaged)
    assert plan.shortened
    columns = Columns(levels=2, divided=True)
    assert columns.widths[columns.points - 1] >= len("1000.00") * 1.5
    asked = plan_workbook(replace(averaged, decimals=3))
    assert not asked.shortened
    assert not plan_workbook(CAPPED).shortened
