"""Which defined names every program reads as names."""

import pytest

from builder.book.naming import indicator_name, is_safe_name, row_name


@pytest.mark.parametrize(
    "name", ["score_1_1", "evidence_12_name", "_a", "TOTAL", "ABCD12", "RC_1", "score_total"]
)
def test_plain_names_are_safe(name: str) -> None:
    assert is_safe_name(name)


@pytest.mark.parametrize(
    "name",
    ["A1", "tot2", "qa2024", "XFD1048576", "R", "c", "R1C1", "r12", "C5", "RC", "R2C"],
)
def test_what_could_be_a_cell_in_either_notation_is_unsafe(name: str) -> None:
    assert not is_safe_name(name)


@pytest.mark.parametrize("name", ["", "1a", "a b", "a-b", "领导", "a.b!", "a" * 256])
def test_what_is_no_plain_identifier_is_unsafe(name: str) -> None:
    assert not is_safe_name(name)


def test_names_are_built_from_code_and_table_row() -> None:
    assert indicator_name("score", "1.2.3") == "score_1_2_3"
    assert row_name("evidence", 12, "name") == "evidence_12_name"
