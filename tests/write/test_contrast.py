"""Every text of the workbook template can be read against what lies behind it."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle

from builder.book.style import CONDITION_STYLES, Style
from tests.support.looks import look_of
from tests.support.workbooks import (
    PENGJIANG,
    SUIHUA,
    WUHAN,
    XINHUI,
    filled_bytes,
    shipped_plan,
    write_filled,
)

# WCAG 2.1, success criterion 1.4.3, for text of any size.
LEAST = 4.5
WHITE = "FFFFFFFF"


def luminance(colour: str) -> float:
    """The relative luminance of an ARGB colour (WCAG 2.1, relative luminance)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (2, 4, 6))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """How far two ARGB colours are apart, from 1 to 21."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("contrast") / "表.xlsx"
    path.write_bytes(filled_bytes(shipped_plan(PENGJIANG), {}))
    return path


def test_contrast_is_measured_as_the_guideline_says() -> None:
    assert contrast("FF000000", WHITE) == pytest.approx(21)
    assert contrast("FF777777", WHITE) == pytest.approx(4.48, abs=0.01)
    assert contrast(WHITE, WHITE) == 1


def test_every_style_has_enough_contrast(tmp_path: Path) -> None:
    ratios: dict[str, float] = {}
    for kit in (XINHUI, WUHAN, f"{SUIHUA} 行业=养老"):
        book = load_workbook(write_filled(tmp_path / "表.xlsx", shipped_plan(kit), {}))
        for page in book.worksheets:
            for row in range(1, page.max_row + 1):
                for column in range(1, page.max_column + 1):
                    cell = look_of(page, row, column)
                    fill = cell.fill.fgColor.rgb if cell.fill.patternType == "solid" else WHITE
                    assert isinstance(cell.font.color.rgb, str)
                    ratios[cell.style] = contrast(cell.font.color.rgb, fill)
    assert {*ratios} - {"Normal"} == {style.value for style in Style}
    assert {style: ratio for style, ratio in ratios.items() if ratio < LEAST} == {}


def test_every_style_of_a_condition_has_enough_contrast_and_says_so_in_words(
    written: Path,
) -> None:
    book = load_workbook(written)
    styles: list[DifferentialStyle] = [
        rule.dxf
        for page in book.worksheets
        for area in page.conditional_formatting
        for rule in area.rules
    ]
    assert styles
    for style in styles:
        assert style.font is not None
        assert isinstance(style.fill, PatternFill)
        ink, paper = style.font.color, style.fill.bgColor
        assert ink is not None
        assert contrast(ink.rgb, paper.rgb) >= LEAST
    # A condition never colours a cell that holds no words of its own.
    plan = shipped_plan(PENGJIANG)
    for sheet in plan.sheets:
        held = {(cell.row, cell.column) for cell in sheet.cells if cell.content is not None}
        for condition in sheet.conditions:
            assert condition.style in CONDITION_STYLES
            for area in condition.cells:
                assert (area.first_row, area.first_column) in held
