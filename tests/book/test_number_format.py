"""A number format is read for what it shows of a number."""

from decimal import Decimal

import pytest

from builder.book.number_format import number_format, written


@pytest.mark.parametrize(
    ("code", "thousands"),
    [("0", 0), ("#,0", 0), ("#,##0", 0), ("#,##0.00", 0), ("0,", 1), ("#,##0,,", 2), ("0,.0", 1)],
)
def test_only_commas_behind_the_number_write_it_smaller(code: str, thousands: int) -> None:
    (section,) = number_format(code).sections
    assert section.thousands == thousands


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ('0" 分"', 800, "800 分"),
        ('"满分"0', 800, "满分800"),
        ("0分", 800, "800分"),
        ("¥0", 800, "¥800"),
        ("-0", 800, "-800"),
        ("(0)", 800, "-800"),
        ("\\-0", 800, "-800"),
        ('0;\\-0;"-"??', 800, "800"),
        ("0_);(0)", 800, "800"),
        ("0;-0", 800, "800"),
        ("0;-0", -8, "-8"),
        ('0" / 1000"', 800, "800 / 1000"),
    ],
)
def test_words_are_written_on_the_side_on_which_they_stand(
    code: str, value: int, shown: str
) -> None:
    number = Decimal(value)
    section = number_format(code).of(number)
    assert written(section, number) == shown


@pytest.mark.parametrize(
    ("code", "parted"),
    [
        *(("0\\.0", True), ('0"."0', True), ("00-00", True), ('0"8"0', True)),
        *(("0.0", False), ("#,##0.00", False), ("# ?/?", False), ("0 分", False), ("0E+0", False)),
    ],
)
def test_signs_among_the_digits_make_another_number_of_them(code: str, *, parted: bool) -> None:
    (section,) = number_format(code).sections
    assert section.parted is parted


@pytest.mark.parametrize(
    ("code", "date"),
    [("yyyy-mm-dd", True), ("[h]:mm", True), ("0.0", False), ('0"年"', False), ("0 d", False)],
)
def test_what_shows_digits_of_the_number_itself_shows_no_day(code: str, date: bool) -> None:  # noqa: FBT001 - a parameter
    (section,) = number_format(code).sections
    assert section.date is date
