"""Page numbers in a cell: the first and the last page of a report are pages of it."""

import pytest

from builder.verify.evidence_pages import pages_beyond


@pytest.mark.parametrize(
    ("text", "beyond"),
    [
        ("1", ()),
        ("60", ()),
        ("61", ("61",)),
        ("0", ("0",)),
        ("", ()),
        ("第12页", ()),
        ("５９、６１", ("61",)),
        ("1-60，62；100", ("62", "100")),
        ("000060", ()),
        ("0000060", ("0000060",)),
    ],
)
def test_a_number_that_is_no_page_of_the_report_is_named(
    text: str, beyond: tuple[str, ...]
) -> None:
    assert pages_beyond(text, 60) == beyond


def test_a_report_may_have_as_many_pages_as_six_digits_say() -> None:
    assert pages_beyond("999999", 999_999) == ()
    assert pages_beyond("1000000", 2_000_000) == ("1000000",)
