"""A record of a panel that contradicts itself cannot be made."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.support.records import record_by_hand

RECORD = record_by_hand({"C01": "412.5", "C02": "398.25"})


def test_every_applicant_has_one_outcome() -> None:
    first, second = RECORD.outcomes
    for outcomes in ((first,), (first, first), (first, second, second)):
        with pytest.raises(ValueError, match="not every applicant has one outcome"):
            replace(RECORD, outcomes=outcomes)


def test_nothing_is_joined_that_has_no_points() -> None:
    first, second = RECORD.outcomes
    with pytest.raises(ValueError, match="not joined"):
        replace(RECORD, outcomes=(first, replace(second, joined={"1": Decimal(4)})))
    points = {"1": Decimal(5), "2": Decimal(6)}
    whole = replace(second, joined={"1": Decimal(4)}, points=points)
    assert replace(RECORD, outcomes=(first, whole)).outcomes == (first, whole)


def test_what_was_chosen_is_a_category_of_its_own() -> None:
    first, _ = RECORD.outcomes
    assert replace(first, kit="某奖", category="").categories == ()
    assert replace(first, kit="某奖　行业=养老；规模=大型", category="重点").categories == (
        *("重点", "行业=养老；规模=大型", "养老", "大型"),
    )
