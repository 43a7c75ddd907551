"""A number that a file shows is the one worked out, what binary arithmetic loses aside."""

from decimal import Decimal
from pathlib import Path

import pytest

from builder.formula.value import Value
from builder.verify.explained import same_value
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case, fault, judged, told
from tests.verify.tampering import with_cached


@pytest.mark.parametrize(
    ("shown", "exact", "same"),
    [
        ("830", "830", True),
        ("830.0000000001", "830", True),
        ("830.00000083", "830", True),
        ("830.00000084", "830", False),
        ("829.99999917", "830", True),
        ("829.99999916", "830", False),
        ("0.000000001", "0", True),
        ("0.0000000011", "0", False),
        ("-0.000000001", "0", True),
        ("0.500000001", "0.5", True),
        ("0.5000000011", "0.5", False),
        ("-830.00000083", "-830", True),
        ("-830.00000084", "-830", False),
    ],
)
def test_a_number_is_the_same_within_a_billionth_of_it_or_of_one(
    shown: str, exact: str, *, same: bool
) -> None:
    assert same_value(Decimal(shown), Decimal(exact)) is same


@pytest.mark.parametrize(
    ("shown", "exact", "same"),
    [
        (None, "", True),
        ("", None, True),
        ("完成", "完成", True),
        ("完成", "未评", False),
        (None, Decimal(0), True),
        ("0", Decimal(0), False),
        (Decimal(1), "1", False),
        (None, Decimal(1), False),
    ],
)
def test_a_cell_that_shows_nothing_is_an_empty_text_and_nothing_else(
    shown: Value, exact: Value, *, same: bool
) -> None:
    assert same_value(shown, exact) is same


@pytest.mark.parametrize(("off", "is_told"), [("1e-12", False), ("1e-5", True), ("1e-2", True)])
def test_a_total_is_told_as_stale_only_beyond_what_arithmetic_loses(
    tmp_path: Path, off: str, *, is_told: bool
) -> None:
    chosen = case(PENGJIANG, 0)
    total = chosen.plan.total
    right = judged(tmp_path, chosen.content).score
    assert right is not None
    content = with_cached(chosen.content, chosen.plan, total, f"{right.total + Decimal(off):f}")
    assert told(judged(tmp_path, content)) == ([fault("QA602", total)] if is_told else [])
