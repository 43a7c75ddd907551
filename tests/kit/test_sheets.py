"""What the other sheets show: warnings, states, sums and identity."""

import pytest

from builder.book.evaluation import Evaluation
from builder.book.naming import row_name
from builder.book.sheet import Content, Visibility
from builder.book.style import Style
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import (
    APPLICANT,
    EVIDENCE,
    EVIDENCE_TABLE,
    EXAMPLE,
    GAP,
    GAP_FIGURES,
    GUIDE,
    IDENTITY,
    IMPROVEMENT,
    INDICATOR_LIST,
    METRICS,
    OPEN_TASKS,
    SCORING,
    SUMMARY,
    TREND_FIGURES,
)
from builder.model.fingerprint import fingerprint
from builder.model.points import effective_points
from tests.support.answers import complete_answers, evidence_row
from tests.support.workbooks import (
    PENGJIANG,
    PROVED_IDS,
    PROVED_KITS,
    XINHUI,
    shipped_plan,
    shipped_scheme,
    whole_scheme,
)

from .samples import CAPPED, DEEP

XINHUI_BANNERS = (
    (
        "原文矛盾：2 质量：原文标明300分，下列各项合计285分。处理：按原文件印发的各项分值计分，"
        "“质量”最高可得285分；2.7不补为50分，也不按比例折算。"
    ),
    (
        "原文矛盾：总分：原文标明1000分，下列各项合计985分。处理：按原文件分值计分，最高可得985分，"
        "与标称的1000分并列显示；不补15分，不折算。"
    ),
)


def styled(plan: KitPlan, sheet: str, style: Style) -> list[Content]:
    """The contents of the cells of one style, in reading order."""
    cells = plan.sheet(sheet).cells
    return [cell.content for cell in cells if cell.style is style and cell.content is not None]


def row_values(plan: KitPlan, first: str, answers: dict[str, Value]) -> list[Value]:
    """The values of the summary's row that begins with ``first``, after that cell."""
    evaluation = Evaluation(plan, answers)
    sheet = plan.sheet(SUMMARY)
    row = next(cell.row for cell in sheet.cells if cell.content == first)
    return [
        evaluation.value(cell)
        for cell in (Cell(sheet=SUMMARY, row=row, column=column) for column in range(2, 11))
    ]


def test_the_sheets_stand_in_their_order() -> None:
    names = [sheet.name for sheet in shipped_plan(XINHUI).sheets]
    filled_in = [GUIDE, APPLICANT, SCORING, EVIDENCE, METRICS, SUMMARY]
    own = [GAP, IMPROVEMENT, EXAMPLE]
    hidden = [IDENTITY, OPEN_TASKS, TREND_FIGURES, GAP_FIGURES]
    assert names == [*filled_in, *own, *hidden]


@pytest.mark.parametrize("sheet", [GUIDE, SCORING, SUMMARY])
def test_the_contradictions_of_xinhui_stand_as_a_banner_where_numbers_are(sheet: str) -> None:
    assert styled(shipped_plan(XINHUI), sheet, Style.BANNER) == list(XINHUI_BANNERS)


@pytest.mark.parametrize("sheet", [GUIDE, SCORING, SUMMARY])
def test_a_sound_notice_has_no_banner(sheet: str) -> None:
    assert styled(shipped_plan(PENGJIANG), sheet, Style.BANNER) == []


def test_the_contradiction_of_an_indicator_is_told_again_at_its_subtotal() -> None:
    subtotals = styled(shipped_plan(XINHUI), SCORING, Style.SUBTOTAL)
    marked = [text for text in subtotals if isinstance(text, str) and "原文矛盾" in text]
    assert [text.split("\n")[0] for text in marked] == ["小计：2 质量"]


@pytest.mark.parametrize("scheme_id", PROVED_IDS)
def test_every_merged_area_is_made_of_planned_cells_and_none_overlap(scheme_id: str) -> None:
    for sheet in shipped_plan(scheme_id).sheets:
        merged = [
            (row, column)
            for area in sheet.merges
            for row in range(area.first_row, area.last_row + 1)
            for column in range(area.first_column, area.last_column + 1)
        ]
        assert len(merged) == len(set(merged))
        assert set(merged) <= {(cell.row, cell.column) for cell in sheet.cells}


@pytest.mark.parametrize("scheme_id", PROVED_KITS)
def test_the_hidden_sheet_says_what_the_file_is(scheme_id: str) -> None:
    plan, official = shipped_plan(scheme_id), shipped_scheme(scheme_id)
    sheet = plan.sheet(IDENTITY)
    assert sheet.visibility is Visibility.HIDDEN
    hidden = [each.name for each in plan.sheets if each.visibility is Visibility.HIDDEN]
    figures = () if plan.metrics is None else (TREND_FIGURES,)
    assert hidden == [IDENTITY, OPEN_TASKS, *figures, GAP_FIGURES]
    cells = {(cell.row, cell.column): cell.content for cell in sheet.cells}
    assert {cells[row, 1]: cells[row, 2] for row in range(1, 7)} == {
        "scheme": official.id,
        "edition": official.edition,
        "fingerprint": fingerprint(whole_scheme(official.id)),
        "layout": plan.identity.layout,
        "choice": "；".join(f"{name}={option}" for name, option in official.chosen),
        "scale": official.scale.value,
    }


