"""A number format is read for what it shows of a number."""

import pytest

from builder.book.number_format import number_format


@pytest.mark.parametrize(
    ("code", "thousands"),
    [("0", 0), ("#,0", 0), ("#,##0", 0), ("#,##0.00", 0), ("0,", 1), ("#,##0,,", 2), ("0,.0", 1)],
)
def test_only_commas_behind_the_number_write_it_smaller(code: str, thousands: int) -> None:
    (section,) = number_format(code).sections
    assert section.thousands == thousands


@pytest.mark.parametrize(
    ("code", "date"),
    [("yyyy-mm-dd", True), ("[h]:mm", True), ("0.0", False), ('0"年"', False), ("0 d", False)],
)
def test_what_shows_digits_of_the_number_itself_shows_no_day(code: str, date: bool) -> None:  # noqa: FBT001 - a parameter
    (section,) = number_format(code).sections
    assert section.date is date
