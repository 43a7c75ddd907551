"""The workbook file: what other programs find in it, and that nothing in it depends on chance."""

import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from builder.book.evaluation import Evaluation
from builder.book.sheet import SheetPlan
from builder.book.style import INPUT_STYLES
from builder.formula.address import area_address, cell_address
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import (
    EVIDENCE,
    GAP_FIGURES,
    IDENTITY,
    IDENTITY_NAME,
    OPEN_TASKS,
    SCORING,
    TREND_FIGURES,
)
from builder.read.workbook import read_workbook
from tests.support.answers import any_answers, complete_answers
from tests.support.looks import look_of
from tests.support.workbooks import (
    PENGJIANG,
    PROVED_IDS,
    XINHUI,
    filled_bytes,
    shipped_plan,
    shipped_scheme,
    write_filled,
)

every_scheme = pytest.mark.parametrize("scheme_id", PROVED_IDS)


def opened(plan: KitPlan, answers: dict[str, Value] | None = None) -> openpyxl.Workbook:
    """The file of a plan as another program opens it."""
    return openpyxl.load_workbook(io.BytesIO(filled_bytes(plan, answers or {})))


def pages(plan: KitPlan) -> list[tuple[SheetPlan, Worksheet]]:
    """Every planned sheet beside the sheet of the opened file."""
    book = opened(plan)
    assert book.sheetnames == [sheet.name for sheet in plan.sheets]
    return list(zip(plan.sheets, book.worksheets, strict=True))


def with_note(text: str) -> tuple[KitPlan, dict[str, Value], Cell]:
    """The 新会 plan, answers with ``text`` as the first explanation, and the cell it stands in."""
    plan = shipped_plan(XINHUI)
    note = next(item for item in plan.inputs if item.name == "note_1_1")
    return plan, {note.name: text}, note.cell


@every_scheme
def test_two_builds_are_the_same_bytes(scheme_id: str) -> None:
    plan = shipped_plan(scheme_id)
    again = plan_workbook(shipped_scheme(scheme_id))
    answers = complete_answers(plan)
    assert filled_bytes(plan, answers) == filled_bytes(again, answers)
    assert filled_bytes(plan, {}) == filled_bytes(again, {})


