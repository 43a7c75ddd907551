"""Addresses as spreadsheets write them."""

import pytest

from builder.formula.address import absolute_address, area_address, column_letters


@pytest.mark.parametrize(
    ("number", "letters"),
    [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA")],
)
def test_columns_count_in_letters(number: int, letters: str) -> None:
    assert column_letters(number) == letters


def test_the_last_column_of_a_sheet_is_xfd() -> None:
    assert column_letters(16384) == "XFD"


def test_a_rectangle_of_one_cell_is_written_as_the_cell() -> None:
    assert area_address(2, 2, 2, 2) == "B2"
    assert area_address(2, 2, 3, 2) == "B2:B3"


def test_a_defined_name_is_absolute_and_names_its_sheet() -> None:
    assert absolute_address("自评'打分", 1, 2, 3, 4) == "'自评''打分'!$B$1:$D$3"
    assert absolute_address("汇总", 5, 1, 5, 1) == "'汇总'!$A$5"
