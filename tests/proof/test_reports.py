"""Every fault sown into a filled report is found as its own; honest pairs are never blamed."""

from itertools import chain, islice

import pytest

from tests.proof.report_contents import sown_contents
from tests.proof.report_routes import honest_contents
from tests.proof.reports import sown_reports, told
from tests.support.workbooks import PROVED_KITS, SCHEME_IDS

# One of so many faults is sown in every run, and with the proof; ``tests.proof`` itself sows all.
_SOME, _MANY = 53, 3


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_no_honest_pair_is_blamed(kit: str) -> None:
    assert told(kit) == []


@pytest.mark.parametrize("kit", SCHEME_IDS)
def test_no_honest_way_to_write_is_blamed(kit: str, request: pytest.FixtureRequest) -> None:
    step = 1 if request.config.getoption("proof") else len(SCHEME_IDS)
    routes = islice(honest_contents(kit), SCHEME_IDS.index(kit) % step, None, step)
    blamed = [
        (route.name, found) for route in routes if (found := route.told) != list(route.expected)
    ]
    assert blamed == []


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
        for fault in islice(chain(sown_reports(kit), sown_contents(kit)), 0, None, step)
        if (found := fault.told) != list(fault.expected)
    ]
