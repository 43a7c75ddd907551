"""The filters of the long tables: rows can be narrowed down although the sheets are locked."""

import io
from pathlib import Path

import openpyxl
import pytest

from builder.book.sheet import SheetPlan
from builder.formula.address import area_address
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import EVIDENCE, SCORING
from builder.model.returned import ReturnedSheet
from builder.read.workbook import read_workbook
from tests.support.workbooks import (
    PROVED_IDS,
    filled_bytes,
    shipped_plan,
    shipped_scheme,
    write_filled,
)

every_scheme = pytest.mark.parametrize("scheme_id", PROVED_IDS)


def written(folder: Path, plan: KitPlan, name: str) -> tuple[SheetPlan, ReturnedSheet]:
    """A planned sheet, and what stands in its cells, under merges too."""
    workbook = read_workbook(write_filled(folder / "a.xlsx", plan, {})).workbook
    assert workbook is not None
    return plan.sheet(name), next(sheet for sheet in workbook.sheets if sheet.name == name)


@every_scheme
def test_the_scoring_table_can_be_narrowed_to_each_indicator_of_the_first_level(
    tmp_path: Path, scheme_id: str
) -> None:
    plan = shipped_plan(scheme_id)
    sheet, found = written(tmp_path, plan, SCORING)
    assert sheet.filter is not None
    area, (top, _) = sheet.filter.area, sheet.filter.buttons
    rows = range(area.first_row + 1, area.last_row + 1)
    captions = list(dict.fromkeys(str(found.value(row, top)) for row in rows))
    roots = shipped_scheme(scheme_id).indicators
    assert [caption.partition("\n")[0] for caption in captions] == [root.name for root in roots]
    scored = {leaf.code: str(found.value(leaf.score.row, top)) for leaf in plan.leaves}
    for root, caption in zip(roots, captions, strict=True):
        mine = {code for code in scored if code == root.code or code.startswith(f"{root.code}.")}
        assert {code for code, shown in scored.items() if shown == caption} == mine


@every_scheme
def test_a_filter_starts_at_the_headings_and_never_hides_the_total(scheme_id: str) -> None:
    plan = shipped_plan(scheme_id)
    scoring, evidence = plan.sheet(SCORING), plan.sheet(EVIDENCE)
    assert scoring.filter is not None
    assert evidence.filter is not None
    assert scoring.filter.area.first_row == scoring.head_rows
    assert scoring.filter.area.last_row == plan.total.row - 1
    assert evidence.filter.area.first_row == evidence.head_rows
    assert evidence.filter.area.last_row == plan.evidence[-1].status.row


@every_scheme
def test_other_programs_find_the_filter_and_its_buttons(scheme_id: str) -> None:
    plan = shipped_plan(scheme_id)
    book = openpyxl.load_workbook(io.BytesIO(filled_bytes(plan, {})))
    for sheet in plan.sheets:
        page = book[sheet.name]
        if sheet.filter is None:
            assert page.auto_filter.ref is None
            continue
        area = sheet.filter.area
        assert page.auto_filter.ref == area_address(
            area.first_row, area.first_column, area.last_row, area.last_column
        )
        bare = {item.colId + area.first_column for item in page.auto_filter.filterColumn}
        everywhere = set(range(area.first_column, area.last_column + 1))
        assert everywhere - bare == set(sheet.filter.buttons)
