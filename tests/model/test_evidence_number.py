"""A number of evidence is the same however it is written."""

import pytest

from builder.model.evidence_number import as_evidence_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        *[(typed, "E001") for typed in ("E001", "E1", "e01", "Ｅ０００１", " E 001 ")],
        ("E1234", "E1234"),
        *[(typed, typed) for typed in ("E12345", "F001", "E", "001", "手册", "")],
    ],
)
def test_it_is_what_the_table_prints(typed: str, number: str) -> None:
    assert as_evidence_number(typed) == number
