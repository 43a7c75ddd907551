"""汇总 lists what is still to be done, live, each line with a link to the cell that wants it."""

from pathlib import Path

import pytest

from builder.book.evaluation import Evaluation
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.kit.field_status import UNFILLED
from builder.kit.kit_plan import KitPlan
from builder.kit.metric_words import INCOMPLETE
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import OPEN_TASKS, SUMMARY
from builder.kit.status import BLANK, SETTLED_SCORE, UNPROVED
from builder.kit.todo_sheet import LINES
from tests.kit.samples import CAPPED
from tests.kit.test_weights import weighted
from tests.support.answers import complete_answers
from tests.support.workbooks import PROVED_KITS, shipped_plan

SUIHUA = "suihua-mayor 行业=一般行业"


def links(plan: KitPlan) -> list[Cell]:
    """The cells of 汇总 that link somewhere, from top to bottom."""
    return [
        cell
        for cell, formula in plan.formulas
        if any("HYPERLINK" in piece for piece in formula.pieces if isinstance(piece, str))
    ]


def listed(plan: KitPlan, answers: dict[str, Value]) -> list[tuple[Value, Value]]:
    """State and label of every line that shows something."""
    evaluation = Evaluation(plan, answers)
    shown = [cell.row for cell in links(plan) if evaluation.value(cell) != ""]
    return [
        (evaluation.value(Cell(SUMMARY, row, 1)), evaluation.value(Cell(SUMMARY, row, 2)))
        for row in shown
    ]


def heading(plan: KitPlan, answers: dict[str, Value]) -> Value:
    return Evaluation(plan, answers).value(Cell(SUMMARY, links(plan)[0].row - 1, 1))


@pytest.fixture
def capped() -> KitPlan:
    return plan_workbook(CAPPED)


def test_an_empty_workbook_lists_every_row_in_its_order(capped: KitPlan) -> None:
    fields = [(UNFILLED, f"基本信息：{one.title}") for one in capped.fields if one.required]
    rows = [(BLANK, leaf.label) for leaf in capped.leaves]
    assert listed(capped, {}) == [*fields, *rows][:LINES]
    count = len(fields) + len(rows)
    assert heading(capped, {}) == f"还差什么：共 {count} 项待办事项，点“前往”直达要填的单元格"


def test_what_is_done_leaves_the_list_and_what_follows_moves_up(capped: KitPlan) -> None:
    answers = complete_answers(capped) | {"score_1_2": None, "evidence_4_name": None}
    first, second, third = listed(capped, answers)
    assert first == (BLANK, capped.leaves[1].label)
    assert second == (UNPROVED, capped.leaves[3].label)
    assert third[0] == "1 行待改"


def test_a_complete_workbook_lists_nothing(capped: KitPlan) -> None:
    answers = complete_answers(capped)
    assert listed(capped, answers) == []
    assert heading(capped, answers) == "还差什么：没有待办事项"


def test_more_than_the_list_has_room_for_is_said() -> None:
    plan = shipped_plan(SUIHUA)
    assert len(listed(plan, {})) == LINES
    last = Cell(SUMMARY, links(plan)[-1].row + 1, 1)
    required = [field for field in plan.fields if field.required]
    rest = len(required) + len(plan.leaves) + len(plan.confirmations) - LINES
    assert Evaluation(plan, {}).value(last) == f"另有 {rest} 项，以上各项完成后依次列出。"
    assert Evaluation(plan, complete_answers(plan)).value(last) == ""


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_every_task_leads_to_an_input_by_its_defined_name(kit: str) -> None:
    plan = shipped_plan(kit)
    inputs = {item.cell for item in plan.inputs}
    places = {
        f"#{name.name}": Cell(name.sheet, name.area.first_row, name.area.first_column)
        for name in plan.names
    }
    targets = [cell.content for cell in plan.sheet(OPEN_TASKS).cells if cell.column == 4]
    required = tuple(field for field in plan.fields if field.required)
    figures = () if plan.metrics is None else plan.metrics.rows
    tasks = (*required, *plan.leaves, *plan.confirmations, *plan.adjustments, *figures)
    # All rows of evidence are one task.
    assert len(targets) == len(tasks) + 1
    assert {places[str(target)] for target in targets} <= inputs


def test_a_row_of_figures_or_evidence_that_is_only_begun_is_listed() -> None:
    plan = shipped_plan(SUIHUA)
    assert plan.metrics is not None
    first = plan.metrics.rows[0]
    begun = complete_answers(plan)
    begun |= {"metrics_1_y1": None, "evidence_200_issuer": "某认证公司", "evidence_9_name": None}
    rows = [
        line for line in listed(plan, begun) if ("证据" in str(line[1])) or "数据" in str(line[1])
    ]
    assert rows == [
        ("2 行待改", "证据清单：看“状态”一列，把不是“有效”的行补齐或改正"),
        (INCOMPLETE, f"近三年数据：{first.label}"),
    ]


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_the_list_counts_what_the_rows_say(kit: str) -> None:
    plan = shipped_plan(kit)
    answers = complete_answers(plan) | {plan.inputs[7].name: None, plan.inputs[9].name: None}
    evaluation = Evaluation(plan, answers)
    states = [(evaluation.value(leaf.status), leaf.label) for leaf in plan.leaves]
    open_rows = [state for state in states if state[0] not in SETTLED_SCORE]
    assert listed(plan, answers)[: len(open_rows)] == open_rows[:LINES]


def test_a_percent_that_weights_compute_is_done_in_its_first_clause(tmp_path: Path) -> None:
    plan = plan_workbook(weighted(tmp_path))
    targets = [cell.content for cell in plan.sheet(OPEN_TASKS).cells if cell.column == 4]
    required = [field for field in plan.fields if field.required]
    assert targets[len(required) :][:2] == ["#percent_5_2_2", "#percent_5_3"]
