"""Whoever changes a record that the program keeps for itself breaks its seal."""

from decimal import Decimal

import pytest

from builder.show.plain import Json
from builder.show.plain_record import MisfitError, data_of
from builder.show.seal import BrokenSealError, sealed, unsealed

CONTENT: Json = {"total": "81.5", "names": ["甲", "乙"]}


def test_what_was_sealed_comes_back() -> None:
    assert unsealed(3, sealed(3, CONTENT)) == CONTENT


@pytest.mark.parametrize(
    "change",
    [
        {"content": {"total": "99", "names": ["甲", "乙"]}},
        {"content": {"total": "81.5", "names": ["乙", "甲"]}},
        {"seal": None},
        {"seal": "0" * 32},
        {"more": 1},
    ],
)
def test_what_was_changed_is_not_believed(change: dict[str, Json]) -> None:
    with pytest.raises(BrokenSealError, match="被改动过"):
        unsealed(3, sealed(3, CONTENT) | change)


@pytest.mark.parametrize("record", [None, [], {}, sealed(2, CONTENT)])
def test_what_has_another_form_is_not_believed(record: object) -> None:
    with pytest.raises(BrokenSealError, match="不是本版本写的"):
        unsealed(3, record)


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1e999999", "1e-999999", "9" * 81, "一"])
def test_a_number_of_no_sane_size_is_none(text: str) -> None:
    with pytest.raises(MisfitError):
        data_of(Decimal, text)


def test_a_number_comes_back_exactly() -> None:
    assert data_of(Decimal, "0.10") == Decimal("0.10")
