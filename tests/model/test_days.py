"""Days are read as people write them, and what is no day is none."""

from datetime import date
from decimal import Decimal

import pytest

from builder.model.days import as_time, read_span


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


@pytest.mark.parametrize(
    ("number", "said"), [("0.5", "12:00"), ("0.354166666666667", "8:30"), ("0.999999", "24:00")]
)
def test_a_part_of_a_day_reads_as_the_time_that_a_person_sees(number: str, said: str) -> None:
    assert as_time(Decimal(number)) == said


@pytest.mark.parametrize("value", [Decimal(0), Decimal(1), Decimal(46022), "0.5", None])
def test_what_is_no_part_of_a_day_stays_what_it_is(value: Decimal | str | None) -> None:
    assert as_time(value) == value
