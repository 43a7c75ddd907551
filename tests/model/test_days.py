"""Days are read as people write them, and what is no day is none."""

from datetime import date

import pytest

from builder.model.days import read_span


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇二四年三月二十日", date(2024, 3, 20)),
        ("二〇二四年十二月三十一日", date(2024, 12, 31)),
        ("二○二四年三月十日", date(2024, 3, 10)),
    ],
)
def test_a_day_in_numerals(text: str, day: date) -> None:
    span = read_span(text)
    assert span is not None
    assert (span.first, span.last) == (day, day)


@pytest.mark.parametrize("text", ["二〇二四年三月二二十日", "二〇二四年三月二十二二日"])
def test_numerals_that_make_no_number_are_no_day(text: str) -> None:
    assert read_span(text) is None
