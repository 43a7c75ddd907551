"""Numbers in a table of a text, however they are typed."""

from decimal import Decimal

import pytest

from builder.verify.written_numbers import number_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"),
        ("１２．５％", "12.5"),
        (" 1,234,567 万元", "1234567"),
        ("１，２３４", "1234"),
        ("-3", "-3"),
        ("+3人次", "3"),
        ("0", "0"),
        ("123456789012345", "123456789012345"),
        ("0.1234567890", "0.1234567890"),
    ],
)
def test_a_number_is_understood_with_its_unit(text: str, number: str) -> None:
    assert number_in(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    ["", "很多", "约12", "12/13", "1.", ".5", "12-13", "--3", "1234567890123456", "0.12345678901"],
)
def test_what_is_no_number_is_not_taken_for_one(text: str) -> None:
    assert number_in(text) is None