@pytest.mark.parametrize("scheme_id", PROVED_IDS)
def test_the_dropdown_list_holds_the_scored_indicators_in_order(scheme_id: str) -> None:
    plan = shipped_plan(scheme_id)
    (name,) = [item for item in plan.names if item.name == INDICATOR_LIST]
    cells = {(cell.row, cell.column): cell.content for cell in plan.sheet(name.sheet).cells}
    area = name.area
    listed = [cells[row, area.first_column] for row in range(area.first_row, area.last_row + 1)]
    assert listed == [leaf.label for leaf in plan.leaves]


@pytest.mark.parametrize(
    ("filled", "word"),
    [
        ({}, ""),
        ({"indicator": "3 效益", "name": "证书"}, "有效"),
        ({"name": "证书"}, "未选指标"),
        ({"page": "12"}, "未选指标"),
        ({"indicator": "3 效果", "name": "证书"}, "指标不符"),
        ({"indicator": "3 效益"}, "缺名称"),
        ({"indicator": "3 效益", "also_1": "2.1 设计", "name": "证书"}, "有效"),
        ({"indicator": "3 效益", "also_2": "2.1 设计", "name": "证书"}, "有效"),
        ({"indicator": "3 效益", "also_2": "2.1 没有", "name": "证书"}, "指标不符"),
        ({"also_1": "3 效益", "name": "证书"}, "未选指标"),
        ({"until": "长期"}, "未选指标"),
    ],
)
def test_the_state_of_an_evidence_row_says_what_is_missing(
    filled: dict[str, str], word: str
) -> None:
    plan = plan_workbook(CAPPED)
    for row in (1, 2, 300):
        answers = {row_name(EVIDENCE_TABLE, row, key): text for key, text in filled.items()}
        evaluation = Evaluation(plan, answers)
        states = [evaluation.value(each.status) for each in plan.evidence]
        assert states[row - 1] == word
        assert set(states[: row - 1] + states[row:]) == {""}


def test_only_valid_rows_count_as_evidence() -> None:
    plan = plan_workbook(CAPPED)
    answers = evidence_row(1, "3 效益", "证书") | evidence_row(5, "3 效益", "")
    answers |= evidence_row(300, "3 效益", "报告") | evidence_row(7, "2.1 设计", "报告")
    evaluation = Evaluation(plan, answers)
    counts = {leaf.code: evaluation.value(leaf.evidence) for leaf in plan.leaves}
    assert counts == {"1.1": 0, "1.2": 0, "2.1": 1, "2.2": 0, "3": 2}


def test_one_row_of_evidence_proves_every_indicator_it_names() -> None:
    plan = plan_workbook(CAPPED)
    answers = evidence_row(1, "3 效益", "证书", "2.1 设计", "2.2 生产")
    answers |= evidence_row(2, "2.1 设计", "报告", "", "3 效益")
    answers |= evidence_row(3, "1.1 战略", "报告", "没有的指标", "1.2 文化")
    evaluation = Evaluation(plan, answers)
    counts = {leaf.code: evaluation.value(leaf.evidence) for leaf in plan.leaves}
    assert counts == {"1.1": 0, "1.2": 0, "2.1": 2, "2.2": 1, "3": 2}


def test_the_summary_counts_every_row_once() -> None:
    plan = plan_workbook(CAPPED)
    wrong: dict[str, Value] = {"score_1_1": "十", "score_2_1": None, "evidence_5_name": None}
    answers = complete_answers(plan) | wrong
    assert row_values(plan, "1 领导", answers)[4:] == [2, 1, 0, 0, 1]
    assert row_values(plan, "2 过程", answers)[4:] == [2, 1, 1, 0, 0]
    assert row_values(plan, "3 效益", answers)[4:] == [1, 0, 0, 1, 0]
    assert row_values(plan, "合计", answers)[4:] == [5, 2, 1, 1, 1]


def test_the_summary_shows_what_can_be_reached_beside_what_is_stated() -> None:
    plan = shipped_plan(XINHUI)
    answers = complete_answers(plan)
    total = Evaluation(plan, answers).points(plan.total)
    assert row_values(plan, "合计", answers)[:4] == [1000, 985, total, total / 985]


def test_an_indicator_that_is_only_shown_has_no_line_in_the_summary() -> None:
    labels = styled(plan_workbook(DEEP), SUMMARY, Style.NAME)
    assert labels == ["2 管理", "3 结果"]


@pytest.mark.parametrize("scheme_id", PROVED_IDS)
def test_the_summary_has_a_line_for_every_first_level_indicator(scheme_id: str) -> None:
    official = shipped_scheme(scheme_id)
    plan = shipped_plan(scheme_id)
    roots = [root for root in official.indicators if not root.unscored]
    assert styled(plan, SUMMARY, Style.NAME) == [root.label for root in roots]
    for root in roots:
        assert row_values(plan, root.label, {})[0] == effective_points(official, root)
