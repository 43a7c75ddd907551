"""What LibreOffice saves again still has every dropdown, name, format, chart, lock and fold."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.cell_range import MultiCellRange
from openpyxl.worksheet.worksheet import Worksheet

from builder.formula.normal import normal_formula
from tests.support.answers import complete_answers
from tests.support.looks import look_of
from tests.support.workbooks import ASKED, PROVED_IDS, SCHEME_IDS, shipped_plan, write_filled

from .libreoffice import save_again

pytestmark = pytest.mark.needs_libreoffice

Both = tuple[Workbook, Workbook]


@pytest.fixture(scope="module")
def both(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> dict[str, Both]:
    """Every award's workbook that is asked about as we wrote it and as LibreOffice saved it."""
    awards = SCHEME_IDS if request.config.getoption("proof") else ASKED
    folder: Path = tmp_path_factory.mktemp("survival")
    files = [
        write_filled(
            folder / f"{name}.xlsx", shipped_plan(name), complete_answers(shipped_plan(name))
        )
        for name in awards
    ]
    saved = save_again(files, folder, calculate=False)
    return {
        name: (openpyxl.load_workbook(written), openpyxl.load_workbook(again))
        for name, written, again in zip(awards, files, saved, strict=True)
    }


every_award = pytest.mark.parametrize("award", PROVED_IDS)


def corners(page: Worksheet) -> set[str]:
    """The first and last cell of every range that has a rule."""
    ranges = [str(rule.sqref) for rule in page.data_validations.dataValidation]
    ranges += [str(area.sqref) for area in page.conditional_formatting]
    return {cell for each in ranges for area in each.split() for cell in area.split(":")}


def at(rule: str, ranges: MultiCellRange, cell: str) -> str:
    """A rule as it reads for one of its cells, what programs change innocently aside.

    It is written for the top left cell of all its ranges.
    """
    areas = ranges.ranges
    row, column = min(area.min_row for area in areas), min(area.min_col for area in areas)
    home = f"{get_column_letter(column)}{row}"
    moved = Translator(f"={rule}", origin=home).translate_formula(cell)
    # LibreOffice writes a truth value in a rule as the number it stands for.
    return normal_formula(moved.removeprefix("=")).replace('"', "").replace("FALSE", "0")


def validations(page: Worksheet, cells: set[str]) -> dict[str, list[tuple[object, ...]]]:
    """What each of the cells accepts, and what it says."""
    rules = [
        (rule, MultiCellRange(str(rule.sqref))) for rule in page.data_validations.dataValidation
    ]
    return {
        cell: [
            (
                rule.type,
                rule.operator or "between",
                at(str(rule.formula1), ranges, cell),
                *(rule.promptTitle, rule.prompt, rule.errorTitle, rule.error),
            )
            for rule, ranges in rules
            if cell in ranges
        ]
        for cell in cells
    }


def conditions(page: Worksheet, cells: set[str]) -> dict[str, set[str]]:
    """The rules that may colour each of the cells."""
    areas = [
        (rule.formula[0], MultiCellRange(str(area.sqref)))
        for area in page.conditional_formatting
        for rule in area.rules
    ]
    return {
        cell: {at(rule, ranges, cell) for rule, ranges in areas if cell in ranges} for cell in cells
    }


@every_award
def test_every_validation_stays(both: dict[str, Both], award: str) -> None:
    written, again = both[award]
    for page in written.worksheets:
        cells = corners(page)
        assert validations(again[page.title], cells) == validations(page, cells)


@every_award
def test_every_condition_stays(both: dict[str, Both], award: str) -> None:
    written, again = both[award]
    for page in written.worksheets:
        cells = corners(page)
        assert conditions(again[page.title], cells) == conditions(page, cells)


@every_award
def test_every_name_stays_at_its_place(both: dict[str, Both], award: str) -> None:
    written, again = both[award]
    before = {name: part.attr_text.replace("'", "") for name, part in written.defined_names.items()}
    after = {name: part.attr_text.replace("'", "") for name, part in again.defined_names.items()}
    assert {name: after.get(name) for name in before} == before


@every_award
def test_every_lock_merge_fold_and_number_format_stays(both: dict[str, Both], award: str) -> None:
    written, again = both[award]
    for page in written.worksheets:
        other = again[page.title]
        assert (other.title, other.protection.sheet) == (page.title, page.protection.sheet)
        assert {str(area) for area in other.merged_cells.ranges} == {
            str(area) for area in page.merged_cells.ranges
        }
        assert bool(other.sheet_format.zeroHeight) is bool(page.sheet_format.zeroHeight)
        for row in range(1, page.max_row + 1):
            for column in range(1, page.max_column + 1):
                cell, same = look_of(page, row, column), look_of(other, row, column)
                assert same.protection.locked == cell.protection.locked, (row, column)
                assert same.number_format == cell.number_format, (row, column)
        folds = {row: page.row_dimensions[row].outlineLevel for row in range(1, page.max_row + 1)}
        kept = {row: other.row_dimensions[row].outlineLevel for row in folds}
        assert kept == folds


@every_award
def test_every_filter_stays_with_what_it_keeps_rows_by(both: dict[str, Both], award: str) -> None:
    written, again = both[award]
    for page in written.worksheets:
        assert again[page.title].auto_filter.ref == page.auto_filter.ref


@every_award
def test_every_chart_stays_with_what_it_draws(both: dict[str, Both], award: str) -> None:
    written, again = both[award]
    for page in written.worksheets:
        assert drawn(again[page.title]) == drawn(page)


def drawn(page: Worksheet) -> list[tuple[str, list[str]]]:
    """The charts of a sheet: the kind, and the cells of every series."""
    charts = vars(page)["_charts"]
    return [
        (
            type(chart).__name__,
            [series.val.numRef.f.replace("'", "") for series in chart.series],
        )
        for chart in charts
    ]
