"""What a first-level indicator came to is known by its code."""

from decimal import Decimal

import pytest

from builder.model.verdict import ScorePart


@pytest.mark.parametrize(
    ("label", "code"), [("1 领导 与 文化", "1"), ("6.2 经营结果", "6.2"), ("领导", "领导")]
)
def test_the_code_is_what_stands_before_the_name(label: str, code: str) -> None:
    assert ScorePart(label=label, points=Decimal(40), score=Decimal(20)).code == code