@every_scheme
def test_no_part_of_the_file_carries_a_date_of_its_own(scheme_id: str) -> None:
    with zipfile.ZipFile(io.BytesIO(filled_bytes(shipped_plan(scheme_id), {}))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("scheme_id", PROVED_IDS)
@given(data=st.data())
def test_the_value_beside_every_formula_is_the_exact_one(
    scheme_id: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    plan = shipped_plan(scheme_id)
    answers = data.draw(any_answers(plan))
    path = write_filled(tmp_path_factory.getbasetemp() / f"{scheme_id}.xlsx", plan, answers)
    workbook = read_workbook(path).workbook
    assert workbook is not None
    evaluation = Evaluation(plan, answers)
    for cell, _ in plan.formulas:
        sheet = workbook.sheet(cell.sheet)
        assert sheet is not None
        returned = sheet.cells[cell.row, cell.column]
        assert returned.formula is not None
        assert returned.calculated
        assert nearly(returned.value, evaluation.value(cell))


def nearly(cached: Value, exact: Value) -> bool:
    """Whether a cached value is the double that is nearest to the exact one."""
    if isinstance(cached, Decimal) and isinstance(exact, Decimal):
        return float(cached) == float(exact)
    return cached == (Decimal(0) if exact is None else exact)


@every_scheme
def test_another_program_finds_every_name_at_its_place(scheme_id: str) -> None:
    plan = shipped_plan(scheme_id)
    book = opened(plan)
    assert set(book.defined_names) == {item.name for item in plan.names} | {IDENTITY_NAME}
    for item in plan.names:
        area = item.area
        plain = area_address(area.first_row, area.first_column, area.last_row, area.last_column)
        ((sheet, place),) = book.defined_names[item.name].destinations
        assert (sheet, place.replace("$", "")) == (item.sheet, plain)
    identity = book.defined_names[IDENTITY_NAME]
    assert (identity.value, identity.hidden) == (f'"{plan.identity.joined}"', True)


@every_scheme
def test_another_program_finds_every_validation_with_its_texts(scheme_id: str) -> None:
    for sheet, page in pages(shipped_plan(scheme_id)):
        found = page.data_validations.dataValidation
        assert [
            (item.type, item.promptTitle, item.prompt, item.errorTitle, item.error)
            for item in found
        ] == [
            (item.kind, item.title, item.prompt, item.title, item.error)
            for item in sheet.validations
        ]
        for item, planned in zip(found, sheet.validations, strict=True):
            assert sorted(str(area) for area in item.sqref.ranges) == sorted(
                area_address(area.first_row, area.first_column, area.last_row, area.last_column)
                for area in planned.cells
            )
            assert item.allowBlank
            assert item.showErrorMessage
            assert item.showInputMessage


@every_scheme
def test_every_sheet_is_protected_without_a_password(scheme_id: str) -> None:
    book = opened(shipped_plan(scheme_id))
    assert book.security is not None
    assert book.security.lockStructure
    for page in book.worksheets:
        assert page.protection.sheet
        assert page.protection.password is None
        assert not page.protection.formatColumns
        assert not page.protection.autoFilter


@every_scheme
def test_exactly_the_inputs_are_unlocked(scheme_id: str) -> None:
    plan = shipped_plan(scheme_id)
    inputs = {(item.cell.sheet, item.cell.row, item.cell.column) for item in plan.inputs}
    unlocked = {
        (page.title, row, column)
        for _, page in pages(plan)
        for row in range(1, page.max_row + 1)
        for column in range(1, page.max_column + 2)
        if not look_of(page, row, column).protection.locked
    }
    assert unlocked == inputs


@every_scheme
def test_what_follows_a_table_with_room_is_hidden(scheme_id: str) -> None:
    for sheet, page in pages(shipped_plan(scheme_id)):
        open_columns = [
            each for each in page.column_dimensions.values() if not each.protection.locked
        ]
        assert bool(open_columns) is bool(sheet.column_styles)
        assert bool(page.sheet_format.zeroHeight) is bool(open_columns)
        assert not any(page.row_dimensions[row].hidden for row in range(1, page.max_row + 1))


def test_rows_nobody_filled_in_cost_little(tmp_path: Path) -> None:
    plan = shipped_plan(PENGJIANG)
    rows = [row for row in plan.evidence if row.status.row > plan.evidence[0].status.row]
    path = write_filled(tmp_path / "表.xlsx", plan, {})
    with zipfile.ZipFile(path) as package:
        number = [sheet.name for sheet in plan.sheets].index(EVIDENCE) + 1
        part = package.read(f"xl/worksheets/sheet{number}.xml").decode()
    for row in rows:
        found = re.search(rf'<row r="{row.status.row}".*?</row>', part)
        assert found is not None
        assert found[0].count("<c ") == len(("编号", "状态"))


@every_scheme
def test_every_cell_has_the_named_style_that_says_its_meaning(scheme_id: str) -> None:
    for sheet, page in pages(shipped_plan(scheme_id)):
        for cell in sheet.cells:
            shown = look_of(page, cell.row, cell.column)
            if isinstance(shown, MergedCell):
                # The program that opens the file forgets the styles under a merge.
                continue
            assert shown.style == cell.style
            assert shown.protection.locked is (cell.style not in INPUT_STYLES)


@every_scheme
def test_merges_widths_and_heights_are_as_planned(scheme_id: str) -> None:
    for sheet, page in pages(shipped_plan(scheme_id)):
        assert sorted(str(area) for area in page.merged_cells.ranges) == sorted(
            area_address(area.first_row, area.first_column, area.last_row, area.last_column)
            for area in sheet.merges
        )
        for number, width in enumerate(sheet.widths, start=1):
            letters = cell_address(1, number)[:-1]
            assert page.column_dimensions[letters].width == width
        for row, height in sheet.heights:
            assert page.row_dimensions[row].height == pytest.approx(height)


@every_scheme
def test_the_head_is_frozen_and_repeats_on_every_printed_page(scheme_id: str) -> None:
    for sheet, page in pages(shipped_plan(scheme_id)):
        if not sheet.head_rows:
            assert page.freeze_panes is None
            continue
        corner = cell_address(sheet.head_rows + 1, sheet.head_columns + 1)
        assert page.freeze_panes == corner
        assert page.print_title_rows == f"$1:${sheet.head_rows}"


@every_scheme
def test_every_sheet_prints_on_a4_with_page_numbers(scheme_id: str) -> None:
    for sheet, page in pages(shipped_plan(scheme_id)):
        assert page.page_setup.paperSize == 9
        assert page.page_setup.orientation == ("landscape" if sheet.landscape else "portrait")
        assert page.sheet_properties.pageSetUpPr is not None
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.oddFooter is not None
        assert page.oddFooter.center.text == "第 &P 页 / 共 &N 页"


@every_scheme
def test_only_the_sheets_that_count_and_identify_are_hidden(scheme_id: str) -> None:
    states = {page.title: page.sheet_state for _, page in pages(shipped_plan(scheme_id))}
    hidden = {IDENTITY, OPEN_TASKS, GAP_FIGURES, TREND_FIGURES} & {*states}
    assert hidden >= {IDENTITY, OPEN_TASKS, GAP_FIGURES}
    assert {states.pop(name) for name in hidden} == {"veryHidden"}
    assert set(states.values()) == {"visible"}


@every_scheme
def test_a_fault_and_an_open_row_are_coloured(scheme_id: str) -> None:
    found = {
        page.title: [str(area.sqref) for area in page.conditional_formatting]
        for _, page in pages(shipped_plan(scheme_id))
    }
    assert found[EVIDENCE] == ["L4:L303"]
    scoring = opened(shipped_plan(scheme_id))[SCORING]
    rules = [len(area.rules) for area in scoring.conditional_formatting]
    # The scored rows have two colours, clauses that are only recorded have one.
    assert rules == ([2, 1] if shipped_plan(scheme_id).bases else [2])


@pytest.mark.parametrize(
    "text",
    [
        "=SUM(A1:A9)",
        "=cmd|'/c calc'!A1",
        "+1-1",
        "@导入",
        "'前有撇号",
        "a&b <c> \"d\" 'e' ]]>",
        "_x000D_",
        "_x005F_x000D_",
        "_x00zz_",
        "响铃\x07和换页\x0c",
        "第一行\n第二行\r\n第三行\t后",
        "  前后有空格  ",
        "\ufffe\uffff",
        "😀𠮷",
        "TRUE",
        "0750-1234567",
        "007",
        "#N/A",
    ],
)
def test_what_was_typed_comes_back_as_typed(text: str, tmp_path: Path) -> None:
    plan, answers, cell = with_note(text)
    read = read_workbook(write_filled(tmp_path / "filled.xlsx", plan, answers))
    assert read.findings == ()
    assert read.workbook is not None
    sheet = read.workbook.sheet(cell.sheet)
    assert sheet is not None
    returned = sheet.cells[cell.row, cell.column]
    assert (returned.value, returned.formula) == (text, None)


@given(text=st.text(min_size=1, max_size=60))
def test_any_text_comes_back_as_typed(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    plan, answers, cell = with_note(text)
    path = write_filled(tmp_path_factory.getbasetemp() / "any.xlsx", plan, answers)
    workbook = read_workbook(path).workbook
    assert workbook is not None
    sheet = workbook.sheet(cell.sheet)
    assert sheet is not None
    assert sheet.value(cell.row, cell.column) == text


def test_a_text_that_begins_with_an_equals_sign_is_no_formula_to_another_program() -> None:
    plan, answers, cell = with_note("=1+1")
    shown = opened(plan, answers)[cell.sheet].cell(cell.row, cell.column)
    assert (shown.data_type, shown.value) == ("s", "=1+1")


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Decimal("20.5"), 20.5), (Decimal("0.1"), 0.1), (Decimal("1E-7"), 1e-7), (True, True)],
)
def test_numbers_and_truth_values_are_stored_as_such(value: Value, shown: object) -> None:
    plan = shipped_plan(XINHUI)
    cell = plan.leaves[0].score
    page = opened(plan, {"score_1_1": value})[cell.sheet]
    assert page.cell(cell.row, cell.column).value == shown
