"""What an input accepts, in words."""

from decimal import Decimal

import pytest

from builder.book.book_plan import Allowed


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (Decimal(0), Decimal("30.0"), "0–30"),
        (Decimal(1), None, "1 以上"),
        (None, Decimal("2.5"), "2.5 以下"),
        (None, None, ""),
    ],
)
def test_a_range_is_said_with_the_ends_it_has(
    low: Decimal | None, high: Decimal | None, words: str
) -> None:
    assert Allowed(low=low, high=high).span == words
