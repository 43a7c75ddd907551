"""A formula of entered data is read as it is written, or not at all."""

from decimal import Decimal

import pytest

from builder.load.ratio import read_ratio
from tests.support.ruled import value_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *(("A/B", "2"), ("(A-B)/B", "1"), ("A+B*2", "20"), ("A÷B×3", "6"), ("（A－B）／B", "1")),
        *(("A^2/B", "20"), ("(A/B)^3-1", "7"), ("2*B^2", "50"), ("(A*A)^(1/2)", "10")),
        ("（A＊A＊A）＾（1÷3）", "10"),
    ],
)
def test_a_formula_is_read_as_it_is_written(written: str, value: str) -> None:
    ratio = read_ratio(written)
    assert ratio is not None
    assert value_of(ratio, {"A": Decimal(10), "B": Decimal(5)}) == Decimal(value)


@pytest.mark.parametrize(
    "written",
    [
        *("A/", "(A", "A B", "甲/乙", "", "+A", "A/B)", "A" * 200),
        # Neither one number to another's power, nor roots and powers that no notice asks for.
        *("A^B", "A^1", "A^0", "A^10", "A^0.5", "A^(2/3)", "A^(1/1)", "A^-1", "A^", "A^2^2"),
        "A**2",
    ],
)
def test_a_formula_that_cannot_be_read_is_none(written: str) -> None:
    assert read_ratio(written) is None
