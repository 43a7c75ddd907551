"""The places that take an answer, in every plan."""

import pytest

from builder.book.book_plan import InputKind
from builder.book.naming import is_safe_name
from builder.book.sheet import CellPlan, Formula, Merge, ValidationKind, ValidationPlan
from builder.book.style import INPUT_STYLES, Style
from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import EVIDENCE, EVIDENCE_TABLE, METRICS_TABLE, TOTAL_NAME
from tests.support.workbooks import KITS, shipped_plan

from .samples import CAPPED, DEEP

SAMPLES = {"capped": CAPPED, "deep": DEEP}
# Planned when asked for: whoever only collects the tests waits for none of them.
every_plan = pytest.mark.parametrize("plan", [*KITS, *SAMPLES], indirect=True)


@pytest.fixture
def plan(request: pytest.FixtureRequest) -> KitPlan:
    kit: str = request.param
    return plan_workbook(SAMPLES[kit]) if kit in SAMPLES else shipped_plan(kit)


def cell_plans(plan: KitPlan) -> dict[Cell, CellPlan]:
    return {
        Cell(sheet=sheet.name, row=cell.row, column=cell.column): cell
        for sheet in plan.sheets
        for cell in sheet.cells
    }


def covered(sheet: str, areas: tuple[Merge, ...]) -> set[Cell]:
    return {
        Cell(sheet=sheet, row=row, column=column)
        for area in areas
        for row in range(area.first_row, area.last_row + 1)
        for column in range(area.first_column, area.last_column + 1)
    }


def validations(plan: KitPlan) -> list[tuple[str, ValidationPlan]]:
    return [(sheet.name, item) for sheet in plan.sheets for item in sheet.validations]


@every_plan
def test_the_inputs_are_exactly_the_unlocked_cells(plan: KitPlan) -> None:
    unlocked = {cell for cell, planned in cell_plans(plan).items() if planned.style in INPUT_STYLES}
    assert {item.cell for item in plan.inputs} == unlocked
    assert len(plan.inputs) == len(unlocked)


@every_plan
def test_every_input_is_handed_out_empty(plan: KitPlan) -> None:
    cells = cell_plans(plan)
    assert [item.name for item in plan.inputs if cells[item.cell].content is not None] == []


@every_plan
def test_every_input_has_one_validation_and_nothing_else_has(plan: KitPlan) -> None:
    validated = [cell for sheet, item in validations(plan) for cell in covered(sheet, item.cells)]
    assert len(validated) == len(set(validated))
    assert set(validated) == {item.cell for item in plan.inputs}


@every_plan
def test_the_validation_of_an_input_is_of_its_kind(plan: KitPlan) -> None:
    cells = cell_plans(plan)
    kinds = {
        cell: item.kind for sheet, item in validations(plan) for cell in covered(sheet, item.cells)
    }
    for item in plan.inputs:
        if item.kind is InputKind.SCORE:
            assert kinds[item.cell] is ValidationKind.CUSTOM
        elif item.allowed.options or item.kind is InputKind.PERCENT:
            assert kinds[item.cell] is ValidationKind.LIST
        elif item.allowed.longest is None or cells[item.cell].style is Style.INPUT_DATE:
            assert kinds[item.cell] is ValidationKind.CUSTOM
        else:
            assert kinds[item.cell] is ValidationKind.TEXT_LENGTH


@every_plan
def test_the_areas_of_a_validation_are_sorted(plan: KitPlan) -> None:
    # Programs differ on which area a relative rule is written for unless it is the first.
    for _, item in validations(plan):
        assert list(item.cells) == sorted(
            item.cells, key=lambda area: (area.first_row, area.first_column)
        )


@every_plan
def test_names_are_unique_without_regard_to_case(plan: KitPlan) -> None:
    names = [item.name.casefold() for item in plan.names]
    assert len(names) == len(set(names))
    inputs = [item.name.casefold() for item in plan.inputs]
    assert len(inputs) == len(set(inputs))


@every_plan
def test_no_name_can_be_read_as_a_cell(plan: KitPlan) -> None:
    assert [item.name for item in plan.names if not is_safe_name(item.name)] == []


@every_plan
def test_every_input_outside_a_table_is_found_by_its_own_name(plan: KitPlan) -> None:
    places = {item.name: (item.sheet, item.area) for item in plan.names}
    for item in plan.inputs:
        if not item.table:
            assert places[item.name] == (item.cell.sheet, Merge.of(item.cell))


@every_plan
def test_every_input_of_a_table_stands_in_the_table_of_that_name(plan: KitPlan) -> None:
    tables = {item.name: covered(item.sheet, (item.area,)) for item in plan.names}
    inside = {item.cell for item in plan.inputs if item.table == EVIDENCE_TABLE}
    assert inside == tables[EVIDENCE_TABLE]
    # Its figures stand beside official names and units.
    figures = {item.cell for item in plan.inputs if item.table == METRICS_TABLE}
    assert figures <= tables.get(METRICS_TABLE, set())


@every_plan
def test_the_total_is_found_by_its_name(plan: KitPlan) -> None:
    places = {item.name: (item.sheet, item.area) for item in plan.names}
    assert places[TOTAL_NAME] == (plan.total.sheet, Merge.of(plan.total))


@every_plan
def test_the_evidence_table_has_300_rows_of_10_inputs(plan: KitPlan) -> None:
    assert len(plan.evidence) == 300
    assert [row.number for row in plan.evidence][::299] == ["E001", "E300"]
    inputs = [item for item in plan.inputs if item.cell.sheet == EVIDENCE]
    assert len(inputs) == 10 * 300


@every_plan
def test_every_evidence_row_offers_the_scored_indicators(plan: KitPlan) -> None:
    labels = tuple(leaf.label for leaf in plan.leaves)
    rows = [item for item in plan.inputs if item.table == EVIDENCE_TABLE]
    offered = [item.allowed.options for item in rows if item.allowed.options]
    assert len(offered) == 3 * 300
    assert set(offered) == {labels}


@every_plan
def test_every_computed_cell_is_locked(plan: KitPlan) -> None:
    computed = [cell for cell in cell_plans(plan).values() if isinstance(cell.content, Formula)]
    assert computed
    assert [cell for cell in computed if cell.style in INPUT_STYLES] == []


@every_plan
def test_the_inputs_of_every_sheet_are_reached_by_tab_in_reading_order(plan: KitPlan) -> None:
    # Tab goes from unlocked cell to unlocked cell, row by row; inputs are listed as they are asked.
    for sheet in plan.sheets:
        inputs = [item.cell for item in plan.inputs if item.cell.sheet == sheet.name]
        assert inputs == sorted(inputs)
        unlocked = [
            Cell(sheet=sheet.name, row=cell.row, column=cell.column)
            for cell in sheet.cells
            if cell.style in INPUT_STYLES
        ]
        assert unlocked == inputs
