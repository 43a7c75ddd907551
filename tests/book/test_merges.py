"""Merged cells of a sheet never overlap: Excel repairs such a file and says that it was damaged."""

import pytest

from builder.book.sheet import SheetPlan
from builder.kit.planning import plan_workbook
from builder.load.library import shipped_schemes
from builder.load.scheme_file import load_scheme
from builder.pipeline.choosing import every_kit

SCHEMES = tuple(path.stem for path in shipped_schemes())


def overlapping(sheet: SheetPlan) -> list[tuple[int, int]]:
    taken: set[tuple[int, int]] = set()
    twice: list[tuple[int, int]] = []
    for area in sheet.merges:
        for row in range(area.first_row, area.last_row + 1):
            for column in range(area.first_column, area.last_column + 1):
                if (row, column) in taken:
                    twice.append((row, column))
                taken.add((row, column))
    return twice


@pytest.mark.parametrize("scheme_id", SCHEMES)
def test_no_cell_belongs_to_two_merges_in_any_kit(scheme_id: str) -> None:
    path = next(path for path in shipped_schemes() if path.stem == scheme_id)
    scheme = load_scheme(path).scheme
    assert scheme is not None
    kits = every_kit(scheme)
    assert kits
    for kit in kits:
        for sheet in plan_workbook(kit).sheets:
            assert overlapping(sheet) == [], (kit.chosen, sheet.name)


@pytest.mark.parametrize("scheme_id", SCHEMES)
def test_no_input_lies_under_a_merge(scheme_id: str) -> None:
    path = next(path for path in shipped_schemes() if path.stem == scheme_id)
    scheme = load_scheme(path).scheme
    assert scheme is not None
    for kit in every_kit(scheme):
        plan = plan_workbook(kit)
        for item in plan.inputs:
            sheet = plan.sheet(item.cell.sheet)
            assert not any(
                area.first_row <= item.cell.row <= area.last_row
                and area.first_column <= item.cell.column <= area.last_column
                for area in sheet.merges
            )
