"""Questions of which one is asked in every run, and the others where all is to be proved."""

from collections.abc import Iterable

import pytest
from _pytest.mark import ParameterSet


def proved(values: Iterable[object]) -> list[ParameterSet]:
    """The values as parameters, all but the first marked ``proof``."""
    return [
        pytest.param(value, marks=() if place == 0 else pytest.mark.proof)
        for place, value in enumerate(values)
    ]


def some(values: Iterable[object], every: int) -> list[ParameterSet]:
    """The values as parameters, all but one of so many marked ``proof``."""
    return [
        pytest.param(value, marks=() if place % every == 0 else pytest.mark.proof)
        for place, value in enumerate(values)
    ]
