"""Whether what another program calculated is what we calculated."""

from decimal import Decimal

from builder.formula.value import ErrorValue, Value

# A double holds about 15 digits; no score needs more than these.
TOLERANCE = Decimal("1e-9")


def same_value(theirs: Value, ours: Value) -> bool:
    """Whether both mean the same to a reader; a formula shows an empty cell as 0."""
    expected = Decimal(0) if ours is None else ours
    if isinstance(theirs, ErrorValue) or isinstance(expected, ErrorValue):
        return theirs is expected
    if isinstance(theirs, Decimal) and isinstance(expected, Decimal):
        return abs(theirs - expected) <= TOLERANCE * max(Decimal(1), abs(expected))
    return type(theirs) is type(expected) and theirs == expected
