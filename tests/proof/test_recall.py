"""Every fault that is sown is found, as exactly its own finding; no honest file is blamed."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from builder.model.verdict import Status
from builder.pipeline.verify import Verifier
from tests.proof.faults import sown_faults
from tests.proof.honest import PER_SCHEME, honest_files, saved_again
from tests.proof.seeding import Sown
from tests.support.workbooks import SCHEME_IDS
from tests.verify.judged import judged, told

FEWEST = 400
# Without ``--proof`` every so many-th fault is asked, a prime so that kinds take turns.
EVERY = 13


def asked(request: pytest.FixtureRequest, scheme_id: str) -> Iterator[Sown]:
    """The faults of an award that this run asks about."""
    faults = (sown for sown in sown_faults() if sown.scheme == scheme_id)
    step = 1 if request.config.getoption("proof") else EVERY
    return islice(faults, SCHEME_IDS.index(scheme_id) % step, None, step)


@pytest.mark.parametrize("scheme_id", SCHEME_IDS)
def test_every_fault_is_found_as_exactly_its_own_finding(
    tmp_path: Path, request: pytest.FixtureRequest, scheme_id: str
) -> None:
    missed: list[tuple[str, list[str]]] = []
    count = 0
    for sown in asked(request, scheme_id):
        count += 1
        verdict = judged(tmp_path, sown.make())
        if not sown.is_found(verdict):
            missed.append((sown.name, told(verdict)))
    assert missed == []
    assert count > 5


def test_enough_is_sown() -> None:
    faults = list(sown_faults())
    assert len(faults) >= FEWEST
    assert len({sown.name for sown in faults}) == len(faults)


def test_no_honest_file_is_blamed(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    per_scheme = PER_SCHEME if request.config.getoption("proof") else 2
    files = list(honest_files(tmp_path, per_scheme))
    assert len(files) == per_scheme * len(SCHEME_IDS)
    assert blamed(files) == []


@pytest.mark.needs_libreoffice
def test_no_honest_file_is_blamed_after_libreoffice_saved_it(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    per_scheme = PER_SCHEME if request.config.getoption("proof") else 1
    files = list(honest_files(tmp_path, per_scheme))
    assert blamed(saved_again(files, tmp_path / "office")) == []


def blamed(files: list[Path]) -> list[tuple[str, list[str]]]:
    """The files in which anything was found, hints included."""
    verifier = Verifier()
    verdicts = [(path.name, verifier.verify(path)) for path in files]
    return [
        (name, told(one))
        for name, one in verdicts
        if one.findings or one.status is not Status.CLEAN
    ]
