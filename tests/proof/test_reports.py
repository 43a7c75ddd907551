"""Every fault sown into a filled report is found as its own; honest pairs are never blamed."""

from itertools import islice

import pytest

from tests.proof.reports import sown_reports, told
from tests.support.workbooks import PROVED_KITS, SCHEME_IDS

# One of so many faults is sown in every run, and with the proof; ``tests.proof`` itself sows all.
_SOME, _MANY = 53, 3


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_no_honest_pair_is_blamed(kit: str) -> None:
    assert told(kit) == []


@pytest.mark.parametrize("kit", SCHEME_IDS)
def test_some_faults_of_every_award_are_told_as_themselves(kit: str) -> None:
    assert missed(kit, _SOME) == []


@pytest.mark.proof
@pytest.mark.parametrize("kit", SCHEME_IDS)
def test_many_faults_of_every_award_are_told_as_themselves(kit: str) -> None:
    assert missed(kit, _MANY) == []


def missed(kit: str, step: int) -> list[tuple[str, tuple[str, ...], list[str]]]:
    """The faults of which something else was told."""
    return [
        (fault.name, fault.expected, found)
        for fault in islice(sown_reports(kit), 0, None, step)
        if (found := told(kit, fault.sow)) != list(fault.expected)
    ]
